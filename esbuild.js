/** Builds everything that runs: `node esbuild.js [--watch] [--development]`. All output goes to dist/. */
const { build, context } = require('esbuild');
const { existsSync, readFileSync } = require('node:fs');
const { copyFile, mkdir, readdir, rm } = require('node:fs/promises');
const { basename, dirname, join, relative } = require('node:path');

const flags = new Set(process.argv.slice(2));
const root = __dirname;

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !flags.has('--development'),
  sourcemap: flags.has('--development') ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'warning',
  format: 'cjs',
  target: 'es2022',
};
/** @type {import('esbuild').BuildOptions} */
const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  external: ['vscode'],
  alias: {
    // The module build asks for import.meta.url, which a CommonJS bundle does not have.
    'web-tree-sitter': require.resolve('web-tree-sitter'),
    // The other build asks for its parts in a way that cannot be bundled.
    'jsonc-parser': require.resolve('jsonc-parser/lib/esm/main.js'),
  },
};
/** @type {import('esbuild').BuildOptions} */
const web = { ...common, platform: 'browser', external: ['vscode', 'fs/promises', 'module'] };

/**
 * The modules that the extension loads only when they are needed. In Node each becomes a file of its own, for a host has to
 * compile all that it loads.
 */
const loadedLater = [
  'extension/language/registerLanguage',
  'extension/map/mapTab',
  'extension/markdown/previewNotes',
  'extension/navigation/anchorChoices',
  'extension/problems/problemsView',
  'extension/progress/progressFiles',
  'extension/references/createReferences',
  'extension/search/noteSearch',
  'extension/source/fetchSource',
  'extension/start/writeNotes',
  'extension/theme/readThemeColours',
  'extension/trails/chooseTrail',
  'extension/trails/trailMenu',
  'extension/writing/registerWriting',
  'core/uses/resolve/resolver',
  'kafka/libraryNames',
  'kafka/release',
  'kafka/symbols',
].map((name) => `src/${name}.ts`);

/**
 * Leaves what `import()` asks for to the files that are made of {@link loadedLater}.
 * @type {import('esbuild').Plugin}
 */
const lazy = {
  name: 'lazy',
  setup(building) {
    building.onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      if (!loadedLater.includes(`${relative(root, join(resolveDir, path)).replaceAll('\\', '/')}.ts`)) {
        return { errors: [{ text: `${path} is imported later, but is not in loadedLater of esbuild.js.` }] };
      }
      return { path: `./lazy/${basename(path)}.js`, external: true };
    });
  },
};

/**
 * The editor's interface as a module whose names esbuild knows: else it copies all of them, as getters, for each file that
 * imports it, which are megabytes of memory and milliseconds at the start.
 * @type {import('esbuild').Plugin}
 */
const editor = {
  name: 'editor',
  setup(building) {
    building.onResolve({ filter: /^vscode$/, namespace: 'file' }, () => ({ path: 'vscode', namespace: 'editor' }));
    building.onLoad({ filter: /.*/, namespace: 'editor' }, () => {
      const declared = readFileSync(require.resolve('@types/vscode/index.d.ts'), 'utf8');
      const names = declared.matchAll(/^\texport (?:abstract )?(?:namespace|class|enum|const|let|function) (\w+)/gm);
      // The bundler drops names that nobody uses.
      const exported = [...names].map(([, name]) => `export const ${name} = /* @__PURE__ */ (() => editor.${name})();`);
      return { contents: `const editor = require('vscode');\n${[...new Set(exported)].join('\n')}`, resolveDir: root };
    });
  },
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  // The editor's own loader serves require().
  {
    ...node,
    entryPoints: { extension: 'src/extension/node.ts' },
    outdir: 'dist',
    plugins: [lazy, editor],
    supported: { 'dynamic-import': false },
  },
  {
    ...node,
    entryPoints: Object.fromEntries(loadedLater.map((file) => [basename(file, '.ts'), file])),
    outdir: 'dist/lazy',
    plugins: [editor],
  },
  { ...node, entryPoints: { worker: 'src/worker/node.ts', noteWorker: 'src/worker/notes/node.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { cli: 'src/cli/main.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
  { ...web, entryPoints: { extension: 'src/extension/web.ts' }, outdir: 'dist/web', plugins: [editor] },
  {
    ...web,
    entryPoints: { worker: 'src/worker/web.ts', noteWorker: 'src/worker/notes/web.ts' },
    outdir: 'dist/web',
    format: 'iife',
  },
  {
    ...web,
    entryPoints: { panel: 'media/panel.ts' },
    outdir: 'dist/panel',
    format: 'iife',
    // The page need not load what finds addresses in text, since no address becomes a link by itself in notes, nor a list of
    // entities, which the browser knows.
    alias: { 'linkify-it': './media/render/noLinkify.ts', entities: './media/render/entities.ts' },
  },
  // The map's page is loaded when somebody opens the map.
  { ...web, entryPoints: { map: 'media/map.ts' }, outdir: 'dist/map', format: 'iife' },
  // The page imports each of these when it needs it: a diagram, a formula, code, HTML that a note's author wrote, an anchor that leads nowhere.
  {
    ...web,
    entryPoints: Object.fromEntries(
      ['diagrams', 'maths', 'colours', 'purifier', 'choices'].map((name) => [name, `media/${name}/main.ts`]),
    ),
    outdir: 'dist/panel',
    format: 'esm',
  },
];

const assets = [
  require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
  require.resolve('tree-sitter-java/tree-sitter-java.wasm'),
  require.resolve('tree-sitter-scala/tree-sitter-scala.wasm'),
  join(root, 'src/core/symbols/queries/java.scm'),
  join(root, 'src/core/symbols/queries/scala.scm'),
  join(root, 'src/core/language/queries/java-folds.scm'),
  join(root, 'src/core/language/queries/scala-colours.scm'),
  join(root, 'src/core/language/queries/scala-folds.scm'),
];

async function copyAssets() {
  for (const from of assets) {
    const to = join(root, 'dist', basename(from));
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to);
  }
}

/** Removes old bundles, which must not get into a package. The files of tests and packaging stay. */
async function emptyOutput() {
  const dist = join(root, 'dist');
  for (const name of existsSync(dist) ? await readdir(dist) : []) {
    if (name !== 'test' && !name.endsWith('.vsix')) await rm(join(dist, name), { recursive: true });
  }
}

async function main() {
  await emptyOutput();
  await copyAssets();
  const { outlinerName } = await import('./dev/outliner.mjs');
  const define = { OUTLINER: JSON.stringify(outlinerName()) };
  if (!flags.has('--watch')) {
    const results = await Promise.all(bundles.map((options) => build({ ...options, define, metafile: true })));
    const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
    const { prepareNotes } = await import('./dev/prepareNotes.mjs');
    await prepareNotes();
    const { writeLicences } = await import('./dev/licences.mjs');
    writeLicences([...inputs.map((input) => join(root, input)), ...assets], join(root, 'dist', 'licences.txt'));
    return;
  }
  const watched = await Promise.all(bundles.map((options) => context({ ...options, define, logLevel: 'info' })));
  console.log('[watch] build started');
  // A build that fails says so itself, and the next change may mend it.
  await Promise.allSettled(watched.map((one) => one.rebuild()));
  await Promise.all(watched.map((one) => one.watch()));
  console.log('[watch] everything is built');
}

main().catch((/** @type {unknown} */ error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
