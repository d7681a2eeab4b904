import { assert } from 'chai';
import type { OutlineEntry } from '../../src/core/notes/note';
import { parseOutline } from '../../src/core/notes/parseOutline';
import { LineIndex } from '../../src/core/util/lineIndex';
import { damaged, linesOf, wellFormed } from './damage';
import { assertInside } from './places';
import { createTarget } from './target';

const lines = [
  ...['# Title', '## Chapter', '### Part', 'Chapter\n---', 'prose', '', '---', '<b>a</b>', '<!-- a -->', '```', '> - [q](q.md)'],
  ...[
    '- [x] [A](a.md)',
    '- [ ] [B](b.md)',
    '- [X] C',
    '- [D](d%20e.md#s)',
    '  - [E](e.md)',
    '    - [ ] F',
    '1. [G](<g h.md>)',
    '* a',
  ],
  ...[
    '- - [N](n.md)',
    '- [K](kafka:a.B)',
    '- [H](https://a.org/b.md)',
    '- [J](javascript:a)',
    '- [S](/etc/a.md)',
    '- [U](../up.md)',
  ],
  ...[
    '- [R][r]',
    '- [r]',
    '[r]: r.md "t"',
    '- [V](%2Fv.md)',
    '- [W](w%FF.md)',
    '- [Y](#y)',
    '- ![i](i.png)',
    '- [x](x.md) [z](z.md)',
  ],
  ...['---\ntitle: T\n---', '- [Z](&#47;z.md)', '- [O](\\/o.md)', '- [P](javascript%3Aa)', '- [T](//a.org/t.md)'],
];
const pieces = [
  '- ',
  '  ',
  '    ',
  '* ',
  '1. ',
  '# ',
  '[x] ',
  '[ ] ',
  '](',
  '](a.md)',
  '![',
  '> ',
  '~~~',
  '<',
  '&#x2F;',
  '%2F',
  '- '.repeat(90),
];

/** Throws unless the entries stand in the text one after the other, each before those in it, and name notes as paths. */
function checkEntries(entries: readonly OutlineEntry[], text: string, index: LineIndex, from: number): number {
  let line = from;
  for (const { title, note, written, box, range, children } of entries) {
    assert.isString(title);
    assertInside(index, range);
    assert.isAtLeast(range.start.line, line, 'an entry stands before the one above it');
    line = range.start.line;
    if (written) assert.isTrue(note !== undefined && box !== 'empty', 'written without a note or with an empty box');
    if (note !== undefined) checkNote(note, text);
    line = checkEntries(children, text, index, line);
  }
  return line;
}

function checkNote(note: string, text: string): void {
  assert.notEqual(note, '');
  // What is percent-encoded is part of a name, which may look like anything.
  if (!text.includes('%')) assert.isFalse(/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(note), `${JSON.stringify(note)} is no relative path`);
  // A text without escapes has each destination as it is, but for U+0000, which Markdown replaces.
  if (!/[&\\%]/.test(text))
    assert.isTrue(wellFormed(text).replaceAll('\0', '\uFFFD').includes(note), `${JSON.stringify(note)} is not in the text`);
}

function check(readme: string): void {
  const { title, chapters } = parseOutline(readme);
  assert.isString(title);
  const text = readme.startsWith('\uFEFF') ? readme.slice(1) : readme;
  const index = new LineIndex(text);
  let line = 0;
  for (const chapter of chapters) {
    assert.isString(chapter.title);
    assertInside(index, chapter.range);
    assert.isAtLeast(chapter.range.start.line, line, 'a chapter stands before the one above it');
    line = checkEntries(chapter.entries, text, index, chapter.range.start.line);
  }
}

export const outlines = createTarget('outlines', 'the outline of a notes folder', damaged(linesOf(lines, 10), pieces), check);
