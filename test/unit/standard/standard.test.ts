import { expect } from 'chai';
import { parseNote } from '../../../src/core/notes/parseNote';
import type { Note } from '../../../src/core/notes/note';
import { difference } from '../../../src/core/standard/alike';
import { coverageOf } from '../../../src/core/standard/coverage';
import { countWords, shapeProblems, wordingProblems } from '../../../src/core/standard/shape';
import { readStandard } from '../../../src/core/standard/standard';

const note = (text: string): Note => parseNote('n.md', text);
const standard = readStandard('headings: [[Traps, 陷阱], [Questions]]\ntrail: [2, 3]\nwords: 20\ninstead: { 复本: 副本 }');
const whole =
  '---\ntitle: A\nsummary: B\n---\n## Steps\n1. [a](kafka:A): one.\n2. [b](kafka:B): two.\n\n## Traps: many\nx\n## Questions\ny\n';

describe('a standard', () => {
  it('is read from YAML, and demands nothing that it does not name', () => {
    expect(standard.headings).to.deep.equal([['Traps', '陷阱'], ['Questions']]);
    expect(shapeProblems(note('---\ntitle: A\nsummary: B\n---\n'), readStandard('later: []'), true)).to.deep.equal([]);
  });

  for (const [yaml, message] of [
    ['- a', 'a standard: expected name: value'],
    ['word: 3', 'there is no word in a standard'],
    ['outside: jstack', 'outside: expected a list'],
    ['outside: [3]', 'outside: expected text, not 3'],
    ['trail: [3, 2]', 'trail: expected the least and the most steps'],
  ] as const) {
    it(`is refused where it says ${yaml}`, () => expect(() => readStandard(yaml)).to.throw(message));
  }
});

describe('the shape of a note', () => {
  const problems = (text: string, isFirst = true): string[] =>
    shapeProblems(note(text), standard, isFirst).map(({ code, args }) => [code, ...args].join(' '));

  it('is as the standard demands', () => expect(problems(whole)).to.deep.equal([]));

  for (const [what, text, expected] of [
    ['no summary', whole.replace('summary: B\n', ''), 'standard/frontMatter'],
    ['no title', whole.replace('title: A\n', ''), 'standard/frontMatter'],
    ['a heading less', whole.replace('## Questions\n', ''), 'standard/heading Questions'],
    [
      'its headings in another order',
      whole.replace('Traps: many', 'Questions').replace(/Questions\ny/, 'Traps\ny'),
      'standard/heading Questions',
    ],
    ['a short trail', whole.replace('2. [b](kafka:B): two.\n', ''), 'standard/trail 1 2 3'],
    ['many words', whole + 'word '.repeat(20), 'standard/length 32 20'],
  ] as const) {
    it(`is refused for ${what}`, () => expect(problems(text)).to.deep.equal([expected]));
  }

  it('counts the words of the first language alone, without addresses, code blocks and front matter', () => {
    expect(problems(whole + 'word '.repeat(20), false)).to.deep.equal([]);
    expect(countWords(note('---\ntitle: A\n---\none [two three](kafka:a.b#c) `four`\n\n```\nfive six\n```\n'))).to.equal(4);
  });
});

describe('the wording of a note', () => {
  const problems = (text: string): string[] =>
    wordingProblems(note(text), standard).map(({ code, args }) => [code, ...args].join(' '));

  it('may not link the same code twice in a row in a line', () => {
    expect(problems('[a](kafka:A) and [b](kafka:A)')).to.deep.equal(['standard/repeated kafka:A']);
    expect(problems('[a](kafka:A) and [b](kafka:B) and [c](kafka:A)\n\n[d](kafka:A)')).to.deep.equal([]);
  });

  it('takes the word that the standard has', () => expect(problems('一个复本')).to.deep.equal(['standard/word 复本 副本']));
});

describe('a note in two languages', () => {
  const between = (one: string, other: string): string | undefined => difference(note(one), note(other))?.args.join(' | ');

  it('has the same sections, anchors and trails', () => {
    expect(between(whole, whole.replace('one', '一').replace('Traps: many', '陷阱'))).to.equal(undefined);
    expect(between(whole, whole.replace('## Questions', '### Questions'))).to.equal('section | Questions | Questions');
    expect(between(whole, `${whole}## More\n`)).to.equal('section |  | More');
    expect(between(whole, whole.replace('kafka:B', 'kafka:C'))).to.equal('anchor | kafka:B | kafka:C');
    expect(between(whole, whole.replace('\n2. ', '\n\n2) '))).to.match(/^trail/);
  });
});

describe('what notes are about', () => {
  it('is counted by package: headings, their members and the steps of trails', () => {
    const about = note('## T: [`A.m`](kafka:p.A$#m%28Int%29)\n[x](kafka:p.B)\n\n1. [c](kafka:p.q.C#run:~:text=x): step.\n');
    expect(coverageOf(['p.A', 'p.A#m', 'p.A#n', 'p.B', 'p.q.C#run'], [about])).to.deep.equal([
      { name: 'p', covered: ['p.A', 'p.A#m'], missing: ['p.A#n', 'p.B'] },
      { name: 'p.q', covered: ['p.q.C#run'], missing: [] },
    ]);
  });
});
