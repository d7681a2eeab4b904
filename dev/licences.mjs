import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes the licences of all packages that have a part in these files, because bundled code stays under its own licence. It fails
 * where a package brings no licence.
 * @param {readonly string[]} inputs paths of what went into the bundles @param {string} to
 */
export function writeLicences(inputs, to) {
  const folders = new Set(inputs.map(packageFolder).filter((folder) => folder !== undefined));
  const texts = [...folders].map(licenceOf).sort();
  writeFileSync(to, `Kafka Notes contains the following packages.\n\n${texts.join('\n')}`);
}

/** Returns the folder of the package that a file belongs to, or undefined for the project's own. @param {string} file */
function packageFolder(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll('\\', '/'))?.[0];
}

/** @param {string} folder @returns {string} */
function licenceOf(folder) {
  /** @type {unknown} */
  const parsed = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license } = /** @type {{ name: string, version: string, license?: string }} */ (parsed);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined && license === undefined) throw new Error(`${name} brings no licence.`);
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  return `${'-'.repeat(70)}\n${name} ${version} (${license ?? 'see below'})\n${text}`;
}
