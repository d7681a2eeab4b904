import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './root.mjs';

/**
 * A suite that failed and was run once more. `said` are lines on why the first run failed; `files` are the pictures and
 * logs of it, below the project's folder.
 * @typedef {{ step: string, suite: string, passedThen: boolean, said: readonly string[], files: readonly string[] }} SecondTry
 */

/**
 * The most suites of a run that may need a second try. A machine may be slow for a moment, but a failure that happens more often
 * is a fault.
 */
export const mostSecondTries = 2;

const output = join(root, 'test-output');
const failed = join(output, 'failed');
const list = join(output, 'secondTries.json');

/** Forgets the second tries of the run before this one. */
export function beginSecondTries() {
  rmSync(failed, { recursive: true, force: true });
  writeSecondTries([]);
}

/** Writes the list of second tries to a file. @param {readonly SecondTry[]} tries */
export function writeSecondTries(tries) {
  mkdirSync(output, { recursive: true });
  writeFileSync(list, `${JSON.stringify(tries, undefined, 2)}\n`);
}

/** Returns the folder where a suite's first try keeps the evidence of a failure. @param {string} suite */
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
