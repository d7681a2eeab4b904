import { expect } from 'chai';
import { imageAddress } from '../../../src/core/notes/imageAddress';
import { rendered } from './rendering';

const root = 'https://file%2B.resource.test/notes/en/';
const base = `${root}chapter/`;
const address = (source: string) => imageAddress(source, base, root);

describe('images of a rendered note', () => {
  it('lie in the folder of notes', () => {
    expect(address('../images/a.svg')).to.equal(`${new URL(root).href}images/a.svg`);
    expect(address('a b.png')).to.match(/\/chapter\/a%20b\.png$/);
    expect(address('./x/../y.png?v=1')).to.match(/\/chapter\/y\.png\?v=1$/);
  });

  it('come from nowhere else', () => {
    const elsewhere = [
      '../../a.svg',
      '../../en-other/a.svg',
      'https://example.org/a.png',
      '//example.org/a.png',
      '/etc/a.png',
      'data:image/png;base64,AA',
      'file:///a.png',
    ];
    for (const source of elsewhere) expect(address(source), source).to.equal(undefined);
  });

  it('are refused where a separator is encoded', () => {
    for (const source of ['..%2f..%2fa.png', '%2e%2e/%2e%2e/%2e%2e/a.png', '..\\..\\a.png', '..%5C..%5Ca.png', 'a%00.png'])
      expect(address(source), source).to.equal(undefined);
  });

  it('can be enlarged, but not in a link', () => {
    expect(rendered('![A "b"](../images/a.svg "T")')).to.match(
      /<span class="picture"><button type="button" data-enlarge aria-expanded="false" title="Enlarge"><img src="https:[^"]+\/notes\/images\/a\.svg" alt="A &quot;b&quot;" title="T"><\/button><\/span>/,
    );
    expect(rendered('[![a](b.png)](#c)')).to.include('<img ').and.not.to.include('<button');
  });

  it('are named where they are left out', () => {
    expect(rendered('![A $& <b>](https://example.org/a.png)')).to.include(
      '<span class="left-out">Left out: A $&amp; &lt;b&gt;</span>',
    );
  });
});
