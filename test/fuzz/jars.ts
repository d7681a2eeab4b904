import fc from 'fast-check';
import { Zip, ZipDeflate } from 'fflate';
import { unpackJar } from '../../src/source/jar';
import { anyChanges, changed, hostilePath, placed } from './archiveDamage';
import { checkUnpacking } from './outside';
import { createTarget } from './target';

const { signal } = new AbortController();
const jar = { artifact: 'a', classifier: 'sources', sha256: '', folder: 'src/main/java' } as const;
const names = fc.oneof(
  hostilePath,
  fc.constantFrom('A.java', 'a/B.scala', 'LICENSE', 'META-INF/MANIFEST.MF', 'a/package.html', 'a.properties'),
);

export const jars = createTarget(
  'jars',
  'jars of source: unpacked beside files that must stay',
  fc.record({ names: fc.array(names, { minLength: 1, maxLength: 4 }), changes: anyChanges }),
  ({ names: all, changes }) =>
    checkUnpacking(
      (yard) => changed(zipFile(all.map((name) => placed(name, yard))), changes),
      ({ archive, tree }) => unpackJar(jar, archive, tree, signal),
      all.length,
    ),
  100_000,
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
