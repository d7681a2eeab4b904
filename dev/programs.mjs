import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure, mustRun } from './process.mjs';

/** Returns the full path of a program on the PATH. @param {string} name */
export function findProgram(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder === '') continue;
    for (const ending of endings) {
      const file = join(folder, name + ending);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // The program is not in this folder.
      }
    }
  }
  return undefined;
}

/** Returns whether Debian packages can be installed without asking anybody. */
function mayInstall() {
  return process.getuid?.() === 0 && findProgram('apt-get') !== undefined;
}

/** @param {readonly string[]} packages */
async function installPackages(packages) {
  console.log(`  installing ${packages.join(' ')} with apt-get`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await mustRun('apt-get', ['update', '-q'], { env, idleSeconds: 600 });
  await mustRun('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env, idleSeconds: 900 });
}

/**
 * Returns a program that a step cannot do without. It is found on the PATH, else installed where that is allowed, else asked for.
 * @param {{ names: readonly string[], packages: readonly string[], purpose: string, elsewhere: string }} wanted
 *   `names` in the order tried, `packages` Debian's, `elsewhere` what to do on another system
 * @returns {Promise<string>} the program's path
 */
export async function needProgram(wanted) {
  const find = () => wanted.names.map(findProgram).find((path) => path !== undefined);
  const there = find();
  if (there !== undefined) return there;
  const missing = `${wanted.purpose} needs ${wanted.names.join(' or ')}, which is not on the PATH.`;
  const advice = `On Debian or Ubuntu: apt-get install ${wanted.packages.join(' ')}. Elsewhere: ${wanted.elsewhere}`;
  if (!mayInstall()) throw new Failure(`${missing}\n  ${advice}`);
  try {
    await installPackages(wanted.packages);
  } catch (error) {
    throw new Failure(`${missing}\n  ${advice}\n  ${error instanceof Error ? error.message : String(error)}`);
  }
  const installed = find();
  if (installed === undefined) throw new Failure(`${missing}\n  ${advice}`);
  return installed;
}

/** @param {string} purpose the beginning of the sentence that says what is missing */
export function needMaven(purpose) {
  return needProgram({ names: ['mvn'], packages: ['maven'], purpose, elsewhere: 'https://maven.apache.org/install.html' });
}

/** @param {string} purpose @throws {Failure} where the JDK is too old */
export async function needJdk(purpose) {
  const javac = await needProgram({
    names: ['javac'],
    packages: ['default-jdk-headless'],
    purpose,
    elsewhere: 'install a JDK, 11 or later, and put its folder bin on the PATH: https://adoptium.net',
  });
  const version = await mustRun(javac, ['-version']);
  const major = Number(/javac (\d+)/.exec(version)?.[1]);
  if (!(major >= 11)) throw new Failure(`${javac} is too old (${version.trim()}): ${purpose} needs a JDK, 11 or later.`);
}

/** Returns the browser that drives the tests: the one that `KAFKA_NOTES_CHROMIUM` names, else one on the PATH. */
export async function needChromium() {
  const own = process.env.KAFKA_NOTES_CHROMIUM;
  if (own !== undefined && own !== '') return own;
  return needProgram({
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    // The package of Chromium only recommends a font, but shows no text without one.
    packages: ['chromium', 'fonts-liberation'],
    purpose: 'Testing in a real VS Code',
    elsewhere: 'install Chromium or Chrome and name it in the environment variable KAFKA_NOTES_CHROMIUM',
  });
}

/** Installs what npm needs to build the few native modules of the embedded VS Code. */
export async function needCompiler() {
  for (const [name, debian] of /** @type {const} */ ([
    ['make', 'make'],
    ['g++', 'g++'],
    ['python3', 'python3'],
  ])) {
    await needProgram({
      names: name === 'g++' ? ['g++', 'c++', 'clang++'] : [name],
      packages: [debian],
      purpose: 'Installing the embedded VS Code',
      elsewhere: 'see https://github.com/nodejs/node-gyp#installation',
    });
  }
}

/**
 * Installs Chinese glyphs for screenshots, where that can be done; without them Chinese notes are shown as boxes, and nothing
 * else is lost.
 */
export async function wantChineseFont() {
  if (process.platform !== 'linux' || !mayInstall()) return;
  try {
    if (findProgram('fc-list') !== undefined && (await mustRun('fc-list', [':lang=zh', 'family'])).trim() !== '') return;
    await installPackages(['fontconfig', 'fonts-noto-cjk']);
  } catch {
    console.log('  no font with Chinese glyphs: screenshots will show boxes');
  }
}
