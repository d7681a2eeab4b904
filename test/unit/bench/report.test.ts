import { assert } from 'chai';
import { readFileSync } from 'node:fs';
import type { Machine } from '../../../bench/report/machine';
import { measureAll } from '../../../bench/measureAll';
import { headlinesOf } from '../../../bench/report/headlines';
import { formatBlock, marks, withBlock } from '../../../bench/report/markdown';
import type { Row } from '../../../bench/report/row';
import type { Setting } from '../../../bench/setting';

const machine: Machine = {
  date: '2026-01-02T03:04:05.678Z',
  processor: 'Some Processor',
  cores: 2,
  memory: 24,
  system: 'Linux 6',
  node: '20.0.0',
  load: 0.25,
};
const rows: readonly Row[] = [
  { what: 'kept', measured: 3, unit: 'ms', against: { what: 'another', measured: 2 }, limit: 1.5, repetitions: 5 },
  { what: 'not kept', measured: 12, unit: 'MB', limit: 10, repetitions: 1 },
  { what: '  a|b', measured: 1.234, unit: 'µs', repetitions: 2 },
];

function cells(line: string): string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** Returns the lines between the marks, trimmed and without empty ones. */
function blockOf(readme: string): string[] {
  const block = readme.slice(readme.indexOf(marks.begin) + marks.begin.length, readme.indexOf(marks.end));
  return block.split('\n').filter((line) => line.trim() !== '');
}

/** Reads the table that stands between the marks of a file, and checks its form. */
function bodyOf(file: string): string[][] {
  const text = readFileSync(file, 'utf8');
  assert.deepEqual(
    [marks.begin, marks.end].map((mark) => text.split(mark).length),
    [2, 2],
  );
  const [when = '', head = '', line = '', ...body] = blockOf(text);
  assert.match(when, /^\d{4}-\d\d-\d\d \d\d:\d\d UTC, \d+ × .+, \d+ GiB, .+, Node \d+\.\d+\.\d+, load \d+\.\d:$/);
  assert.deepEqual(cells(head), ['median of a run', 'measured', 'against', 'ratio', 'limit', '']);
  assert.deepEqual(
    cells(line).map((cell) => cell.endsWith(':')),
    [false, true, false, true, true, false],
  );
  for (const one of body) {
    const [what = '', measured = '', against = '', ratio = '', limit = '', verdict = ''] = cells(one);
    assert.match(what, /./);
    assert.match(measured, /^\d+(\.\d+)? (µs|ms|MB)$/, one);
    assert.match(against, /^(\d+(\.\d+)? (µs|ms|MB) .+)?$/, one);
    assert.match(ratio, against === '' ? /^$/ : /^\d+\.\d\d$/, one);
    assert.match(limit, against === '' ? /^(\d+(\.\d+)? (µs|ms|MB))?$/ : /^(\d+\.\d\d)?$/, one);
    assert.match(verdict, limit === '' ? /^$/ : /^(ok|OVER)$/, one);
  }
  return body.map(cells);
}

describe('the report of the last run of the bench', () => {
  it('stands in docs/performance.md as a whole, and in the README in five rows of it', () => {
    const [all, few] = [bodyOf('docs/performance.md'), bodyOf('README.md')];
    assert.isAbove(all.length, 40);
    assert.lengthOf(few, 5);
    for (const row of few) assert.deepInclude(all, row);
    const shown = all.map(([what = '']): Row => ({ what, measured: 1, unit: 'ms', repetitions: 1 }));
    assert.deepEqual(
      headlinesOf(shown).map(({ what }) => what),
      few.map(([what]) => what),
    );
  });

  it('is not shown in five rows where one of them is missing or there twice', () => {
    const [first = { what: '', measured: 1, unit: 'ms', repetitions: 1 }, ...others] = bodyOf('README.md').map(
      ([what = '']): Row => ({ what, measured: 1, unit: 'ms', repetitions: 1 }),
    );
    assert.throws(() => headlinesOf(others));
    assert.throws(() => headlinesOf([first, first, ...others]));
    assert.lengthOf(headlinesOf([first, ...others]), 5);
  });

  it('is replaced between its marks, and nowhere else', async () => {
    const before = `# Title\n\nText.\n\n${marks.begin}\nold\n${marks.end}\n\nMore.\n`;
    const after = await withBlock(before, formatBlock(machine, rows), 'README.md');
    assert.deepEqual(after.split('\n').slice(0, 5), ['# Title', '', 'Text.', '', marks.begin]);
    assert.deepEqual(after.split('\n').slice(-4), [marks.end, '', 'More.', '']);
    const [when, , , ...body] = blockOf(after);
    assert.equal(when, '2026-01-02 03:04 UTC, 2 × Some Processor, 24 GiB, Linux 6, Node 20.0.0, load 0.3:');
    assert.deepEqual(body.map(cells), [
      ['kept (×5)', '3.00 ms', '2.00 ms another', '1.50', '1.50', 'ok'],
      ['not kept', '12.0 MB', '', '', '10.0 MB', 'OVER'],
      ['↳ a\\|b (×2)', '1.23 µs', '', '', '', ''],
    ]);
    assert.equal(await withBlock(after, formatBlock(machine, rows), 'README.md'), after);
  });

  for (const broken of ['no marks', `${marks.end} ${marks.begin}`, `${marks.begin} ${marks.begin} ${marks.end}`]) {
    it(`is not written where the marks are missing: ${broken}`, async () => {
      const failure = await withBlock(broken, 'block', 'README.md').catch((error: unknown) => error);
      assert.instanceOf(failure, Error);
    });
  }
});

describe('a run of the bench', () => {
  const setting: Setting = { root: '', dist: '', source: '', bundles: '', say: () => undefined };
  const row = (what: string): Row => ({ what, measured: 1, unit: 'ms', repetitions: 1 });

  it('keeps the other measurements where one cannot run, and says which and why', async () => {
    const told: string[] = [];
    const { rows: found, unmeasured } = await measureAll(
      {
        before: () => Promise.resolve([row('before')]),
        native: () => Promise.reject(new Error('There are no headers.')),
        after: () => Promise.resolve([row('after'), row('  more')]),
      },
      setting,
      (line) => told.push(line),
    );
    assert.deepEqual(
      found.map(({ what }) => what),
      ['before', 'after', '  more'],
    );
    assert.deepEqual(unmeasured, [{ name: 'native', why: 'There are no headers.' }]);
    assert.deepEqual(told, [
      'measuring: before',
      'measuring: native',
      '  not measured: There are no headers.',
      'measuring: after',
    ]);
  });
});
