import { assert } from 'chai';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { columns, docColumns, packOutline, unpackOutline, type PackedOutline } from '../../src/core/symbols/packedOutline';
import { decodeOutlines, type Gzip, type Records } from '../../src/core/symbols/store/outlineFile';
import { decodeOutline, encodeOutline } from '../../src/core/symbols/store/outlineRecord';
import { symbolKinds, type SourceSymbol } from '../../src/core/symbols/symbol';
import { anyOutline } from '../unit/symbols/store/anyOutline';
import { damaged } from './damage';
import { createTarget } from './target';

interface Packed {
  /** The lines of a file before they are compressed. */
  readonly content: string;
  /** The bytes of the compressed file that are another: their places in millionths of the file, and what is added to each. */
  readonly bytes: readonly { readonly at: number; readonly by: number }[];
}

const outliner = 'a1';
const key = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391j';
const records = fc
  .sample(anyOutline, { seed: 4, numRuns: 60 })
  .filter(({ symbols }) => symbols.length < 6)
  .map((one) => Buffer.from(encodeOutline(packOutline(one))).toString());
const contents = records.map((record, index) => {
  const lines = [record, ...records.slice(index + 1, index + 1 + (index % 3))];
  const keys = lines.map((_, line) => `${line}${key.slice(1)}`);
  return [JSON.stringify({ format: 'kafka-notes outlines 2', outliner, keys }), ...lines].map((line) => `${line}\n`).join('');
});
const pieces = [
  '"symbolCount":',
  '99999999',
  '"names":5,',
  '"prefixes":null,',
  'A',
  'g',
  '//',
  '+',
  'null',
  '[]',
  '"docCount":',
  '"keys":"a","a":',
];
const packed: fc.Arbitrary<Packed> = fc.oneof(
  fc.record({ content: damaged(fc.constantFrom(...contents), pieces), bytes: fc.constant([]) }),
  fc.record({
    content: fc.constantFrom(...contents),
    bytes: fc.array(fc.record({ at: fc.nat(999_999), by: fc.integer({ min: 1, max: 255 }) }), { minLength: 1, maxLength: 3 }),
  }),
);

const plain: Gzip = { pack: (bytes) => bytes, unpack: (bytes) => bytes };
const gzip: Gzip = { pack: (bytes) => gzipSync(bytes), unpack: (bytes) => gunzipSync(bytes) };

/** The outlines are as they were, or none: the checksum holds whatever became of the bytes. */
async function checkBytes({ content, bytes: changes }: Packed): Promise<void> {
  const whole = new TextEncoder().encode(content);
  const bytes = gzipSync(whole, { level: 1 });
  for (const { at, by } of changes) {
    const index = Math.floor((at / 1_000_000) * bytes.length);
    bytes[index] = (bytes[index] ?? 0) + by;
  }
  const found = await decodeOutlines(outliner, bytes, gzip);
  const expected = await decodeOutlines(outliner, whole, plain);
  assert.isTrue(found === undefined || isDeepStrictEqual(texts(found), texts(expected)), 'other outlines than before');
}

const texts = (all: Records | undefined): readonly unknown[] =>
  Array.from(all ?? [], ([id, bytes]) => [id, Buffer.from(bytes).toString()]);

/** Whatever a file holds, it has a record for each key, and each of its records is refused or is an outline. */
async function checkContent(content: string): Promise<void> {
  const found = await decodeOutlines(outliner, new TextEncoder().encode(content), plain);
  if (found === undefined) return;
  const [head = '', ...lines] = content.replace(/^\uFEFF|\n$/g, '').split('\n');
  const { keys } = JSON.parse(head) as { readonly keys: unknown };
  assert.isTrue(Array.isArray(keys) && keys.length === lines.length, 'other keys than records');
  for (const [id, bytes] of found) {
    assert.isString(id);
    const outline = decoded(bytes);
    if (outline === undefined) continue;
    const { symbols, packages, hasErrors } = unpackOutline(outline);
    assert.isTrue(
      typeof hasErrors === 'boolean' &&
        packages.every(({ name, nameRange }) => typeof name === 'string' && nameRange.end.line >= 0),
    );
    symbols.forEach(assertSymbol);
    assertSound(outline);
  }
}

function decoded(bytes: Uint8Array): PackedOutline | undefined {
  try {
    return decodeOutline(bytes);
  } catch {
    return undefined;
  }
}

/** Throws where a number leads nowhere, which would silently become another kind, path or doc comment. */
function assertSound({ prefixes, numbers, docs }: PackedOutline): void {
  const rows = (all: PackedOutline['numbers'], width: number): number[][] =>
    Array.from({ length: all.length / width }, (_, row) => [...all.slice(row * width, (row + 1) * width)]);
  const symbols = rows(numbers, columns);
  assert.isTrue(
    symbols.every(([kind = -1, prefix = -1]) => kind in symbolKinds && prefix in prefixes),
    'a symbol without a kind or path',
  );
  assert.isTrue(
    rows(docs, docColumns).every(([symbol = -1]) => symbol in symbols),
    'a doc comment without a symbol',
  );
}

function assertSymbol({ kind, path, name, parameters, value }: SourceSymbol): void {
  assert.include(symbolKinds, kind);
  assert.isTrue(typeof path === 'string' && typeof name === 'string', 'a symbol without a name');
  assert.isTrue(path.endsWith(kind === 'object' ? `${name}$` : name), 'a path that does not end in the name');
  assert.isTrue(
    parameters?.every((one) => typeof one === 'string') !== false && (value === undefined || typeof value === 'string'),
  );
}

export const packedOutlines = createTarget(
  'packed-outlines',
  'outlines that ship or were kept: bytes and records',
  packed,
  (input) => (input.bytes.length > 0 ? checkBytes(input) : checkContent(input.content)),
);
