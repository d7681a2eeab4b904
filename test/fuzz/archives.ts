import fc from 'fast-check';
import { Zip, ZipDeflate } from 'fflate';
import { gzipSync } from 'node:zlib';
import { unpackTar } from '../../src/source/archive';
import { unpackJar } from '../../src/source/jar';
import { defaultLimits } from '../../src/source/limits';
import { damaged } from './damage';
import { checkUnpacking, type Yard } from './outside';
import { paxRecord, tarFile, type TarEntry } from './tarFile';
import { createTarget } from './target';

/** Stands for the folder around the one to unpack into, in names and contents. */
const outside = '@';
const steps = [
  'kafka/',
  '../',
  'kafka/../',
  'link/',
  'a/',
  `${outside}/`,
  '/',
  './',
  '..\\',
  'C:',
  'C:\\',
  '//?/',
  '',
  'a'.repeat(90),
];
const path = fc
  .tuple(
    fc.array(fc.constantFrom(...steps), { maxLength: 4 }),
    fc.constantFrom('canary', 'a', 'link', 'b/c', '', '中', 'a\0b', '.'),
  )
  .map(([folders, name]) => folders.join('') + name);
const pieces = ['/', '..', outside, '\\', 'kafka/'];
const hostilePath = fc.oneof(
  fc.constantFrom('kafka/a', 'kafka/b/c', 'kafka/link', 'kafka/link/canary'),
  path,
  damaged(path, pieces),
);
const content = fc.oneof(
  fc.constantFrom('', 'class A {}', 'a'.repeat(600)),
  fc
    .tuple(
      fc.constantFrom('path', 'linkpath', 'size', 'mode', 'GNU.sparse.name'),
      fc.oneof(hostilePath, fc.constantFrom('1', '-1', '99999999999')),
    )
    .map(([key, value]) => paxRecord(key, value)),
);
const entry: fc.Arbitrary<TarEntry> = fc.record({
  path: hostilePath,
  type: fc.constantFrom(...'000055122234671xxgLKNSAVI\0'),
  link: fc.oneof(
    fc.constantFrom('..', '../..', '../canary', outside, `${outside}/canary`, 'kafka/a', 'a', 'link', '.'),
    hostilePath,
  ),
  mode: fc.constantFrom('0000644', '0000755', '0000000', '0007777', '-1', 'x'),
  size: fc.option(fc.constantFrom('0', '00000000017', '77777777777', '-1', '\x80\0\0\0\0\0\0\0\0\0\x7f', 'x'), { freq: 4 }),
  content,
});
const bytes = fc.array(fc.record({ at: fc.nat(999_999), by: fc.integer({ min: 1, max: 255 }) }), { maxLength: 2 });
const cut = fc.constantFrom(0, 0, 0, 0, 0, 1, 9, 40);

interface Changes {
  readonly bytes: readonly { readonly at: number; readonly by: number }[];
  /** The bytes that are lost at the end. */
  readonly cut: number;
}

function changed(whole: Uint8Array, { bytes: all, cut: lost }: Changes): Uint8Array {
  for (const { at, by } of all) {
    const index = Math.floor((at / 1_000_000) * whole.length);
    whole[index] = (whole[index] ?? 0) + by;
  }
  return whole.subarray(0, Math.max(whole.length - lost, 0));
}

/** Each input is unpacked to a disk, which takes a hundred times as long as to read it. */
const disk = 100_000;
const limits = { ...defaultLimits, unpacked: 20_000, entries: 4, silence: 200 };
const { signal } = new AbortController();
const placed = (text: string, { root }: Yard): string => text.replaceAll(outside, root);

export const archives = createTarget(
  'archives',
  'archives of source: unpacked beside files that must stay',
  // The damage is done before the compression, whose checksum would refuse it.
  fc.record({ entries: fc.array(entry, { minLength: 1, maxLength: 5 }), bytes: fc.oneof(fc.constant([]), bytes), cut }),
  ({ entries, ...changes }) => {
    const tarOf = (yard: Yard): Buffer =>
      tarFile(
        entries.map((one) => ({
          ...one,
          path: placed(one.path, yard),
          link: placed(one.link, yard),
          content: placed(one.content, yard),
        })),
      );
    return checkUnpacking(
      (yard) => gzipSync(changed(tarOf(yard), changes), { level: 1 }),
      ({ archive, tree }) => unpackTar('url', archive, tree, signal, () => undefined, limits),
      limits.entries,
    );
  },
  disk,
);

const jar = { artifact: 'a', classifier: 'sources', sha256: '', folder: 'src/main/java' } as const;
const names = fc.oneof(
  hostilePath,
  fc.constantFrom('A.java', 'a/B.scala', 'LICENSE', 'META-INF/MANIFEST.MF', 'a/package.html', 'a.properties'),
);

export const jars = createTarget(
  'jars',
  'jars of source: unpacked beside files that must stay',
  fc.record({ names: fc.array(names, { minLength: 1, maxLength: 4 }), bytes, cut }),
  ({ names: all, ...changes }) =>
    checkUnpacking(
      (yard) => changed(zipFile(all.map((name) => placed(name, yard))), changes),
      ({ archive, tree }) => unpackJar(jar, archive, tree, signal),
      all.length,
    ),
  disk,
);

/** Writes a zip file with small files of these names, which may be there twice. */
function zipFile(files: readonly string[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  for (const name of files) {
    const file = new ZipDeflate(name, { level: 1 });
    zip.add(file);
    file.push(Buffer.from('class A {}'.repeat(3)), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}
