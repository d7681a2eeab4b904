import { assert } from 'chai';
import fc from 'fast-check';
import { parseProgress, printProgress, readMarks, type ProgressError } from '../../src/core/progress/progressFile';
import { ReadMarks, type ReadMark } from '../../src/core/progress/readMarks';
import { damaged } from './damage';
import { parsedJson } from './parsedJson';
import { createTarget } from './target';

const now = Date.UTC(2026, 0, 2);
const times = [
  '2026-01-01T00:00:00Z',
  '2025-12-31',
  '1970-01-01T00:00:00.001Z',
  '-271821-04-20T00:00:00.000Z',
  '+275760-09-13',
  'Jan 1 2020',
  '',
];
const names = ['#a', 'kafka:a.B', '', '__proto__', 'constructor', 'shipped', 'own/My notes', 'x/y.md', '中', '../a'];
const name = fc.constantFrom(...names);
const mark = fc.record(
  { section: name, slug: name, digest: fc.constantFrom('0123456789abcdef', ''), at: fc.constantFrom(...times) },
  { requiredKeys: ['section', 'slug', 'at'] },
);
const note = fc.record({ folder: name, note: name, read: fc.array(mark, { maxLength: 3 }) });
const file = fc
  .record({ kafkaNotesProgress: fc.constantFrom(1, 1, 1, 0, 2), notes: fc.array(note, { maxLength: 3 }) })
  .map((value) => JSON.stringify(value, undefined, 1));
const stored = fc
  .array(
    fc.record(
      { id: name, slug: name, digest: name, read: fc.boolean(), at: fc.constantFrom(now, 0, -1, 0.5, 1e300, -1e300, 9e15) },
      { requiredKeys: ['id', 'slug', 'read', 'at'] },
    ),
    { maxLength: 3 },
  )
  .map((value) => JSON.stringify(value));
const pieces = [
  'null',
  'true',
  '{}',
  '[]',
  '"',
  '":',
  '1',
  '-',
  'e400',
  '"at"',
  '"notes":',
  '\\u0000',
  '\\ud800',
  '['.repeat(200),
  '"__proto__":',
];

const codes: Readonly<Record<ProgressError['code'], true>> = {
  'progress/notJson': true,
  'progress/otherFile': true,
  'progress/newerFormat': true,
  'progress/value': true,
};

function assertMark({ id, slug, digest, read, at }: ReadMark): void {
  const isWhole = typeof id === 'string' && typeof slug === 'string' && typeof read === 'boolean' && typeof at === 'number';
  assert.isTrue(isWhole && (digest === undefined || typeof digest === 'string'), 'a mark has a value of another type');
}

/** Throws unless a file is refused with a code that is declared, or comes back from what is printed. */
function checkFile(text: string): void {
  const result = parseProgress(text, now);
  if (!result.ok) {
    assert.isTrue(Object.hasOwn(codes, result.error.code), result.error.code);
    assert.isTrue(result.error.args.every((arg) => typeof arg === 'string'));
    return;
  }
  for (const { address, marks } of result.marks.notes) {
    assert.isTrue(typeof address.folder === 'string' && typeof address.path === 'string');
    for (const one of marks) {
      assertMark(one);
      assert.isAtMost(one.at, now);
    }
  }
  const printed = printProgress(result.marks);
  const again = parseProgress(printed, now);
  if (!again.ok) throw new Error(`${again.error.code} in what was printed: ${again.error.args.join()}`);
  assert.deepEqual(sorted(again.marks), sorted(result.marks));
}

function sorted(marks: ReadMarks): readonly string[] {
  return [...marks.notes]
    .filter((one) => one.marks.length > 0)
    .map((one) => JSON.stringify(one))
    .sort();
}

/** Throws unless the marks that a reader's other machine stored can be exported, whatever they are. */
function checkStored(text: string): void {
  const marks = readMarks(parsedJson(text));
  marks.forEach(assertMark);
  const all = new ReadMarks([{ address: { folder: 'own/a', path: 'b.md' }, marks }]);
  assert.isTrue(parseProgress(printProgress(all), now).ok, 'what is exported cannot be imported');
}

export const progress = createTarget(
  'progress',
  'progress: a file to import, and marks from another machine',
  fc.record({ file: damaged(file, pieces), stored: damaged(stored, pieces) }),
  ({ file: imported, stored: synced }) => {
    checkFile(imported);
    checkStored(synced);
  },
);
