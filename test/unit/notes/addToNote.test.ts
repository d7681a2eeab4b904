import { expect } from 'chai';
import { addParagraph } from '../../../src/core/notes/addToNote';
import { parseNote } from '../../../src/core/notes/parseNote';
import { codeSpan, writeLink } from '../../../src/core/notes/writeLink';

/** Returns the note with the paragraph, and `|` where its author goes on. */
function added(text: string, title?: string): string {
  const { sections } = parseNote('file:///a.md', text);
  const section = sections.find((one) => one.title === title);
  const { offset, text: put, caret } = addParagraph(text, title === undefined ? undefined : section, 'new');
  return `${text.slice(0, offset)}${put.slice(0, caret)}|${put.slice(caret)}${text.slice(offset)}`;
}

describe('addParagraph', () => {
  it('puts a paragraph behind the last words of a section, before the next heading', () => {
    expect(added('# A\n\na\n\n## B\n\nb\n\n\n# C\n', 'B')).to.equal('# A\n\na\n\n## B\n\nb\n\nnew|\n\n\n# C\n');
    expect(added('# A\n\n## B\n', 'A')).to.equal('# A\n\nnew|\n\n## B\n');
  });

  it('puts it at the end of a note, which gets a last line end where it had none', () => {
    expect(added('# A\n')).to.equal('# A\n\nnew|\n');
    expect(added('# A')).to.equal('# A\n\nnew|\n');
    expect(added('')).to.equal('new|\n');
    expect(added('# A\n\n\n')).to.equal('# A\n\nnew|\n\n\n');
  });

  it('keeps the note’s kind of line end', () => {
    expect(added('# A\r\n\r\n## B\r\n', 'A')).to.equal('# A\r\n\r\nnew|\r\n\r\n## B\r\n');
  });
});

describe('writeLink', () => {
  it('writes a code span that shows any text as it is', () => {
    expect(writeLink('Log.append', 'kafka:kafka.log.Log#append')).to.equal('[`Log.append`](kafka:kafka.log.Log#append)');
    for (const text of ['a`b', '`a`', '``', 'a ``` b', 'x[0](1)']) {
      const note = parseNote('file:///a.md', `[${codeSpan(text)}](kafka:p.A) end\n`);
      expect(note.anchors.map(({ label }) => label), text).to.deep.equal([text]);
    }
  });
});
