import { assert } from 'chai';
import fc from 'fast-check';
import { parseFrontMatter } from '../../src/core/notes/frontMatter';
import { LineIndex } from '../../src/core/util/lineIndex';
import { damaged, linesOf } from './damage';
import { assertInside } from './places';
import { createTarget } from './target';

const yaml = [
  ...[
    'title: A',
    'summary: "b\\n"',
    "title: 'x'",
    'title: |\n  a\n\n  b',
    'summary: >-\n  a\n  b',
    '"title": x',
    'title:',
    'title: ~',
  ],
  ...['title: [a]', 'title: {a: b}', 'title: *x', 'title: &x a', 'title: !!str 1', 'title: !own a', 'title: 0x1F', 'title: .inf'],
  ...[
    'a: &x [1, 2]',
    'b: *x',
    '<<: *x',
    'c: [*x, *x, *x]',
    '? [a]\n: b',
    '? title\n: b',
    '{title: x}',
    '- a',
    '- - a',
    '# c',
    '',
  ],
  ...['__proto__: 1', '__proto__:\n  a: b', 'constructor: {prototype: {a: 1}}', '%YAML 1.2', '%TAG ! tag:a,1:', '--- a', 'a'],
];
const pieces = [
  '---\n',
  '...\n',
  '- ',
  ': ',
  '? ',
  '*x',
  '&x ',
  '!!map ',
  '!<a> ',
  '  ',
  '%YAML 9',
  '['.repeat(60),
  '- '.repeat(60),
  '{a: ',
];
const note = fc
  .tuple(
    fc.constantFrom('---\n', '---\n', '---  \r\n', '\uFEFF---\n', ''),
    linesOf(yaml, 5),
    fc.constantFrom('---\n', '...\n', '---', ''),
  )
  .chain(([open, fields, close]) => linesOf(['# Heading', 'text', '---', ''], 2).map((body) => open + fields + close + body));

const isFieldOrNone = (field: unknown): boolean => field === undefined || (typeof field === 'string' && field.trim() === field);

function check(text: string): void {
  const lines = new LineIndex(text);
  const { title, summary, kind, bodyLine, problem } = parseFrontMatter(text, lines);
  assert.isTrue(isFieldOrNone(title) && isFieldOrNone(summary) && isFieldOrNone(kind), 'a field is no trimmed text');
  assert.isTrue(Number.isInteger(bodyLine) && bodyLine >= 0 && bodyLine <= lines.lineCount, `the body begins at ${bodyLine}`);
  if (problem !== undefined) {
    assert.equal(problem.code, 'note/frontMatter');
    assertInside(lines, problem.range);
    assert.isTrue(problem.args.every((arg) => typeof arg === 'string'));
  }
  if (bodyLine === 0) {
    assert.isTrue(title === undefined && summary === undefined, 'a field without front matter');
    return;
  }
  assert.match(lines.line(0), /^---\s*$/);
  assert.match(lines.line(bodyLine - 1), /^(?:---|\.\.\.)\s*$/);
  const longer = `${text}\n---\ntitle: another\n---\n`;
  const again = parseFrontMatter(longer, new LineIndex(longer));
  assert.deepEqual([again.title, again.summary, again.bodyLine], [title, summary, bodyLine], 'the body changes the front matter');
}

export const frontMatter = createTarget('front-matter', 'the YAML at the start of a note', damaged(note, pieces), check);
