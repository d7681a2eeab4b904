import { existsSync } from 'node:fs';
import { ensureDependencies } from './dependencies.mjs';
import { installEditor, newestRelease, oldestRelease } from './embeddedEditor.mjs';
import { extraSteps } from './extraSteps.mjs';
import { ensureKafkaSource, kafkaFolder } from './kafkaSource.mjs';
import { ensureLabs, runLabs } from './labs.mjs';
import { ensureJudge } from './oracle.mjs';
import { needChromium, wantChineseFont } from './programs.mjs';
import { faultsOfOutlineTable } from './outlineTable.mjs';
import { checkNotes, command, mocha, mochaForEach, node, preparing, tsx } from './stepWork.mjs';
import { faultsOfVsix, packageVsix } from './vsix.mjs';

/**
 * A step runs commands, or does work of our own that returns what is wrong, and nothing where all is well. `counted` tells how
 * its tests are counted: by mocha's closing lines, as one test, or not at all (it prepares for others).
 * @typedef {{
 *   name: string,
 *   what: string,
 *   needs: readonly string[],
 *   counted: 'suites' | 'one' | 'no',
 *   idleSeconds?: number,
 *   extra?: boolean,
 *   light?: boolean,
 *   twice?: boolean,
 *   atOnce?: number,
 *   work: { commands: () => readonly (readonly string[])[] } | { check: () => Promise<readonly string[]> },
 * }} Step `idleSeconds`: how long a command of it may print nothing, where the usual time is too short; `extra`: it runs only when
 * it is named; `light`: one processor is enough for it, so others like it run beside it; `twice`: a command of it that fails is run once more, and listed: a window is at the mercy of the whole machine;
 * `atOnce`: the most commands of it that run side by side
 */

