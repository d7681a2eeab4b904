import { expect } from 'chai';
import { codeColoursOf, readTokenRules } from '../../../src/core/theme/codeColours';

/** Returns the colours that a theme with these rules, each a scope and a colour, gives to code. */
function coloursOf(...rules: [scope: unknown, foreground: unknown][]): unknown {
  return codeColoursOf(readTokenRules(rules.map(([scope, foreground]) => ({ scope, settings: { foreground } }))));
}

describe('the colours that a theme gives to code', () => {
  it('are those of the longest scope that fits, of the last rule among equals', () => {
    expect(
      coloursOf(['constant.numeric', '#111111'], ['constant', '#222222'], ['constant.numeric.hex', '#333333']),
    ).to.deep.equal({
      number: '#111111',
    });
    expect(coloursOf(['comment', '#111'], [['other', 'comment'], '#2222'])).to.deep.equal({ comment: '#2222' });
    expect(coloursOf(['string, keyword', '#11223344'])).to.deep.equal({ keyword: '#11223344', string: '#11223344' });
  });

  it('come from the nearest scope where a theme does not name one', () => {
    expect(coloursOf(['storage', '#111111'], ['entity.name', '#222222'])).to.deep.equal({
      keyword: '#111111',
      type: '#222222',
      function: '#222222',
    });
  });

  it('leave out scopes inside others, and invalid colours', () => {
    expect(
      coloursOf(['source.css keyword', '#111111'], ['strings', '#111111'], ['string', 'url(x)'], [5, '#111111']),
    ).to.deep.equal({});
    for (const rules of [undefined, 'x', [null, 5, {}, { settings: 1 }, { scope: 'string', settings: {} }]]) {
      expect(readTokenRules(rules)).to.deep.equal([]);
    }
  });
});
