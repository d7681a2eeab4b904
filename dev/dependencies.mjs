import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, run } from './process.mjs';
import { root } from './root.mjs';

/**
 * Returns whether the installation is up to date. npm writes this file last; if it is older than the lock file, the lock file has
 * changed since.
 */
function upToDate() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/** @throws {Failure} where this Node is too old */
export function needNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new Failure(`Node ${process.versions.node} is too old: 20 or later is needed. See https://nodejs.org.`);
}

/** Installs the packages that package-lock.json names, unless that is done. */
export async function ensureDependencies() {
  if (upToDate()) return;
  console.log('  npm ci');
  // None of the packages needs its install script, because what such a script would build or check is in the registry's packages
  // already.
  const { code } = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root });
  if (code !== 0) throw new Failure('npm ci failed; what it said stands above. It needs the npm registry: is there a network?');
}
