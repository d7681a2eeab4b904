import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assets } from '../bindings/readTable';

/** Bundles the worker into a folder, as `worker.js`, with the grammars and queries of these languages. */
export async function bundleWorker(folder: string, ...languages: readonly ('java' | 'scala')[]): Promise<void> {
  await build({
    entryPoints: { worker: join(__dirname, '../../../src/worker/node.ts') },
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    alias: { 'web-tree-sitter': require.resolve('web-tree-sitter') },
    logLevel: 'error',
  });
  const names = languages.flatMap((language) => [`tree-sitter-${language}.wasm`, `${language}.scm`]);
  for (const name of ['web-tree-sitter.wasm', ...names]) writeFileSync(join(folder, name), await assets.read(name));
}
