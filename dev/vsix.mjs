import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureOutlineTable } from './outlineTable.mjs';
import { Failure, mustRun } from './process.mjs';
import { root } from './root.mjs';

/** The bytes that the whole package, and the outlines in it, may have. */
const sizeLimit = 6_000_000;
const outlinesLimit = 800_000;
/** The bytes of the code that the extension host loads in each window: it has to compile them before anything else happens. */
const startLimit = 255_000;

/** The bytes of the panel's first script, which a reader waits for. What a note needs besides is loaded later. */
const panelLimit = 150_000;

/** @typedef {{ name: string, version: string, main: string, browser: string, bin: Record<string, string>, icon?: string, contributes: { 'markdown.previewStyles'?: string[] } }} Manifest */

/** @returns {Manifest} */
function manifest() {
  /** @type {unknown} */
  const parsed = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return /** @type {Manifest} */ (parsed);
}

/** Returns the path of the package once it is made. */
export function vsixFile() {
  const { name, version } = manifest();
  return join(root, 'dist', `${name}-${version}.vsix`);
}

/**
 * Packages the build with the outlines of Kafka's source. Two runs on the same files give the same bytes, because the times
 * inside are fixed.
 */
export async function packageVsix() {
  await ensureOutlineTable();
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const options = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--out', vsixFile()];
  await mustRun(process.execPath, [vsce, 'package', ...options], {
    cwd: root,
    env: { SOURCE_DATE_EPOCH: '315532800' },
    idleSeconds: 600,
  });
  return vsixFile();
}

/** Returns the names and compressed sizes in a zip file's directory, which stands at the file's end. @param {string} file */
function entriesOfZip(file) {
  const data = readFileSync(file);
  const end = data.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Failure(`${file} is not a zip file.`);
  let at = data.readUInt32LE(end + 16);
  /** @type {Map<string, number>} */
  const entries = new Map();
  for (let left = data.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = data.readUInt16LE(at + 28);
    entries.set(data.toString('utf8', at + 46, at + 46 + nameLength), data.readUInt32LE(at + 20));
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return entries;
}

/** @param {string} folder relative to the root @returns {string[]} */
function filesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

/** Returns the files that the extension runs and shows, found without .vscodeignore, which decides what is packed. */
function neededFiles() {
  const { main, browser, bin, icon, contributes } = manifest();
  const styles = contributes['markdown.previewStyles'] ?? [];
  const named = [main, browser, ...Object.values(bin), ...(icon === undefined ? [] : [icon]), ...styles].map((path) =>
    path.replace(/^\.\//, ''),
  );
  const built = filesIn('dist').filter((path) => !/^dist\/test\/|\.(vsix|map)$/.test(path));
  const pictures = filesIn('media').filter((path) => /\.(svg|png)$/.test(path));
  const texts = readdirSync(root).filter((name) => /^package(\.nls.*)?\.json$/.test(name));
  // vsce gives these three files names of its own.
  const documents = ['readme.md', 'changelog.md', 'LICENSE.txt'];
  return new Set([
    ...named,
    ...built,
    ...pictures,
    ...texts,
    ...documents,
    ...filesIn('notes'),
    ...filesIn('l10n'),
    ...filesIn('languages'),
  ]);
}

/** Checks the package. Returns a sentence for each fault, and none where all is well. @returns {string[]} */
export function faultsOfVsix() {
  const file = vsixFile();
  const size = statSync(file).size;
  const needed = neededFiles();
  const entries = [...entriesOfZip(file)].filter(([name]) => name.startsWith('extension/'));
  const packed = new Map(entries.map(([name, bytes]) => [name.slice('extension/'.length), bytes]));
  const faults = [];
  if (size > sizeLimit) faults.push(`It has ${size} bytes; ${sizeLimit} are allowed.`);
  for (const folder of ['notes', 'l10n', 'media', 'dist']) {
    if (![...packed.keys()].some((name) => name.startsWith(`${folder}/`))) faults.push(`Nothing of ${folder} is inside.`);
  }
  for (const name of needed) if (!packed.has(name)) faults.push(`${name} is missing.`);
  for (const name of packed.keys()) if (!needed.has(name)) faults.push(`${name} does not belong inside.`);
  const outlines = [...packed].find(([name]) => name.endsWith('.outlines'))?.[1] ?? Infinity;
  if (outlines > outlinesLimit) faults.push(`Its outlines have ${outlines} bytes; ${outlinesLimit} are allowed.`);
  const start = statSync(join(root, manifest().main)).size;
  if (start > startLimit) faults.push(`What the host loads at the start has ${start} bytes; ${startLimit} are allowed.`);
  const panel = statSync(join(root, 'dist/panel/panel.js')).size;
  if (panel > panelLimit) faults.push(`The panel's first script has ${panel} bytes; ${panelLimit} are allowed.`);
  console.log(`  ${file}: ${packed.size} files, ${size} bytes, of them ${outlines} of outlines`);
  return faults;
}
