/** Runs the suites for the Node extension host in a desktop VS Code, which is downloaded: `npm run test:desktop`. */
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { cacheFolder } from '../../dev/cache.mjs';
import { Scratch, kafkaSource } from '../e2e/harness/scratch';

const root = join(__dirname, '..', '..');

async function download(): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: join(cacheFolder(), 'desktop') });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `VS Code could not be downloaded from update.code.visualstudio.com (${why}). ` +
        'The same suites run without that download: npm run test:node-host, npm run test:web-host.',
    );
  }
}

async function main(): Promise<void> {
  if (process.platform === 'linux' && process.env.DISPLAY === undefined && process.env.WAYLAND_DISPLAY === undefined) {
    throw new Error(
      'A desktop VS Code needs a display; without one: xvfb-run -a npm run test:desktop (Debian: apt-get install xvfb).',
    );
  }
  const vscodeExecutablePath = await download();
  const scratch = await Scratch.create();
  try {
    const folder = await scratch.copyOf(kafkaSource());
    const { userData, extensions } = await scratch.editorFolders({});
    process.exitCode = await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'dist', 'test', 'node', 'suite.js'),
      launchArgs: [
        folder,
        '--user-data-dir',
        userData,
        '--extensions-dir',
        extensions,
        '--disable-workspace-trust',
        '--no-sandbox',
      ],
    });
  } finally {
    await scratch.remove();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
