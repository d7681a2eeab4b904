import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache.mjs';
import { installEditor, installVsix, installedExtensions, startServer } from './embeddedEditor.mjs';
import { Failure, mustRun, run, whenInterrupted } from './process.mjs';
import { findProgram } from './programs.mjs';
import { root } from './root.mjs';

/** @typedef {{ vsix: string, folder: string }} Opened the package to install, and the folder to open */

/** Returns the settings that a reader of source code begins with; later changes are the reader's own and stay. @param {string} folder */
function firstSettings(folder) {
  return {
    'workbench.startupEditor': 'none',
    'chat.disableAIFeatures': true,
    'extensions.ignoreRecommendations': true,
    'security.workspace.trust.enabled': false,
    'telemetry.telemetryLevel': 'off',
    'files.readonlyInclude': { [`${folder}/**`]: true },
  };
}

/** @param {string} file @param {string} folder */
function writeFirstSettings(file, folder) {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(firstSettings(folder), undefined, 2));
}

/**
 * Returns the folders of the reader's editor in the cache, so that a person's own VS Code keeps its settings and extensions
 * untouched.
 * @param {string} kind
 */
function foldersOf(kind) {
  const home = join(cacheFolder(), `reader-${kind}`);
  return { userData: join(home, 'user-data'), extensions: join(home, 'extensions') };
}

/** Returns whether there is a screen to open a window on. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some((name) => name !== undefined && name !== '');
}

/** Finds the user's own VS Code, unless it is too old for the extension. */
export async function findOwnEditor() {
  const program = findProgram('code');
  if (program === undefined) return undefined;
  const { code, output } = await run(program, ['--version'], { quiet: true, idleSeconds: 30 });
  const [, major, minor] = /^(\d+)\.(\d+)\./m.exec(output) ?? [];
  if (code === 0 && Number(major) === 1 && Number(minor) >= 106) return program;
  console.log(`  ${program} is not a VS Code of version 1.106 or later; the embedded one is used`);
  return undefined;
}

/** Opens a window of the user's own VS Code. @param {string} program @param {Opened} opened */
export async function openOwnEditor(program, { vsix, folder }) {
  const { userData, extensions } = foldersOf('desktop');
  writeFirstSettings(join(userData, 'User', 'settings.json'), folder);
  const folders = ['--user-data-dir', userData, '--extensions-dir', extensions];
  if (process.getuid?.() === 0) folders.push('--no-sandbox');
  await mustRun(program, [...folders, '--install-extension', vsix, '--force'], { idleSeconds: 600 });
  await mustRun(program, [...folders, '--new-window', folder], { idleSeconds: 600 });
  console.log(`  ${folder} is open in a window of ${program}`);
}

/** @param {string} url */
function openBrowser(url) {
  const [program = '', ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => console.log('  no browser could be opened; open the address yourself'))
    .unref();
}

/** Checks that the extension is installed in the version of package.json, and that the editor's page is served. @param {string} url @param {readonly string[]} installed */
async function verify(url, installed) {
  /** @type {unknown} */
  const parsed = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { publisher, name, version } = /** @type {{ publisher: string, name: string, version: string }} */ (parsed);
  const wanted = `${publisher}.${name}@${version}`;
  if (!installed.includes(wanted)) throw new Failure(`${wanted} is not installed: ${installed.join(', ') || 'no extension is'}.`);
  const answer = await fetch(url);
  const page = await answer.text();
  if (!answer.ok || !page.includes('workbench'))
    throw new Failure(`${url} answers with ${answer.status}, not with VS Code's page.`);
  console.log(`  ${wanted} is installed, and ${url} answers`);
}

/**
 * Serves the embedded VS Code until Ctrl-C.
 * @param {Opened} opened
 * @param {{ port: string, open: boolean, check: boolean }} options with `check` it stops as soon as the server answers
 */
export async function serveEmbeddedEditor({ vsix, folder }, options) {
  const editor = await installEditor();
  const folders = foldersOf('browser');
  writeFirstSettings(join(folders.userData, 'data', 'User', 'settings.json'), folder);
  await installVsix(editor, folders, vsix);
  const server = await startServer(editor, { ...folders, port: options.port });
  const url = `${server.url}/?folder=${encodeURIComponent(folder)}`;
  if (options.check) {
    await verify(url, await installedExtensions(editor, folders));
    await server.stop();
    return;
  }
  const stopping = { asked: false };
  whenInterrupted(() => {
    stopping.asked = true;
    void server.stop();
  });
  console.log(`\nKafka 2.2.0 beside its notes: ${url}\nCtrl-C stops it.`);
  if (options.open) openBrowser(url);
  const code = await server.ended;
  if (!stopping.asked) throw new Failure(`VS Code's server ended (${code}):\n${server.log().split('\n').slice(-15).join('\n')}`);
  console.log('\nStopped.');
}
