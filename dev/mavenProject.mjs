import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, cached } from './cache.mjs';
import { Failure, mustRun } from './process.mjs';
import { needJdk, needMaven } from './programs.mjs';
import { root } from './root.mjs';

/**
 * Returns a short hash of contents, which names what the cache holds: other contents have another name.
 * @param {readonly string[]} contents
 */
export function hashOf(contents) {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(`${content.length} ${content}`);
  return hash.digest('hex').slice(0, 12);
}

/** Returns the Java files of a folder and of all below it, in a fixed order. @param {string} folder */
export function javaFiles(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.java'));
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}

/**
 * A Maven project below `test`, which is built in the cache: `folder` then holds `classes` and `libraries`.
 * @param {string} name the folder below `test`
 * @param {string} purpose the beginning of the sentence that says what is missing, where a JDK or Maven is
 * @param {string} what what is built, as a line of the run says it
 */
export function mavenProject(name, purpose, what) {
  const project = join(root, 'test', name);
  const pom = join(project, 'pom.xml');
  const files = [pom, ...javaFiles(join(project, 'src', 'main', 'java'))];
  const cacheName = `${name}-${hashOf(files.map((file) => readFileSync(file, 'utf8')))}`;
  const folder = join(cacheFolder(), cacheName);

  /** Builds the project, unless that is done. Where a JDK or Maven is missing, it says what to install. */
  async function ensure() {
    await needJdk(purpose);
    if (existsSync(folder)) return;
    await needMaven(purpose);
    await cached(cacheName, async (part) => {
      console.log(`  building ${what} from Maven Central`);
      await mustRun('mvn', ['-q', '-B', '-C', '-f', pom, 'compile', `-Doutput=${part}`], { idleSeconds: 600 });
      if (!existsSync(join(part, 'libraries'))) throw new Failure(`Maven built ${what} without the libraries.`);
    });
  }
  return { folder, ensure };
}
