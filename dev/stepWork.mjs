import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { kafkaFolder } from './kafkaSource.mjs';
import { testTimeout } from './patience.mjs';

/** @param {() => Promise<unknown>} prepare @returns {{ check: () => Promise<readonly string[]> }} */
export const preparing = (prepare) => ({
  check: async () => {
    await prepare();
    return [];
  },
});

/** @param {string} program @param {readonly string[]} args @returns {{ commands: () => readonly (readonly string[])[] }} */
export const command = (program, ...args) => ({ commands: () => [[program, ...args]] });
/** @param {readonly string[]} args */
export const node = (...args) => command(process.execPath, ...args);
/** @param {string} name @param {readonly string[]} args */
const tool = (name, ...args) => node(join('node_modules', name), ...args);
/** @param {readonly string[]} args */
export const mocha = (...args) => tool('mocha/bin/mocha.js', '--timeout', String(testTimeout), ...args);
/** @param {readonly string[]} args */
export const tsx = (...args) => tool('tsx/dist/cli.mjs', ...args);
const standard = ['--standard', 'test/notes/standard.yml', '--coverage'];
export const checkNotes = node(
  'dist/cli.js',
  'check',
  '--notes',
  'notes/en',
  'notes/zh-cn',
  '--source',
  kafkaFolder,
  ...standard,
);
/**
 * Runs mocha for each file of a folder. It stops at its first failure, because tests after a lost key would only wait in vain.
 * @param {string} folder
 */
export const mochaForEach = (folder) => ({
  commands: () => {
    const suites = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
    return suites.sort().flatMap((name) => mocha('--bail', join(folder, name)).commands());
  },
});
