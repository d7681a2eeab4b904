import { createRequire } from 'node:module';
import { join } from 'node:path';
import { outlinerName } from './outliner.mjs';
import { root } from './root.mjs';

/**
 * Loads modules of the product, to be run here. They are bundled beside the tests' bundles, which stay out of the package.
 * @param {string} name of the bundle
 * @param {readonly string[]} modules relative to the root, without extension
 * @returns {Promise<unknown>} everything that they export
 */
export async function productCode(name, modules) {
  const outfile = join(root, 'dist', 'test', `${name}.cjs`);
  // The package is imported only here, because the importer of this module may be about to install it.
  const { build } = await import('esbuild');
  const require = createRequire(import.meta.url);
  await build({
    stdin: { contents: modules.map((module) => `export * from './${module}';`).join('\n'), resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    alias: { 'web-tree-sitter': require.resolve('web-tree-sitter') },
    define: { OUTLINER: JSON.stringify(outlinerName()) },
  });
  /** @type {unknown} */
  const code = require(outfile);
  return code;
}