/** All steps, in the order in which they run: those first for which one processor is enough. @type {readonly Step[]} */
export const steps = [
  {
    name: 'dependencies',
    what: 'the packages that package-lock.json names',
    needs: [],
    counted: 'no',
    work: preparing(ensureDependencies),
  },
  {
    name: 'build',
    what: 'bundles for the editor, the worker, the panel and the command line',
    needs: ['dependencies'],
    counted: 'no',
    work: node('esbuild.js'),
  },
  {
    name: 'lint',
    what: 'ESLint and Prettier',
    needs: ['dependencies'],
    counted: 'one',
    light: true,
    // The command prints nothing before it is done.
    idleSeconds: 1200,
    work: command('npm', 'run', '--silent', 'lint'),
  },
  {
    name: 'kafka',
    what: 'the source of Kafka 2.2.0, in the cache',
    needs: existsSync(kafkaFolder) ? [] : ['build'],
    counted: 'no',
    light: true,
    work: preparing(() => ensureKafkaSource(kafkaFolder)),
  },
  {
    name: 'editor',
    what: 'Chromium and the embedded VS Code, in the cache',
    needs: [],
    counted: 'no',
    light: true,
    work: preparing(async () => {
      await needChromium();
      await wantChineseFont();
      await installEditor(newestRelease);
      await installEditor(oldestRelease);
    }),
  },
  {
    name: 'judge',
    what: 'two other parsers, in the cache',
    needs: [],
    counted: 'no',
    light: true,
    work: preparing(ensureJudge),
  },
  {
    name: 'types',
    what: 'TypeScript, a configuration for each runtime',
    needs: ['dependencies'],
    counted: 'one',
    light: true,
    // The command prints nothing before it is done.
    idleSeconds: 1200,
    work: command('npm', 'run', '--silent', 'types'),
  },
  {
    name: 'vsix',
    what: 'the package that a reader installs',
    needs: ['build', 'kafka'],
    counted: 'no',
    // It adds to what is built, so nothing that runs from the build may run beside it.
    work: preparing(packageVsix),
  },
  {
    name: 'test-bundles',
    what: 'the suites for the extension hosts',
    needs: ['build'],
    counted: 'no',
    light: true,
    work: node('dev/buildTests.mjs'),
  },
  {
    name: 'node-host',
    what: 'in the Node extension host of a real VS Code',
    needs: ['test-bundles', 'kafka', 'editor'],
    counted: 'suites',
    light: true,
    twice: true,
    work: { commands: () => ['node', 'leaks'].flatMap((host) => tsx('test/vscode/run.ts', host).commands()) },
  },
  {
    name: 'web-host',
    what: 'in the web extension host of a real VS Code',
    needs: ['test-bundles', 'kafka', 'editor'],
    counted: 'suites',
    light: true,
    twice: true,
    work: tsx('test/vscode/run.ts', 'web'),
  },
  {
    name: 'whole-kafka',
    what: 'what the core says of Kafka 2.2.0 as a whole, in plain Node',
    needs: ['dependencies', 'kafka'],
    counted: 'suites',
    light: true,
    work: mocha('test/kafka/**/*.test.ts'),
  },
  {
    name: 'fuzz',
    what: 'what strangers write, drawn at random: some thousand inputs for each reader (npm run fuzz: a million)',
    needs: ['dependencies'],
    counted: 'suites',
    light: true,
    work: mocha('test/fuzz/**/*.test.ts'),
  },
  {
    name: 'oracle-main',
    what: 'the symbols of Kafka 2.2.0’s main sources against what the judge sees',
    needs: ['build', 'kafka', 'judge'],
    counted: 'suites',
    light: true,
    work: mocha('test/oracle/difference.test.ts', 'test/oracle/fixtures.test.ts', 'test/oracle/kafka220Main.test.ts'),
  },
  {
    name: 'labs-built',
    what: 'the labs, with the client and the broker of Kafka 2.2.0, in the cache',
    needs: [],
    counted: 'no',
    light: true,
    work: preparing(ensureLabs),
  },
  {
    name: 'labs',
    what: 'sentences of the notes against a real client and broker of Kafka 2.2.0: those that end within seconds',
    needs: ['labs-built'],
    counted: 'suites',
    light: true,
    work: runLabs('quick'),
  },
  {
    name: 'cli',
    what: 'the command line',
    needs: ['build', 'kafka'],
    counted: 'suites',
    light: true,
    work: mocha('test/cli/**/*.test.ts'),
  },
  {
    name: 'outlines',
    what: 'the outlines of Kafka that ship, against a parse made now',
    needs: ['vsix'],
    counted: 'one',
    light: true,
    work: { check: faultsOfOutlineTable },
  },
  {
    name: 'generated',
    what: 'odd declarations, drawn at random, against what the judge sees',
    needs: ['dependencies', 'judge'],
    counted: 'suites',
    light: true,
    work: mocha('test/oracle/generated.test.ts'),
  },
  {
    name: 'notes',
    what: 'the notes of both languages against Kafka 2.2.0 and their standard, and what they are about',
    needs: ['build', 'kafka'],
    counted: 'one',
    light: true,
    work: checkNotes,
  },
  {
    name: 'docs',
    what: 'doc comments against what Javadoc’s own parser sees: a sample of Kafka 2.2.0’s and generated ones',
    needs: ['dependencies', 'kafka'],
    counted: 'suites',
    light: true,
    work: mocha('test/oracle-docs/sampledDocs.test.ts'),
  },
  {
    name: 'queries',
    what: 'what the queries find in drawn fixtures',
    needs: ['dependencies', 'kafka'],
    counted: 'suites',
    light: true,
    work: mocha('test/queries/**/*.test.ts'),
  },
  {
    name: 'package',
    what: 'its size, and that it holds what runs and nothing else',
    needs: ['vsix'],
    counted: 'one',
    light: true,
    work: { check: () => Promise.resolve(faultsOfVsix()) },
  },
  {
    name: 'unit',
    what: 'the core, in plain Node',
    needs: ['dependencies'],
    counted: 'suites',
    work: mocha('--parallel', '--jobs', '2', 'test/unit/**/*.test.ts'),
  },
  {
    name: 'hostile',
    what: 'bad and damaged input: read in bounded time, with the least loss',
    needs: ['dependencies', 'kafka'],
    counted: 'suites',
    work: mocha('--parallel', '--jobs', '2', 'test/hostile/**/*.test.ts'),
  },
  {
    name: 'e2e',
    what: 'the packaged extension by a person’s hands, in a browser',
    needs: ['vsix', 'kafka', 'editor'],
    counted: 'suites',
    twice: true,
    // Each suite has a window and a server of its own, and waits for them most of the time.
    atOnce: 2,
    work: mochaForEach('test/e2e'),
  },
  ...extraSteps,
];
