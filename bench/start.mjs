/** Sets up what the bench needs, builds, and measures: `npm run bench`. All arguments are for bench/main.ts. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies, needNode } from '../dev/dependencies.mjs';
import { Failure } from '../dev/process.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {readonly string[]} args */
function node(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 2);
}

try {
  needNode();
  await ensureDependencies();
  node('esbuild.js');
  node('--import', 'tsx', join('bench', 'main.ts'), ...process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 2;
}
