import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { cached } from './cache.mjs';
import { patience } from './patience.mjs';
import { Failure, mustRun, startProcess, stopProcess } from './process.mjs';
import { needCompiler } from './programs.mjs';

/**
 * A VS Code that runs as a server and shows in a browser, from npm alone: the package code-server carries VS Code's own
 * server and web workbench, and the packages node-PLATFORM-CPU the Node it was made for.
 * @typedef {{ vscode: string, codeServer: string, node: string }} Release versions of the three
 */

/** @type {Release} */
export const newestRelease = { vscode: '1.139.1', codeServer: '4.139.1', node: '24.21.0' };
/** The oldest VS Code that package.json's `engines` declares. @type {Release} */
export const oldestRelease = { vscode: '1.106.3', codeServer: '4.106.3', node: '22.23.3' };

/** @typedef {{ release: Release, node: string, home: string }} Editor `node`: its program; `home`: VS Code's own folder */

/** The native modules without which the server runs but no extension does: they log and watch the parent process. */
const nativeModules = ['@vscode/spdlog', '@vscode/native-watchdog', 'native-watchdog'];

function nodePackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return `${platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${platform}-${process.arch}`;
}

/** @param {Release} release @param {string} folder @returns {Editor} */
function editorIn(release, folder) {
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  return { release, node: join(folder, 'node', 'bin', program), home: join(folder, 'server', 'lib', 'vscode') };
}

/** Returns an environment for npm without what an npm around this process has put into the environment for its own script. */
function npmEnvironment() {
  /** @type {NodeJS.ProcessEnv} */
  const env = {};
  for (const name of Object.keys(process.env)) {
    if (/^npm_(package|lifecycle|config_local_prefix|config_global_prefix|config_prefix)/.test(name)) env[name] = undefined;
  }
  return env;
}

/** @param {string} folder @param {string} name a package with its version @param {string} into @param {readonly string[]} [only] */
async function unpack(folder, name, into, only = []) {
  console.log(`  ${name}`);
  const printed = await mustRun('npm', ['pack', '--silent', '--pack-destination', folder, name], {
    cwd: folder,
    env: npmEnvironment(),
    idleSeconds: 600,
  });
  const archive = printed.trim().split('\n').at(-1) ?? '';
  mkdirSync(join(folder, into));
  await mustRun('tar', ['-xzf', archive, '-C', into, '--strip-components=1', ...only], { cwd: folder, idleSeconds: 600 });
  rmSync(join(folder, archive));
}

/**
 * Adds the file search to the editor. VS Code up to 1.109 gets it from a package that downloads the program when it is installed;
 * later ones have it in a package, and that one serves the older too.
 * @param {string} folder @param {Editor} editor
 */
async function addFileSearch(folder, editor) {
  const old = join(editor.home, 'node_modules', '@vscode', 'ripgrep');
  if (!existsSync(old) || existsSync(join(old, 'bin'))) return;
  await unpack(folder, '@vscode/ripgrep-universal@1.18.0', 'ripgrep');
  cpSync(join(folder, 'ripgrep', 'bin', `${process.platform}-${process.arch}`), join(old, 'bin'), { recursive: true });
  rmSync(join(folder, 'ripgrep'), { recursive: true });
}

/**
 * Takes the watcher of files from npm where the editor names a commit of it, as some releases do: a commit would come from another
 * host, and would have to be compiled. The version is the published one on which that commit builds.
 * @param {Editor} editor
 */
function takeWatcherFromNpm(editor) {
  const file = join(editor.home, 'package.json');
  /** @type {unknown} */
  const parsed = JSON.parse(readFileSync(file, 'utf8'));
  const manifest = /** @type {{ dependencies: Record<string, string> }} */ (parsed);
  if (!manifest.dependencies['@parcel/watcher']?.includes('#')) return;
  manifest.dependencies['@parcel/watcher'] = '2.5.1';
  writeFileSync(file, JSON.stringify(manifest, undefined, 2));
  const lock = join(editor.home, 'npm-shrinkwrap.json');
  /** @type {unknown} */
  const parsedLock = JSON.parse(readFileSync(lock, 'utf8'));
  const locked = /** @type {{ packages: Record<string, unknown> }} */ (parsedLock);
  delete locked.packages['node_modules/@parcel/watcher'];
  writeFileSync(lock, JSON.stringify(locked, undefined, 2));
}

