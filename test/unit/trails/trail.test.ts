import { expect } from 'chai';
import { parseNote } from '../../../src/core/notes/parseNote';
import type { Note } from '../../../src/core/notes/note';
import { readingSeconds } from '../../../src/core/notes/readingTime';
import { remainingSeconds, sectionsLeft, stepOf, trailOf } from '../../../src/core/trails/trail';

function note(text: string): Note {
  return parseNote('file:///notes/a.md', text);
}

/** The steps' labels. */
function labels(text: string): string[] {
  return trailOf(note(text)).map(({ anchor }) => anchor.label);
}

const way = `---
title: A way
---
Before it all.

# One: [A](kafka:a.A)

See [A once more](kafka:a.A) and [B](kafka:a.B#b).

## Without anchors

Ten words that nobody binds to any code at all.

## Two: [A again](kafka:a.A)

[Not one](kafka:a.A:12) of them, but [B](kafka:a.B#b:~:text=x), [B](kafka:a.B#b:~:text=%78) and [the last](kafka:/c.properties).

### After it

The end.
`;

describe('a trail', () => {
  it('has the anchors of a note in order, the malformed left out', () => {
    expect(labels(way)).to.deep.equal(['A', 'B', 'A again', 'B', 'the last']);
    expect(labels('No anchors.')).to.deep.equal([]);
  });

  it('stops once where an anchor repeats the one before it in its section, in other words too', () => {
    expect(labels('[a](kafka:a.A) [b](kafka:a.A) [c](kafka:a.A#m) [d](kafka:a.A)')).to.deep.equal(['a', 'c', 'd']);
    expect(labels('[a](kafka:a.A#m\\(Int\\)) [b](kafka:a.A#m%28Int%29)')).to.deep.equal(['a']);
    expect(labels('[a](kafka:a.A)\n\n# H\n\n[b](kafka:a.A)')).to.deep.equal(['a', 'b']);
    expect(labels('[a](kafka:a.A:~:text=x) [b](kafka:a.A)')).to.deep.equal(['a', 'b']);
  });

  it('leaves out what stands in a diagram', () => {
    expect(labels('```mermaid\nflowchart LR\n  A --> B\n  click A "kafka:a.A"\n```\n\n[a](kafka:a.B)')).to.deep.equal(['a']);
  });

  it('counts an anchor among those of the same text', () => {
    const steps = trailOf(note(way));
    expect(steps.map(({ occurrence, repeats }) => [occurrence, repeats])).to.deep.equal([
      [0, 2],
      [0, 1],
      [2, 1],
      [0, 2],
      [0, 1],
    ]);
  });

  it('takes as long as the whole note', () => {
    const { text } = note(way);
    const steps = trailOf(note(way));
    const whole = readingSeconds(text.slice(text.indexOf('Before')));
    expect(remainingSeconds(steps, 0)).to.be.closeTo(whole, 0.01);
    const rests = steps.map((_, index) => remainingSeconds(steps, index));
    expect(rests).to.deep.equal([...rests].sort((a, b) => b - a));
    expect(new Set(rests).size).to.equal(steps.length);
  });

  it('leaves the sections behind that end before the next step', () => {
    const it = note(way);
    const slugs = (index: number) => sectionsLeft(it, trailOf(it), index).map((section) => it.sections[section]?.slug);
    expect(slugs(0)).to.deep.equal(['']);
    expect(slugs(1)).to.deep.equal(['one-a', 'without-anchors']);
    expect(slugs(2)).to.deep.equal([]);
    expect(slugs(4)).to.deep.equal(['two-a-again', 'after-it']);
    expect(slugs(5)).to.deep.equal([]);
  });

  it('knows the step of every anchor', () => {
    const it = note(way);
    const steps = trailOf(it);
    expect(it.anchors.map((anchor) => stepOf(steps, anchor))).to.deep.equal([0, 0, 1, 2, -1, 3, 3, 4]);
  });
});
