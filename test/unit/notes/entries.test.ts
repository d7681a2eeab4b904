import { expect } from 'chai';
import { entryLines } from '../../../src/core/notes/entryLines';
import { parseNote } from '../../../src/core/notes/parseNote';

/** The anchors of a note, each by the last letter of its text, with the role and, for a reference, its entry on its own. */
function roles(...lines: string[]): string[] {
  const { anchors, text } = parseNote('file:///a.md', lines.join('\n'));
  const written = text.split('\n');
  return anchors.map(({ text: anchor, role, entry }) =>
    [anchor.slice(-1), role, ...(entry === undefined ? [] : entryLines(written, entry))].join('|'),
  );
}

describe('an anchor in a table', () => {
  it('is a reference, and its row can be read alone', () => {
    const table = ['---', 'title: t', '---', '| what | where |', '| :-- | --- |', '| x | [A](kafka:a.A) |', '| [`y`](kafka:a.B) | z |'];
    expect(roles(...table)).to.deep.equal([
      'A|reference|| what | where ||| :-- | --- ||| x | [A](kafka:a.A) |',
      'B|reference|| what | where ||| :-- | --- ||| [`y`](kafka:a.B) | z |',
    ]);
  });

  it('is one in the header, and in a table in a list or a quotation too', () => {
    expect(roles('| [a](kafka:a.A) |', '| - |', '| b |')).to.deep.equal(['A|reference|| [a](kafka:a.A) ||| - |']);
    expect(roles('- Say:', '', '    | b |', '    | - |', '    | [a](kafka:a.A) |')).to.deep.equal([
      'A|reference|| b ||| - ||| [a](kafka:a.A) |',
    ]);
    expect(roles('> | b |', '> | - |', '> | [a](kafka:a.A) |', '', '[b](kafka:a.B)')).to.deep.equal([
      'A|reference|> | b ||> | - ||> | [a](kafka:a.A) |',
      'B|mention',
    ]);
  });
});

describe('an anchor in a task', () => {
  it('is a reference, with all that stands in the task', () => {
    const note = ['- [ ] Read [a](kafka:a.A)', '  and:', '  - [b](kafka:a.B) sends', '', '- [c](kafka:a.C) sends', '1. [x] [d](kafka:a.D)'];
    expect(roles(...note)).to.deep.equal([
      `A|reference|${note.slice(0, 3).join('|')}`,
      `B|reference|${note.slice(0, 3).join('|')}`,
      'C|mention',
      `D|reference|${note[5]}`,
    ]);
  });
});

describe('an anchor in a list', () => {
  it('is a reference in a bulleted item that is nothing but a name and its values', () => {
    for (const item of ['- [`linger.ms`](kafka:a.A): `0`', '* **[`x`](kafka:a.A)** = 30 000', '+ `x`: [`null`](kafka:a.A), `-1`']) {
      expect(roles(item), item).to.deep.equal([`A|reference|${item}`]);
    }
    expect(roles('Defaults:', '', '- Producer', '    - [`x`](kafka:a.A): `0`', '', '      ', 'So.')).to.deep.equal([
      'A|reference|- [`x`](kafka:a.A): `0`',
    ]);
  });

  it('is a mention wherever there are words', () => {
    const items = [
      '- [`x`](kafka:a.A): `0` by default',
      '- [x](kafka:a.A): 0',
      '- [`x`](kafka:a.A)',
      '- 5: [`x`](kafka:a.A), `y`',
      '- [`x`](kafka:a.A): `0`\n\n  It waits.',
      '- [`x`](kafka:a.A): `0`\n  - more',
      '- [`x`](kafka:a.A): `0` ![waits](a.png)',
      '1. [`x`](kafka:a.A): `0`',
      '[`x`](kafka:a.A): `0`',
    ];
    for (const item of items) expect(roles(item), item).to.deep.equal(['A|mention']);
    expect(roles('- [`x`](kafka:a.A) → [`y`](kafka:a.B)')).to.deep.equal(['A|mention', 'B|mention']);
  });

  it('is about its subject in a heading, also in a task', () => {
    expect(roles('- [ ] x', '', '  # [a](kafka:a.A)', '- ## [`a`](kafka:a.A): `0`')).to.deep.equal(['A|subject', 'A|subject']);
  });
});

describe('an anchor in a diagram or in code', () => {
  it('is a mention', () => {
    expect(roles('```java', 'f(); // kafka:a.A', '```', '```mermaid', 'flowchart LR', 'click B "kafka:a.B"', '```')).to.deep.equal([
      'A|mention',
      'B|mention',
    ]);
  });
});
