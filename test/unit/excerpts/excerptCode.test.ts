import { expect } from 'chai';
import { cutExcerpt, withoutIndentation } from '../../../src/core/excerpts/excerptCode';
import { LineIndex } from '../../../src/core/util/lineIndex';

function cut(text: string, first: number, last: number, most: number): ReturnType<typeof cutExcerpt> {
  return cutExcerpt(text, new LineIndex(text), { first, last }, most);
}

describe('the code of an excerpt', () => {
  it('begins where its least indented line does; blank lines do not count', () => {
    expect(withoutIndentation(['    if (a) {', '', '  ', '      b();', '    }'])).to.deep.equal([
      'if (a) {',
      '',
      '',
      '  b();',
      '}',
    ]);
    expect(withoutIndentation(['      last', '    first'])).to.deep.equal(['  last', 'first']);
    expect(withoutIndentation(['a', '  b'])).to.deep.equal(['a', '  b']);
    expect(withoutIndentation(['', ' '])).to.deep.equal(['', '']);
    expect(withoutIndentation([])).to.deep.equal([]);
  });

  it('loses only tabs for tabs and spaces for spaces', () => {
    expect(withoutIndentation(['\t\tif (a)', '\t\t\tb();'])).to.deep.equal(['if (a)', '\tb();']);
    expect(withoutIndentation(['\t  a', '\t b'])).to.deep.equal([' a', 'b']);
    expect(withoutIndentation(['\ta', '    b'])).to.deep.equal(['\ta', '    b']);
  });

  it('is cut behind as many lines as are wanted', () => {
    const text = Array.from({ length: 20 }, (_, line) => `  ${line}`).join('\n');
    expect(cut(text, 2, 4, 15)).to.deep.equal({ first: 2, last: 4, shown: 3, text: '2\n3\n4' });
    expect(cut(text, 1, 18, 15)).to.include({ first: 1, last: 18, shown: 15 });
    expect(cut(text, 1, 18, 15).text.split('\n')).to.have.length(15);
    expect(cut(text, 3, 17, 15).shown).to.equal(15);
  });

  it('has no line ends but line feeds, and no endless line', () => {
    expect(cut('a\r\n  b \r\nc', 0, 2, 15).text).to.equal('a\n  b\nc');
    expect(cut(`a\n${'x'.repeat(500_000)}\nb`, 1, 1, 15).text).to.have.length(1001);
  });
});
