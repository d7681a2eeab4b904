import { strToU8, zipSync } from 'fflate';
import { writeFile } from 'node:fs/promises';

/** A package of an extension with a manifest, other JSON files by their names, and no code. `id`: publisher and name. */
export async function writeFakeExtension(
  file: string,
  id: string,
  contributes: unknown,
  files: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const [publisher, name] = id.split('.');
  const manifest = { name, publisher, version: '9.9.9', engines: { vscode: '^1.100.0' }, contributes };
  const all = Object.entries({ 'package.json': manifest, ...files });
  const entries = all.map(([path, json]) => [`extension/${path}`, strToU8(JSON.stringify(json))] as const);
  await writeFile(file, zipSync(Object.fromEntries(entries)));
  return file;
}
