import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { unpackTar } from '../../src/source/archive';
import { defaultLimits } from '../../src/source/limits';
import { anyChanges, changed, hostilePath, outside, placed } from './archiveDamage';
import { checkUnpacking, type Yard } from './outside';
import { paxRecord, tarFile, type TarEntry } from './tarFile';
import { createTarget } from './target';

/** Extended headers, which say more of the next entry. */
const pax = fc.record({
  key: fc.constantFrom('path', 'linkpath', 'size', 'mode', 'GNU.sparse.name'),
  value: fc.oneof(hostilePath, fc.constantFrom('1', '-1', '99999999999')),
});
const contents = fc.constantFrom('', 'class A {}', 'a'.repeat(600));
const hostile = fc.record({
  path: hostilePath,
  type: fc.constantFrom(...'0 0 0 0 5 5 1 2 2 2 3 4 6 7 x x g L K N S A V I \0'.split(' ')),
  link: fc.oneof(
    fc.constantFrom('..', '../..', '../canary', outside, `${outside}/canary`, 'kafka/a', 'a', 'link', '.'),
    hostilePath,
  ),
  mode: fc.constantFrom('0000644', '0000755', '0000000', '0007777', '-1', 'x'),
  size: fc.option(fc.constantFrom('0', '00000000017', '77777777777', '-1', '\x80\0\0\0\0\0\0\0\0\0\x7f', 'x'), { freq: 4 }),
  content: contents,
  pax: fc.option(pax),
});
/** Entries as releases have them, so that hostile ones do not stand alone. */
const ordinary = fc.record({
  path: fc.constantFrom('kafka/a', 'kafka/b/c', 'kafka/b/d', 'kafka/e'),
  type: fc.constant('0'),
  link: fc.constant(''),
  mode: fc.constantFrom('0000644', '0000755'),
  size: fc.constant(null),
  content: contents,
  pax: fc.constant(null),
});
const entry = fc.oneof(hostile, ordinary);

/** Each input is unpacked to a disk, which takes a hundred times as long as to read it. */
const usual = 100_000;
const limits = { ...defaultLimits, unpacked: 20_000, entries: 2, silence: 1000 };
const { signal } = new AbortController();

type Entry = TarEntry & { readonly pax: { readonly key: string; readonly value: string } | null };

function placedEntry({ pax: header, ...entry }: Entry, yard: Yard): TarEntry {
  const content = header === null ? entry.content : paxRecord(header.key, placed(header.value, yard));
  return { ...entry, path: placed(entry.path, yard), link: placed(entry.link, yard), content };
}

export const archives = createTarget(
  'archives',
  'archives of source: unpacked beside files that must stay',
  fc.record({ entries: fc.array(entry, { minLength: 1, maxLength: 5 }), changes: anyChanges }),
  ({ entries, changes }) => {
    const tarOf = (yard: Yard): Buffer => tarFile(entries.map((one) => placedEntry(one, yard)));
    return checkUnpacking(
      // The damage is done before the compression, whose checksum would refuse it.
      (yard) => gzipSync(changed(tarOf(yard), changes), { level: 1 }),
      ({ archive, tree }) => unpackTar('url', archive, tree, signal, () => undefined, limits),
      limits.entries,
    );
  },
  usual,
);
