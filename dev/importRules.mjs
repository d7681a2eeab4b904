/**
 * The rules of dependency-cruiser, which `npm run lint` checks: code imports what the table of layers allows, and nothing imports
 * itself in a circle.
 */
import { layers } from './layers.mjs';

const folders = Object.keys(layers);
const inside = (/** @type {readonly string[]} */ names) => `^(${names.join('|')})/`;

/** Returns the folders of the table that lie in another one of it: their files belong to them alone. @param {string} folder */
const nested = (folder) => folders.filter((one) => one.startsWith(`${folder}/`));

/** @param {string} folder */
const filesOf = (folder) => ({
  path: inside([folder]),
  ...(nested(folder).length > 0 && { pathNot: inside(nested(folder)) }),
});

/** The marks by which the modules that are not the project's are recognised: their resolved path or their kind. */
const modules = {
  vscode: { path: '(^|/)vscode(/|$)' },
  node: { dependencyTypes: ['core'] },
};

const error = /** @type {const} */ ('error');

const imports = Object.entries(layers).map(([folder, { imports: allowed }]) => ({
  name: `imports of ${folder}`,
  comment: `It may import ${allowed.join(', ') || 'nothing else'}: see dev/layers.mjs.`,
  severity: error,
  from: filesOf(folder),
  to: { path: '^(src|media|test|bench|dev)/', pathNot: inside([folder, ...allowed]) },
}));

const foreign = Object.entries(layers).flatMap(([folder, { modules: allowed = [] }]) =>
  /** @type {const} */ (['vscode', 'node'])
    .filter((name) => !allowed.includes(name))
    .map((name) => ({
      name: `${name} in ${folder}`,
      comment: name === 'vscode' ? 'Only the extension imports the editor.' : 'This code runs in a browser too.',
      severity: error,
      from: filesOf(folder),
      to: modules[name],
    })),
);

export default {
  forbidden: [
    { name: 'a circle of files', severity: error, from: {}, to: { circular: true } },
    { name: 'a circle of folders', severity: error, scope: /** @type {const} */ ('folder'), from: {}, to: { circular: true } },
    {
      name: 'a folder without a line in dev/layers.mjs',
      severity: error,
      from: { path: '^(src|media)/', pathNot: inside(folders) },
      to: {},
    },
    { name: 'a file that is not there', severity: error, from: {}, to: { couldNotResolve: true, path: '^[.]' } },
    ...imports,
    ...foreign,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
