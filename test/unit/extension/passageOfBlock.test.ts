import { expect } from 'chai';
import { passageOf } from '../../../src/extension/hovers/passage';
import { parseNote } from '../../../src/core/notes/parseNote';

const note = parseNote(
  'file:///notes/a.md',
  [
    '# T',
    '',
    '## [A](kafka:a.A)',
    '',
    'First.',
    '',
    'It goes so:',
    '',
    '```mermaid',
    'flowchart LR',
    '',
    'click B "kafka:a.B"',
    '```',
    '',
    'Last.',
  ].join('\n'),
);

/** Returns the text that a hover on the symbol of an anchor shows. */
function shown(text: string): string {
  const anchor = note.anchors.find((one) => one.text === text)!;
  return passageOf(note, note.sections[anchor.section]!, anchor).text;
}

describe('a diagram in a hover', () => {
  it('is left out of a section', () => {
    expect(shown('kafka:a.A')).to.equal('First.\n\nIt goes so:\n\n\nLast.');
  });

  it('is replaced by the words before it', () => {
    expect(shown('kafka:a.B')).to.equal('It goes so:');
  });
});

describe('code in a hover', () => {
  const code = parseNote(
    'file:///notes/a.md',
    ['# T', '', 'Before.', '', 'It goes', 'so:', '', '```java', 'f();', '', 'g(); // kafka:a.A', '```', 'Behind.'].join('\n'),
  );

  it('comes whole, with the words before it', () => {
    const [anchor] = code.anchors;
    const { text } = passageOf(code, code.sections[1]!, anchor!);
    expect(text).to.equal('It goes\nso:\n\n```java\nf();\n\ng(); // kafka:a.A\n```');
  });
});

describe('an excerpt in a hover', () => {
  const text = ['# T', '', 'Before.', '', 'It decides here:', '', '```kafka', 'a.A#f', '```', '', 'Behind.'].join('\n');
  const excerpt = parseNote('file:///notes/a.md', text);

  it('comes with the words before it', () => {
    const [anchor] = excerpt.anchors;
    expect(passageOf(excerpt, excerpt.sections[1]!, anchor!).text).to.equal('It decides here:\n\n```kafka\na.A#f\n```');
  });
});
