import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { outlinerName } from '../dev/outliner.mjs';

/**
 * The bench's programs, each of which runs in a process of its own. They are bundled to JavaScript, because the code that a
 * loader adds must not be measured.
 */
const programs = {
  outlineSide: 'tree/outlineSide.ts',
  nativeSide: 'tree/nativeSide.ts',
  poolSide: 'tree/poolSide.ts',
  storedSide: 'tree/storedSide.ts',
  watched: 'worker/watched.ts',
  openSide: 'open/openSide.ts',
  bareSide: 'open/bareSide.ts',
  bareWorker: 'open/bareWorker.ts',
  readSide: 'table/readSide.ts',
  findSide: 'find/findSide.ts',
  keystrokes: 'typing/keystrokes.ts',
  readings: 'typing/readings.ts',
  readKafka: 'inHost/readKafka.ts',
  bindNotes: 'notes/bindNotes.ts',
  activateElsewhere: 'inHost/activateElsewhere.ts',
  activatePeers: 'inHost/activatePeers.ts',
  searchSide: 'search/searchSide.ts',
  hoverKafka: 'inHost/hoverKafka.ts',
};

export async function bundlePrograms(root: string, outdir: string): Promise<void> {
  await build({
    absWorkingDir: join(root, 'bench'),
    entryPoints: programs,
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    // The same alias is in esbuild.js.
    alias: { 'web-tree-sitter': createRequire(join(root, 'package.json')).resolve('web-tree-sitter') },
    define: { OUTLINER: JSON.stringify(outlinerName()) },
    logLevel: 'warning',
  });
}
