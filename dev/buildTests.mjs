/**
 * Bundles the suites for the extension hosts and lays out the extension for the web host: `node dev/buildTests.mjs` writes
 * dist/test/node/suite.js and dist/test/web/, an extension with its suite.js inside: VS Code runs a suite in the extension
 * host of the extension whose folder it is in.
 */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { patience, testTimeout, toldAfter } from './patience.mjs';
import { root } from './root.mjs';

const suites = join(root, 'test', 'vscode', 'suite');
const output = join(root, 'dist', 'test');

/** The suites directly in the folder run in both hosts, those in its folder `node` or `web` in that one only. @param {'node' | 'web'} host */
function suitesOf(host) {
  return readdirSync(suites, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.test.ts') && (!name.includes('/') || name.startsWith(`${host}/`)))
    .sort();
}

/** @param {'node' | 'web'} host @param {import('esbuild').BuildOptions} options */
async function bundle(host, options) {
  const names = suitesOf(host);
  if (names.length === 0) throw new Error(`There is no suite for the ${host} extension host in ${relative(root, suites)}.`);
  const requires = names.map((name) => `require('./suite/${name}');`).join(' ');
  const contents = `import { runInHost } from './runner/${host}Host';\nexport const run = () => runInHost(() => { ${requires} });`;
  await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: dirname(suites), loader: 'ts', sourcefile: `${host}.ts` },
    outfile: join(output, host, 'suite.js'),
    bundle: true,
    // Mocha's build for browsers assigns its own `module.exports` where it sees one; the last assignment counts.
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite;' },
    sourcemap: 'linked',
    logLevel: 'warning',
    define: { PATIENCE: JSON.stringify({ patience, testTimeout, toldAfter }) },
    ...options,
  });
  console.log(`${host} extension host: ${names.length} suite files`);
}

/** The extension as it is in a browser-only VS Code: without `main`, which the host would prefer. */
function layOutWebExtension() {
  const folder = join(output, 'web');
  mkdirSync(folder, { recursive: true });
  const manifest = readFileSync(join(root, 'package.json'), 'utf8').replace(/^ {2}"main": .*\n/m, '');
  writeFileSync(join(folder, 'package.json'), manifest);
  for (const name of readdirSync(root)) {
    if (/^package\.nls.*\.json$|^(l10n|languages|media|notes)$/.test(name))
      cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  for (const name of readdirSync(join(root, 'dist'))) {
    if (name === 'test' || name.endsWith('.vsix')) continue;
    cpSync(join(root, 'dist', name), join(folder, 'dist', name), { recursive: true });
  }
}

rmSync(output, { recursive: true, force: true });
// As in esbuild.js.
const alias = { 'jsonc-parser': join(root, 'node_modules', 'jsonc-parser', 'lib', 'esm', 'main.js') };
await bundle('node', { platform: 'node', target: 'node20', external: ['vscode', 'mocha'], alias });
await bundle('web', { platform: 'browser', target: 'es2022', external: ['vscode'] });
layOutWebExtension();
