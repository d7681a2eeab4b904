/**
 * Bundles the suites for the extension hosts and lays out the extension for the web host: `node dev/buildTests.mjs` writes
 * dist/test/node/suite.js and dist/test/web/. The latter is an extension with its suite.js inside, because VS Code runs a suite
 * in the extension host of the extension whose folder it is in.
 */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { patience, testTimeout, toldAfter } from './patience.mjs';
import { root } from './root.mjs';

const suites = join(root, 'test', 'vscode', 'suite');
const output = join(root, 'dist', 'test');

/**
 * Returns the suites of a host. The suites directly in the folder run in both hosts, those in its folder `node` or `web` in that
 * one only.
 * @param {'node' | 'web'} host
 */
function suitesOf(host) {
  return readdirSync(suites, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.test.ts') && (!name.includes('/') || name.startsWith(`${host}/`)))
    .map((name) => `suite/${name}`)
    .sort();
}

/** @param {'node' | 'web'} host @param {string} name @param {readonly string[]} files below test/vscode @param {import('esbuild').BuildOptions} options */
async function bundle(host, name, files, options) {
  if (files.length === 0) throw new Error(`There is no suite for the ${host} extension host in ${relative(root, suites)}.`);
  const requires = files.map((file) => `require('./${file}');`).join(' ');
  const contents = `import { runInHost } from './runner/${host}Host';\nexport const run = () => runInHost(() => { ${requires} });`;
  await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: dirname(suites), loader: 'ts', sourcefile: `${host}.ts` },
    outfile: join(output, name, 'suite.js'),
    bundle: true,
    // Mocha's build for browsers assigns its own `module.exports` where it sees one, and the last assignment counts.
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite;' },
    sourcemap: 'linked',
    logLevel: 'warning',
    define: { PATIENCE: JSON.stringify({ patience, testTimeout, toldAfter }) },
    ...options,
  });
  console.log(`${name} in the ${host} extension host: ${files.length} suite files`);
}

/**
 * Lays out the extension as a folder with one of its two entries, because a host that can have both prefers `main`.
 * @param {string} name @param {'main' | 'browser'} without
 */
function layOutExtension(name, without) {
  const folder = join(output, name);
  mkdirSync(folder, { recursive: true });
  const manifest = readFileSync(join(root, 'package.json'), 'utf8').replace(new RegExp(`^ {2}"${without}": .*\\n`, 'm'), '');
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

/**
 * A plugin that makes the bundle count what the extension takes from its surroundings.
 * @type {import('esbuild').Plugin}
 */
const counting = {
  name: 'counting',
  setup(building) {
    const by = join(root, 'test', 'vscode', 'leaks');
    for (const [name, file] of /** @type {const} */ ([
      ['vscode', 'editor.ts'],
      ['node:worker_threads', 'workers.ts'],
    ])) {
      const path = join(by, file);
      building.onResolve({ filter: new RegExp(`^${name}$`) }, ({ importer }) =>
        importer === path ? { path: name, external: true } : { path },
      );
    }
  },
};

/** The extension that test/vscode/leaks watches. */
async function bundleCounted() {
  const { outlinerName } = await import('./outliner.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: { extension: 'test/vscode/leaks/extension.ts' },
    outdir: join(output, 'leaks', 'dist'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'linked',
    alias: { ...alias, 'web-tree-sitter': join(root, 'node_modules', 'web-tree-sitter', 'web-tree-sitter.cjs') },
    define: { OUTLINER: JSON.stringify(outlinerName()) },
    inject: ['test/vscode/leaks/timers.ts'],
    plugins: [counting],
    logLevel: 'warning',
  });
}

rmSync(output, { recursive: true, force: true });
// The product's bundle has the same alias in esbuild.js.
const alias = { 'jsonc-parser': join(root, 'node_modules', 'jsonc-parser', 'lib', 'esm', 'main.js') };
/** @type {import('esbuild').BuildOptions} */
const forNode = { platform: 'node', target: 'node20', external: ['vscode', 'mocha'], alias };
await bundle('node', 'node', suitesOf('node'), forNode);
await bundle('node', 'leaks', ['leaks/leaks.test.ts'], forNode);
await bundle('node', 'walks', ['walks/allTrails.test.ts'], forNode);
await bundle('web', 'web', suitesOf('web'), { platform: 'browser', target: 'es2022', external: ['vscode'] });
layOutExtension('web', 'main');
layOutExtension('leaks', 'browser');
await bundleCounted();
