import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kafkaSource } from './scratch';

/** The part of the whole that a small Kafka has: enough for notes to point into, little enough to be read at once. */
export const packages = 'core/src/main/scala';
const folders = ['kafka/log', 'kafka/server/checkpoints'];

/** Makes a checkout in `into` that says which version it is, with two packages of the real source, writable. */
export async function smallCheckout(into: string, version = '2.2.0'): Promise<string> {
  await copyPackages(join(into, packages));
  await writeFile(join(into, 'gradle.properties'), `group=org.apache.kafka\nversion=${version}\n`);
  return into;
}

/** Writes the same packages as they stand in an unpacked source jar. */
export async function smallJar(into: string): Promise<string> {
  await copyPackages(into);
  return into;
}

/** Copies file by file: the source itself is kept read-only, and a copy of the folder would be too. */
async function copyPackages(into: string): Promise<void> {
  for (const folder of folders) {
    await mkdir(join(into, folder), { recursive: true });
    for (const entry of await readdir(join(kafkaSource(), packages, folder), { withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(folder, entry.name);
      await writeFile(join(into, path), await readFile(join(kafkaSource(), packages, path)));
    }
  }
}
