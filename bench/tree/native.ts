import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../../dev/cache.mjs';
import { mustRun } from '../../dev/process.mjs';
import { needCompiler } from '../../dev/programs.mjs';

/** The packages: the same grammars as the extension's, and the newest binding of tree-sitter for Node. */
const packages = { 'tree-sitter': '0.25.1', 'tree-sitter-java': '0.23.5', 'tree-sitter-scala': '0.24.0' };

/**
 * Installs native tree-sitter in the cache. It is compiled where it is installed, so it is not one of the project's own
 * dependencies.
 */
export function installNative(): Promise<string> {
  const versions = Object.values(packages).join('-');
  return cached(`bench-native-${versions}-node-${process.versions.modules}`, async (folder) => {
    console.error('  installing native tree-sitter, to measure against');
    await needCompiler();
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
    // The grammars name an older binding as their peer, but they work with the newer.
    await mustRun('npm', ['install', '--legacy-peer-deps', '--no-audit', '--no-fund'], { cwd: folder, idleSeconds: 600 });
  });
}
