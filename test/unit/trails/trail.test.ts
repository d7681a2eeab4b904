import { expect } from 'chai';
import { NoteParser } from '../../../src/core/notes/parseNote';
import type { Note } from '../../../src/core/notes/note';
import { readingSeconds } from '../../../src/core/notes/readingTime';
import { sectionsLeft, stepOf, trailsOf, type Trail } from '../../../src/core/trails/trail';

const parser = new NoteParser();

function note(text: string): Note {
  return parser.read('file:///notes/a.md', text);
}

/** The trails of a note, each as its name and its steps' labels, moved in by their depth. */
function trails(text: string): Record<string, string[]> {
  const named = trailsOf(note(text)).map(({ name, number, steps }) => [
    `${name} ${number}`,
    steps.map(({ anchor, depth }) => '-'.repeat(depth) + anchor.label),
  ]);
  return Object.fromEntries(named) as Record<string, string[]>;
}

function main(text: string): Trail {
  const [first] = trailsOf(note(text));
  if (first === undefined) throw new Error('no trail');
  return first;
}

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => `[${name}](kafka:p.${name.toUpperCase()}#m)`) as [
  string,
  string,
  string,
  string,
];

describe('a written trail', () => {
  it('is an ordered list whose items each begin with an anchor, named by the heading over it', () => {
    expect(
      trails(`# N\n\n${a}\n\n## The walk\n\nFollow it.\n\n1. ${a} does it.\n2. **${b}** waits.\n3. [\`c\`](kafka:p.C) ends.\n`),
    ).to.deep.equal({
      'The walk 1': ['a', 'b', 'c'],
    });
    expect(trails(`# N\n\n1) ${a}\n\n   More of it.\n\n2) *${b}* <!-- draft -->\n`)).to.deep.equal({ 'N 1': ['a', 'b'] });
    expect(trails(`1. ${a}\n`)).to.deep.equal({ 'a 1': ['a'] });
  });

  it('is none where an item begins otherwise: with words, a task’s box, a picture, another link, a block', () => {
    for (const other of [`See ${b}`, `[ ] ${b}`, `![](x.png) ${b}`, '[b](b.md)', '`b`', `> ${b}`, `<!-- --> ${b}`, '']) {
      expect(trails(`# N\n\n1. ${a}\n2. ${other}\n`), other).to.deep.equal({});
    }
    expect(trails(`# N\n\n- ${a}\n- ${b}\n`)).to.deep.equal({});
    expect(note(`# N\n\n1. ${a}\n2. # ${b}\n`).trails).to.equal(undefined);
    expect(trails(`# N\n\n> 1. ${a}\n\n[^1]: 1. ${b}\n\nx[^1]\n`)).to.deep.equal({});
  });

  it('keeps a step whose anchor is malformed or comes twice', () => {
    expect(trails(`# N\n\n1. ${a}\n2. [x](kafka:p.A:12)\n3. ${a}\n`)).to.deep.equal({ 'N 1': ['a', 'x', 'a'] });
    expect(main(`1. ${a} or ${b}\n2. ${a}\n`).steps.map(({ occurrence }) => occurrence)).to.deep.equal([0, 1]);
  });

  it('takes in the lists inside its items, and leaves other lists there alone', () => {
    const text = `# N\n\n1. ${a}\n\n   - ${b}\n\n   1. ${c}\n      1. ${d}\n\n2. ${b}\n   1. first\n   2. second\n`;
    expect(trails(text)).to.deep.equal({ 'N 1': ['a', '-c', '--d', 'b'] });
    expect(trails(`# N\n\n1. Words\n   1. ${a}\n   2. ${b}\n\n- Words\n  1. ${c}\n`)).to.deep.equal({
      'N 1': ['a', 'b'],
      'N 2': ['c'],
    });
  });

  it('has an identity of its own, also under one heading or headings of the same text', () => {
    const text = `# N\n\n## Walk\n\n1. ${a}\n\nThen:\n\n1. ${b}\n\n## Walk\n\n1. ${c}\n\n##\n\n1. ${d}\n`;
    const all = trailsOf(note(text));
    expect(all.map(({ id }) => id).slice(0, 3)).to.deep.equal(['walk', 'walk~2', 'walk-1']);
    expect(new Set(all.map(({ id }) => id)).size).to.equal(4);
    expect(all.map(({ name, number }) => `${name} ${number}`)).to.deep.equal(['Walk 1', 'Walk 2', 'Walk 3', 'N 1']);
    expect(all.map(({ isWritten }) => isWritten)).to.deep.equal([true, true, true, true]);
  });

  it('tells its sentences as plain text', () => {
    const { steps } = main(`1. **[\`run\`](kafka:p.A#run)** calls\n   *it* <!-- why? -->once.\n\n   More.\n`);
    expect(steps.map(({ title }) => title)).to.deep.equal(['run calls it once.']);
  });

  it('shows the section about the step’s code: the same statement, else the symbol, never the class', () => {
    const text = `# N: [P](kafka:p.P)

## Walk

1. [s](kafka:p.P#m:~:text=x%20%3D%201) sets it.
2. [o](kafka:p.P#m:~:text=other) does more.
3. [n](kafka:p.P#n) is not told.

## [m](kafka:p.P#m)

Ten words.

## One: [x](kafka:p.P#m:~:text=x%20=%201)

Of x.
`;
    const it = note(text);
    const [trail] = trailsOf(it);
    expect(trail?.steps.map(({ section }) => it.sections[section]?.title)).to.deep.equal(['One: x', 'm', 'Walk']);
    const left = [0, 1, 2].map((at) => sectionsLeft(it, trail!, at).map((section) => it.sections[section]?.title));
    expect(left).to.deep.equal([['One: x'], ['m'], ['Walk']]);
  });

  it('takes the time of its items, and of each section that it shows once', () => {
    const section = `## M: [m](kafka:p.P#m)\n\n${'word '.repeat(100)}\n`;
    const items = ['one two three four', 'five six', 'seven'];
    const list = items.map((words, at) => `${at + 1}. [m](kafka:p.P#m${at === 1 ? '' : ':~:text=x'}) ${words}\n`).join('');
    const [trail] = trailsOf(note(`# N\n\n${list}\n${section}\n## Else\n\n${'word '.repeat(500)}\n`));
    const whole = readingSeconds(list) + readingSeconds(section);
    expect(trail?.steps.reduce((sum, { seconds }) => sum + seconds, 0)).to.be.closeTo(whole, 1);
    expect(trail?.steps[1]?.seconds).to.be.lessThan(2);
  });
});

