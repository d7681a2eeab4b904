import { expect } from 'chai';
import type { Note } from '../../../src/core/notes/note';
import { parseNote } from '../../../src/core/notes/parseNote';
import { readableSections, sectionsAt, type ReadableSection } from '../../../src/core/progress/readableSection';
import { holdsAll, ReadMarks, type NoteAddress } from '../../../src/core/progress/readMarks';
import { parseMarks, printMarks } from '../../../src/core/progress/sharedMarks';

const address: NoteAddress = { folder: 'shipped', path: 'a.md' };
const long = 'More than eighty characters of text, which is enough to tell this section from every other one there is. ';

const text = `---
title: A note
---
Words before it all.

# Holder

## One: [A](kafka:p.A)

First. ${long}

### Deeper

Second. ${long}

## Two: [A](kafka:p.A)

Third. ${long}

## Plain

Short.

## Empty
`;

function note(changed = text): Note {
  return parseNote('file:///notes/a.md', changed);
}

function named(of: Note, slug: string): ReadableSection {
  const found = readableSections(of).find(({ section }) => section.slug === slug);
  if (found === undefined) throw new Error(slug);
  return found;
}

/** The slugs that are read in a note whose text is now another, where `slugs` were marked before. */
function readAfter(slugs: readonly string[], changed: string, at: NoteAddress = address): (string | undefined)[] {
  const sections = slugs.map((slug) => named(note(), slug));
  const marks = new ReadMarks().marked(address, sections, true, 1000);
  return readableSections(note(changed)).flatMap((one) => (marks.isRead(at, one) ? [one.section.slug] : []));
}

describe('the sections to read', () => {
  it('are those that have words of their own', () => {
    const slugs = readableSections(note()).map(({ section }) => section.slug);
    expect(slugs).to.deep.equal(['', 'one-a', 'deeper', 'two-a', 'plain']);
  });

  it('are known by what they are about, else by their slug', () => {
    expect(readableSections(note()).map(({ id }) => id)).to.deep.equal(['#', 'kafka:p.A', '#deeper', 'kafka:p.A ~2', '#plain']);
  });

  it('are themselves at their slug, those below at one that only holds others', () => {
    const it = note();
    const at = (slug: string) => sectionsAt(it, readableSections(it), slug).map(({ section }) => section.slug);
    expect(at('one-a')).to.deep.equal(['one-a']);
    expect(at('holder')).to.deep.equal(['one-a', 'deeper', 'two-a', 'plain']);
    expect(at('')).to.deep.equal(['']);
    expect(at('empty')).to.deep.equal([]);
    expect(at('nowhere')).to.deep.equal([]);
  });
});

