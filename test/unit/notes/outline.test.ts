import { expect } from 'chai';
import type { OutlineEntry } from '../../../src/core/notes/note';
import { parseOutline } from '../../../src/core/notes/parseOutline';

type Shape = [string, boolean, string | undefined, ...Shape[]];
const shape = ({ title, written, note, children }: OutlineEntry): Shape => [title, written, note, ...children.map(shape)];

describe('parseOutline', () => {
  it('puts an item that holds only a list where it begins', () => {
    const outline = parseOutline('# A\n\n- [a](a.md)\n\n# B\n\n- - [b](b.md)\n');
    expect(outline.chapters.map(({ entries }) => entries[0]?.range.start.line)).to.deep.equal([2, 6]);
    const behind = parseOutline('# A\n\n- - [b](b.md)\n\n  [c](c.md)\n').chapters[0]?.entries ?? [];
    expect(behind.map(shape)).to.deep.equal([['', false, undefined, ['b', true, 'b.md']]]);
  });

  it('reads chapters and entries', () => {
    const outline = parseOutline(
      [
        '---',
        'title: The plan',
        '---',
        '# Not this',
        'prose',
        '## Core `design`',
        '- [x] [Producer](core%20design/producer.md#x): *the* whole flow',
        '- [ ] Consumer',
        '  1. [ ] groups',
        '  2. [X] [offsets](offsets.md)',
        '',
        '     loose',
        '- no entry',
        '## Empty chapter',
        '## Only prose',
        'words [x](y.md)',
        '- words',
        '### Later',
        '* [Plain link](plain.md)',
        '* [ ] [Unwritten with a link](later.md)',
        '* [x] No link',
        '* group',
        '  * [x] [Below](below.md)',
        '* [x] [Elsewhere](https://kafka.apache.org) and [code](kafka:a.B)',
      ].join('\n'),
    );
    expect(outline.title).to.equal('The plan');
    expect(outline.chapters.map(({ title, entries }) => [title, ...entries.map(shape)])).to.deep.equal([
      [
        'Core design',
        ['Producer: the whole flow', true, 'core design/producer.md'],
        ['Consumer', false, undefined, ['groups', false, undefined], ['offsets', true, 'offsets.md']],
      ],
      ['Empty chapter'],
      [
        'Later',
        ['Plain link', true, 'plain.md'],
        ['Unwritten with a link', false, 'later.md'],
        ['No link', false, undefined],
        ['group', false, undefined, ['Below', true, 'below.md']],
        ['Elsewhere and code', false, undefined],
      ],
    ]);
  });

  it('takes a list without a heading, and the title from the heading', () => {
    const outline = parseOutline('- [x] [a](a.md)\n\n# Title\n- [ ] b');
    expect(outline.title).to.equal('Title');
    expect(outline.chapters.map(({ title, entries }) => [title, ...entries.map(shape)])).to.deep.equal([
      ['', ['a', true, 'a.md']],
      ['Title', ['b', false, undefined]],
    ]);
  });

  it('knows the line of an entry', () => {
    const entry = parseOutline('## A\n\n- [x] [a](a.md)\n').chapters[0]!.entries[0]!;
    expect(entry.range).to.deep.equal({ start: { line: 2, character: 0 }, end: { line: 2, character: 15 } });
  });

  it('is empty for an empty text', () => {
    expect(parseOutline('')).to.deep.equal({ title: '', chapters: [] });
  });
});