/** A small random source, the same in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('trails of generated notes', () => {
  it('are those that the note was made with', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const below = random(seed);
      let name = 0;
      const expected: string[][] = [];
      const blocks = Array.from({ length: 1 + below(6) }, () => {
        if (below(3) === 0) return `${'#'.repeat(1 + below(4))} H${below(2)}\n`;
        const steps: string[] = [];
        const isTrail = below(3) > 0;
        const list = (indent: string, depth: number): string => {
          const gap = below(2) === 0 ? '\n' : '';
          const items = Array.from({ length: 1 + below(3) }, (_, at) => {
            const label = `s${name++}`;
            steps.push('-'.repeat(depth) + label);
            const mark = below(3) === 0 ? '**' : '';
            const inner = depth < 2 && below(4) === 0 ? `\n${list(`${indent}   `, depth + 1)}` : '\n';
            return `${indent}${at + 1}. ${mark}[${label}](kafka:p.T#m${below(4)})${mark} does it.${gap}${inner}`;
          });
          return items.join(gap);
        };
        const text = list('', 0);
        if (isTrail) expected.push(steps);
        return isTrail ? text : `${text}9. No step.\n`;
      });
      const made = `Start.\n\n${blocks.join('\nBetween.\n\n')}`;
      // A list that is no trail gives way to the lists inside its items, which the generator does not tell.
      const found = trailsOf(note(made)).filter(({ steps }) => !isInner(made, steps[0]!.anchor.label));
      const labels = found.map(({ steps }) => steps.map(({ anchor, depth }) => '-'.repeat(depth) + anchor.label));
      expect(labels, made).to.deep.equal(expected);
      expect(new Set(found.map(({ id }) => id)).size, made).to.equal(found.length);
    }
  });
});

/** Returns whether a step stands in a list inside another one. */
function isInner(text: string, label: string): boolean {
  const line = text.split('\n').find((one) => one.includes(`[${label}]`)) ?? '';
  return line.startsWith(' ');
}

const way = `---
title: A way
---
Before it all.

# One: [A](kafka:a.A) and [A](kafka:a.A)

See [A once more](kafka:a.A) and [B](kafka:a.B#b).

## Without anchors

Ten words that nobody binds to any code at all.

## Two: [A again](kafka:a.A) and [the last](kafka:/c.properties)

[Not one](kafka:a.A:12) of them, but [B](kafka:a.B#b:~:text=x).

### Inside: [B](kafka:a.B#b)

The end.
`;

describe('the trail of a note without a list of steps', () => {
  it('has the subjects of its sections, and the note’s title as its name', () => {
    const trail = main(way);
    expect(trail.steps.map(({ anchor, depth }) => '-'.repeat(depth) + anchor.label)).to.deep.equal([
      'A',
      '-A again',
      '-the last',
      '--B',
    ]);
    expect([trail.name, trail.isWritten]).to.deep.equal(['A way', false]);
    expect(trailsOf(note('No anchors.'))).to.deep.equal([]);
    expect(trailsOf(note(`# H\n\nOnly ${a}.`))).to.deep.equal([]);
  });

  it('takes as long as the whole note', () => {
    const { text } = note(way);
    const whole = readingSeconds(text.slice(text.indexOf('Before')));
    expect(main(way).steps.reduce((sum, { seconds }) => sum + seconds, 0)).to.be.closeTo(whole, 0.01);
  });

  it('leaves the sections behind that end before the next step', () => {
    const it = note(way);
    const slugs = (index: number) => sectionsLeft(it, main(way), index).map((section) => it.sections[section]?.slug);
    expect([0, 1, 2, 3, 4].map(slugs)).to.deep.equal([
      ['', 'one-a-and-a', 'without-anchors'],
      [],
      ['two-a-again-and-the-last'],
      ['inside-b'],
      [],
    ]);
  });

  it('knows the step of every anchor that means its code', () => {
    const it = note(way);
    const all = trailsOf(it);
    const found = it.anchors.map((anchor) => stepOf(all, anchor)?.index);
    expect(found).to.deep.equal([0, 0, 0, 3, 1, 2, undefined, undefined, 3]);
  });
});
