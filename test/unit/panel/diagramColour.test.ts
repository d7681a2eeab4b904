import { expect } from 'chai';
import { mix, parseColour } from '../../../media/diagrams/colour';

describe('the colours of a diagram', () => {
  it('are read as the editor writes them', () => {
    expect(parseColour('#1f1f1f', undefined)).to.deep.equal([31, 31, 31]);
    expect(parseColour(' #fff', undefined)).to.deep.equal([255, 255, 255]);
    expect(parseColour('rgb(1, 2, 3)', undefined)).to.deep.equal([1, 2, 3]);
    expect(parseColour('', undefined)).to.equal(undefined);
  });

  it('have what shines through mixed in', () => {
    expect(parseColour('rgba(255, 255, 255, 0.5)', [0, 0, 0])).to.deep.equal([128, 128, 128]);
    expect(parseColour('#ffffff80', [0, 0, 0])).to.deep.equal([128, 128, 128]);
    expect(parseColour('#f008', [0, 0, 0])).to.deep.equal([136, 0, 0]);
  });

  it('are mixed by part', () => {
    expect(mix([0, 0, 0], [100, 200, 50], 0)).to.deep.equal([0, 0, 0]);
    expect(mix([0, 0, 0], [100, 200, 50], 0.5)).to.deep.equal([50, 100, 25]);
  });
});
