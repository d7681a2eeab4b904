/** Tries hostile inputs on the readers of notes, outlines, archives and messages: `npm run fuzz`. All arguments are for test/fuzz/run.ts. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies, needNode } from './dependencies.mjs';
import { Failure } from './process.mjs';
import { root } from './root.mjs';

try {
  needNode();
  await ensureDependencies();
  const args = ['--import', 'tsx', join('test', 'fuzz', 'run.ts'), ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 2;
} catch (error) {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 2;
}