/** @param {Release} release @param {string} folder */
async function fill(release, folder) {
  await needCompiler();
  await unpack(folder, `${nodePackage()}@${release.node}`, 'node');
  await unpack(folder, `code-server@${release.codeServer}`, 'server', ['package/lib/vscode']);
  const editor = editorIn(release, folder);
  takeWatcherFromNpm(editor);
  // The headers are in the package; without `nodedir` npm would download them from elsewhere.
  const path = dirname(editor.node) + delimiter + (process.env.PATH ?? '');
  const env = { ...npmEnvironment(), PATH: path, npm_config_nodedir: join(folder, 'node'), JOBS: 'max' };
  console.log("  VS Code's own dependencies");
  const install = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  await mustRun('npm', install, { cwd: editor.home, env, idleSeconds: 600 });
  const present = nativeModules.filter((name) => existsSync(join(editor.home, 'node_modules', name)));
  console.log(`  building ${present.join(' and ')}`);
  await mustRun('npm', ['rebuild', ...present], { cwd: editor.home, env, idleSeconds: 600 });
  for (const name of present) {
    if (!existsSync(join(editor.home, 'node_modules', name, 'build', 'Release')))
      throw new Failure(`npm built nothing of ${name}.`);
  }
  await addFileSearch(folder, editor);
}

/** Returns the embedded VS Code from the cache, after installing it there if need be. @param {Release} [release] @returns {Promise<Editor>} */
export async function installEditor(release = newestRelease) {
  return editorIn(release, await cached(`vscode-${release.vscode}`, (folder) => fill(release, folder)));
}

/** @param {Editor} editor @param {EditorFolders} folders */
function serverArguments(editor, folders) {
  return [
    join(editor.home, 'out', 'server-main.js'),
    '--accept-server-license-terms',
    '--disable-telemetry',
    '--server-data-dir',
    folders.userData,
    '--extensions-dir',
    folders.extensions,
  ];
}

/** @typedef {{ userData: string, extensions: string }} EditorFolders the folders of settings and state, and of extensions */

/** @param {Editor} editor @param {EditorFolders} folders @param {string} vsix */
export async function installVsix(editor, folders, vsix) {
  const args = [...serverArguments(editor, folders), '--install-extension', vsix, '--force'];
  const output = await mustRun(editor.node, args, { idleSeconds: 600 });
  if (!output.includes('successfully installed')) throw new Failure(`VS Code did not install ${vsix}:\n${output}`);
}

/**
 * Returns the installed extensions as `publisher.name@version`.
 * @param {Editor} editor
 * @param {EditorFolders} folders
 */
export async function installedExtensions(editor, folders) {
  const output = await mustRun(editor.node, [...serverArguments(editor, folders), '--list-extensions', '--show-versions']);
  return output.split('\n').filter((line) => /^[\w-]+\.[\w-]+@/.test(line));
}

/** @typedef {{ port: number, url: string, log: () => string, ended: Promise<number>, stop: () => Promise<void> }} Server */

/**
 * Starts VS Code's server, which serves this machine only.
 * @param {Editor} editor
 * @param {EditorFolders & { port?: number | string, smokeTestDriver?: boolean, language?: string, asksForTrust?: boolean }} options
 *   `port` 0, which is also what counts where none is given, is any free one, `8000-8010` the first free one of these; `smokeTestDriver`
 *   lets a page run test suites in the extension host; `language` is that of the display, where its language pack is installed;
 *   `asksForTrust`: a folder is restricted until the reader trusts it, else all folders are trusted
 * @returns {Promise<Server>}
 * @throws {Failure} with the output of the server, where it does not listen within the patience of the tests
 */
export async function startServer(editor, options) {
  const driver = options.smokeTestDriver === true ? ['--enable-smoke-test-driver'] : [];
  const language = options.language === undefined ? [] : ['--locale', options.language];
  const trust = options.asksForTrust === true ? [] : ['--disable-workspace-trust'];
  const address = ['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--without-connection-token'];
  const child = startProcess(editor.node, [...serverArguments(editor, options), ...address, ...driver, ...language, ...trust]);
  let log = '';
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
  const port = await new Promise((/** @type {(port: number | undefined) => void} */ resolve) => {
    /** @param {Buffer} data */
    const take = (data) => {
      log += data.toString();
      const found = /agent listening on (\d+)/.exec(log);
      if (found !== null) resolve(Number(found[1]));
      if (log.includes('EADDRINUSE')) resolve(undefined);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    void ended.then(() => resolve(undefined));
    setTimeout(() => resolve(undefined), patience * 1000).unref();
  });
  if (port === undefined) {
    await stopProcess(child);
    if (log.includes('EADDRINUSE')) throw new Failure(`Port ${options.port ?? 0} is in use by another program.`);
    throw new Failure(`The embedded VS Code did not start:\n${log}`);
  }
  return { port, url: `http://127.0.0.1:${port}`, log: () => log, ended, stop: () => stopProcess(child) };
}
