import { strToU8, zipSync } from 'fflate';
import { writeFile } from 'node:fs/promises';

/**
 * A package of an extension with what its manifest contributes, and other files by their names: JSON, or text as it is. `id`:
 * publisher and name. Where there is a `main.js`, it runs as soon as the window opens.
 */
export async function writeFakeExtension(
  file: string,
  id: string,
  contributes: unknown,
  files: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const [publisher, name] = id.split('.');
  const code = 'main.js' in files ? { main: './main.js', activationEvents: ['*'] } : {};
  const manifest = { name, publisher, version: '9.9.9', engines: { vscode: '^1.100.0' }, contributes, ...code };
  const all = Object.entries({ 'package.json': manifest, ...files });
  const text = (content: unknown): string => (typeof content === 'string' ? content : JSON.stringify(content));
  const entries = all.map(([path, content]) => [`extension/${path}`, strToU8(text(content))] as const);
  await writeFile(file, zipSync(Object.fromEntries(entries)));
  return file;
}