describe('what is read', () => {
  it('is nothing at first, and what was marked', () => {
    expect(readAfter([], text)).to.deep.equal([]);
    expect(readAfter(['', 'deeper', 'two-a'], text)).to.deep.equal(['', 'deeper', 'two-a']);
  });

  it('stays so where the heading is another but what it is about is not, as in another language', () => {
    const chinese = '## 一：[A](kafka:p.A)\n\n别的文字。\n\n## 二：[A](kafka:p.A)\n\n还有别的文字。\n';
    expect(readAfter(['two-a'], chinese)).to.deep.equal(['二a']);
  });

  it('stays so where the text is another but the heading is not', () => {
    expect(readAfter(['plain', 'one-a'], text.replace('Short.', 'Longer now.').replace('First.', '1.'))).to.deep.equal([
      'one-a',
      'plain',
    ]);
  });

  it('stays so where only the text is the same', () => {
    expect(readAfter(['deeper'], text.replace('### Deeper', '### Further [down](kafka:p.B)'))).to.deep.equal(['further-down']);
  });

  it('is not another section under an old name', () => {
    const swapped = '## One: [A](kafka:p.Other)\n\nElse.\n\n## More: [A](kafka:p.A)\n\nElse too.\n';
    expect(readAfter(['one-a'], swapped)).to.deep.equal(['more-a']);
  });

  it('is known in a file that was renamed, by texts that can be told apart', () => {
    expect(readAfter(['one-a', 'plain'], text, { folder: 'shipped', path: 'b.md' })).to.deep.equal(['one-a']);
    expect(readAfter(['one-a', 'plain'], text, { folder: 'own/Other', path: 'a.md' })).to.deep.equal(['one-a']);
  });

  it('can be taken back, in a copy of the file alone too', () => {
    const it = note();
    const copy = { folder: 'shipped', path: 'copy.md' };
    const marks = new ReadMarks().marked(address, readableSections(it), true, 5);
    const taken = marks.marked(copy, [named(it, 'deeper')], false, 5);
    expect(taken.isRead(address, named(it, 'deeper'))).to.equal(true);
    expect(taken.isRead(copy, named(it, 'deeper'))).to.equal(false);
    expect(marks.marked(address, [named(it, 'deeper')], false, 1).isRead(address, named(it, 'deeper'))).to.equal(false);
  });

  it('merges by the newest word, in any order', () => {
    const it = note();
    const [one, two] = [named(it, 'one-a'), named(it, 'plain')];
    const a = new ReadMarks().marked(address, [one, two], true, 10);
    const b = new ReadMarks().marked(address, [one], false, 20);
    for (const merged of [a.merged(b), b.merged(a), a.merged(b).merged(a)]) {
      expect(merged.isRead(address, one)).to.equal(false);
      expect(merged.isRead(address, two)).to.equal(true);
    }
  });

  it('is the same for both of two windows that said the contrary within one millisecond', () => {
    const it = note();
    const one = named(it, 'one-a');
    const a = new ReadMarks().marked(address, [one], true, 10);
    const b = new ReadMarks().marked(address, [one], false, 10);
    expect(a.merged(b).isRead(address, one)).to.equal(b.merged(a).isRead(address, one));
    expect(holdsAll(a.merged(b), b.merged(a))).to.equal(true);
    expect(holdsAll(a, b)).to.equal(false);
  });

  it('goes to other windows and back as it is, with what was marked unread again', () => {
    const it = note();
    const marks = new ReadMarks()
      .marked(address, readableSections(it), true, 10)
      .marked(address, [named(it, 'plain')], false, 20);
    const back = parseMarks(printMarks(marks));
    expect(back !== undefined && holdsAll(back, marks) && holdsAll(marks, back)).to.equal(true);
    expect(parseMarks(printMarks(marks).slice(0, -5))).to.equal(undefined);
    const strange = '[1, {"address": {"folder": "own/a"}}, {"address": {"folder": "a", "path": "b"}, "marks": [{"id": 1}]}]';
    expect(parseMarks(strange)?.count).to.equal(0);
  });

  it('only grows by what is imported', () => {
    const it = note();
    const [one, two, three] = [named(it, 'one-a'), named(it, 'plain'), named(it, 'deeper')];
    const here = new ReadMarks().marked(address, [one], true, 10).marked(address, [two], false, 30);
    const other = new ReadMarks().marked(address, [two, three], true, 20).marked(address, [one], false, 40);
    const both = here.including(other, 50);
    expect([one, two, three].map((section) => both.isRead(address, section))).to.deep.equal([true, true, true]);
    expect(both.count).to.equal(3);
  });

  it('is reset, and the reset undone, even within a millisecond and where another machine adds something', () => {
    const it = note();
    const before = new ReadMarks().marked(address, [named(it, 'one-a'), named(it, 'plain')], true, 10);
    const reset = before.cleared(10);
    expect(reset.count).to.equal(0);
    expect(before.merged(reset).count).to.equal(0);
    const undone = reset.undone(before, reset, 10);
    expect(undone.count).to.equal(2);
    expect(before.merged(reset).merged(undone).count).to.equal(2);
  });

  it('keeps what was said since when a reset or an import is undone', () => {
    const [one, two] = [named(note(), 'one-a'), named(note(), 'plain')];
    const before = new ReadMarks().marked(address, [one], true, 10);
    const reset = before.cleared(20);
    const since = reset.marked(address, [two], true, 30);
    expect([one, two].map((section) => since.undone(before, reset, 40).isRead(address, section))).to.deep.equal([true, true]);
    const imported = before.including(new ReadMarks().marked(address, [two], true, 5), 20);
    const later = imported.marked(address, [one], false, 30);
    expect([one, two].map((section) => later.undone(before, imported, 40).isRead(address, section))).to.deep.equal([
      false,
      false,
    ]);
  });
});
