/**
 * The table of the folders that hold code, with the other folders that the code of each may import. `npm run lint` holds the code
 * to it, types included. A folder may always import itself; a folder below it that has its own line in the table is not implied.
 * `modules` names what a folder may import besides files of the project: the editor (`vscode`), Node's own modules, or packages.
 * @typedef {{ imports: readonly string[], modules?: readonly ('vscode' | 'node')[] }} Layer
 */

const core = (/** @type {readonly string[]} */ ...names) => names.map((name) => `src/core/${name}`);
const editor = (/** @type {readonly string[]} */ ...names) => names.map((name) => `src/extension/${name}`);

/** The whole core, for the folders outside of it. */
const wholeCore = ['src/core'];

/** What the panel's page loads when a note needs it, of which the page has only the types. */
const loadedByPage = ['media/diagrams', 'media/maths', 'media/colours', 'media/purifier', 'media/choices'];

/** @type {Readonly<Record<string, Layer>>} */
export const layers = {
  'src/core/util': { imports: [] },
  'src/core/syntax': { imports: core('util') },
  'src/core/symbols': { imports: core('util', 'syntax') },
  'src/core/language': { imports: core('util', 'syntax', 'symbols') },
  'src/core/notes': { imports: core('util', 'syntax', 'symbols') },
  'src/core/bindings': { imports: core('util', 'syntax', 'symbols', 'notes') },
  'src/core/check': { imports: core('util', 'symbols', 'notes', 'bindings') },
  'src/core/excerpts': { imports: core('util', 'syntax', 'symbols', 'notes', 'bindings') },
  'src/core/references': { imports: core('util', 'symbols', 'notes', 'bindings') },
  'src/core/trails': { imports: core('util', 'symbols', 'notes', 'bindings') },
  'src/core/progress': { imports: core('util', 'notes') },
  'src/core/theme': { imports: core('util') },
  'src/core/uses': { imports: core('util', 'syntax', 'symbols') },
  'src/core/settings': { imports: core('util', 'symbols') },
  'src/core/standard': { imports: core('util', 'notes', 'settings') },
  'src/core/search': { imports: core('util', 'symbols', 'notes', 'bindings') },
  'src/core/map': { imports: core('util', 'symbols', 'notes', 'bindings') },
  'src/protocol': { imports: wholeCore },
  'src/source': { imports: core('symbols', 'util', 'bindings', 'search'), modules: ['node'] },
  'src/kafka': { imports: ['src/source', ...core('util', 'notes', 'bindings', 'search')] },
  'src/worker': { imports: [...wholeCore, 'src/protocol', 'src/kafka'], modules: ['node'] },
  'src/workspace': { imports: [...wholeCore, 'src/protocol', 'src/source'] },
  'src/cli': {
    imports: [...wholeCore, 'src/protocol', 'src/source', 'src/kafka', 'src/worker', 'src/workspace'],
    modules: ['node'],
  },
  'media/render': { imports: [...wholeCore, 'src/protocol'] },
  'media/dom': { imports: [...wholeCore, 'src/protocol'] },
  'media/diagrams': { imports: [...wholeCore, 'src/protocol', 'media/render', 'media/dom'] },
  'media/choices': { imports: [...wholeCore, 'src/protocol', 'media/dom'] },
  'media/maths': { imports: [] },
  'media/colours': { imports: [] },
  'media/purifier': { imports: [] },
  'media/page': { imports: [...wholeCore, 'src/protocol', 'media/render', 'media/dom', ...loadedByPage] },
  'media/map': { imports: [...wholeCore, 'src/protocol', 'media/render', 'media/dom'] },
  media: { imports: ['media', 'src/core', 'src/protocol'] },
  ...extensionLayers(),
};

/** The extension's features, the lowest first: each may import the ones that it names. */
function extensionLayers() {
  /** The folders that every feature may import. */
  const shared = [...wholeCore, 'src/protocol', 'src/source', 'src/workspace', ...editor('editor', 'model')];
  const feature = (/** @type {readonly string[]} */ ...names) => ({ imports: [...shared, ...editor(...names)], modules: only });
  /** @type {readonly 'vscode'[]} */
  const only = ['vscode'];
  return {
    'src/extension/editor': { imports: [...wholeCore, 'src/protocol', 'src/source', 'src/workspace'], modules: only },
    'src/extension/model': { imports: [...wholeCore, 'src/source', 'src/workspace', ...editor('editor')], modules: only },
    'src/extension/theme': feature(),
    'src/extension/notes': feature(),
    'src/extension/indexing': feature(),
    'src/extension/bindings': feature('notes', 'indexing'),
    'src/extension/problems': feature('notes', 'bindings'),
    'src/extension/uses': feature('indexing'),
    'src/extension/excerpts': feature('bindings', 'uses'),
    'src/extension/panel': { imports: [...feature('theme', 'bindings', 'excerpts').imports, 'media/render'], modules: only },
    'src/extension/navigation': feature('indexing', 'bindings', 'panel'),
    'src/extension/progress': feature('notes', 'navigation'),
    'src/extension/outline': feature('navigation', 'progress'),
    'src/extension/trails': feature('notes', 'bindings', 'navigation', 'outline', 'progress'),
    'src/extension/markdown': feature('notes', 'bindings', 'excerpts', 'navigation'),
    'src/extension/hovers': feature('notes', 'bindings', 'uses', 'excerpts', 'navigation', 'markdown'),
    'src/extension/language': feature('uses', 'hovers'),
    'src/extension/annotations': feature('bindings', 'navigation', 'hovers'),
    'src/extension/references': feature('notes', 'bindings', 'uses', 'panel', 'navigation', 'markdown'),
    'src/extension/search': feature('indexing', 'uses', 'panel', 'navigation', 'trails'),
    'src/extension/map': feature('panel', 'navigation'),
    'src/extension/source': { imports: [...shared, ...editor('indexing')], modules: /** @type {const} */ (['vscode', 'node']) },
    'src/extension/start': feature('bindings', 'source', 'navigation'),
    'src/extension/writing': feature('notes', 'navigation', 'language'),
    'src/extension/status': feature('indexing', 'bindings', 'annotations'),
    // The entries and the composition root may import everything, and nothing imports them.
    'src/extension': {
      imports: [...shared, 'src/extension', 'src/kafka', 'src/worker'],
      modules: /** @type {const} */ (['vscode', 'node']),
    },
  };
}
