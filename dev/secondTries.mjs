import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './root.mjs';

/**
 * A suite that failed and was run once more. `said` is what the first run said of the failure; `files` are the pictures and
 * logs of it, below the project's folder.
 * @typedef {{ step: string, suite: string, passedThen: boolean, said: string, files: readonly string[] }} SecondTry
 */

/** How many suites of a run may need a second try: a machine may hiccup, but what fails more often is a fault. */
export const mostSecondTries = 2;

const output = join(root, 'test-output');
const failed = join(output, 'failed');
const list = join(output, 'secondTries.json');

/** Forgets the run before this one. */
export function beginSecondTries() {
  rmSync(failed, { recursive: true, force: true });
  writeSecondTries([]);
}

/** Writes the list for whoever looks into it. @param {readonly SecondTry[]} tries */
export function writeSecondTries(tries) {
  mkdirSync(output, { recursive: true });
  writeFileSync(list, `${JSON.stringify(tries, undefined, 2)}\n`);
}

/** The folder where a suite's first try keeps what explains a failure. @param {string} suite */
export function evidenceOf(suite) {
  const folder = join(failed, suite.replaceAll(/[^\w.-]+/g, '-'));
  return {
    folder,
    /** @param {string} name @param {string} text */
    keep(name, text) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), text);
    },
    files() {
      const found = [folder, `${folder}-again`].filter(existsSync).flatMap((one) =>
        readdirSync(one, { recursive: true, encoding: 'utf8' })
          .map((name) => join(one, name))
          .filter((path) => statSync(path).isFile())
          .map((path) => relative(root, path)),
      );
      return found.sort();
    },
  };
}
