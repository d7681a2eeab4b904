/** Sets up everything and runs all tests: `npm test`, or some of them: `npm test -- unit cli`. */
import { chdir } from 'node:process';
import { needNode } from './dependencies.mjs';
import { kafkaFolder } from './kafkaSource.mjs';
import { Failure, run } from './process.mjs';
import { root } from './root.mjs';
import { steps } from './steps.mjs';

/** @typedef {import('./steps.mjs').Step} Step */
/** @typedef {{ passed: number, failed: number, faults: readonly string[], again: readonly string[] }} Outcome `again`: what ran twice, because it failed the first time */

const help = `Usage: npm test [-- STEP...]

Runs every step, or those named and what they need:
${steps.map(({ name, what, extra }) => `  ${name.padEnd(14)}${what}${extra === true ? ' (only when named)' : ''}`).join('\n')}

KAFKA_NOTES_CACHE     where to keep what is downloaded (else \${XDG_CACHE_HOME:-~/.cache}/kafka-notes)
KAFKA_NOTES_SOURCE    another folder with the source of Kafka 2.2.0
KAFKA_NOTES_CHROMIUM  another Chromium or Chrome`;

/** The steps named and all that they need, in their order. @param {readonly string[]} names */
function chosen(names) {
  /** @type {Set<string>} */
  const wanted = new Set();
  /** @param {string} name */
  const want = (name) => {
    const step = steps.find((one) => one.name === name);
    if (step === undefined) throw new Failure(`There is no step ${name}.\n\n${help}`);
    for (const needed of step.needs) want(needed);
    wanted.add(name);
  };
  for (const name of names) want(name);
  return steps.filter(({ name }) => wanted.has(name));
}

/** Mocha's closing lines, of all its runs in an output; an extension host's console may mark them. @param {string} output @param {'passing' | 'failing'} word */
function count(output, word) {
  const lines = output.matchAll(new RegExp(`^(?:\\[mocha\\])? *(\\d+) ${word}\\b`, 'gm'));
  return [...lines].reduce((sum, [, number]) => sum + Number(number), 0);
}

/** @param {Step} step @param {readonly string[]} command @param {number} seconds @returns {Promise<Outcome>} */
async function runCommand(step, [program = '', ...args], seconds) {
  const { code, output, timedOut } = await run(program, args, { seconds, env: { NO_COLOR: '1', FORCE_COLOR: undefined } });
  const suites = step.counted === 'suites';
  const passed = suites ? count(output, 'passing') : 0;
  const failed = suites ? count(output, 'failing') : 0;
  const faults = [];
  if (timedOut) faults.push(`It was stopped, for the step did not end within ${step.seconds} s.`);
  else if (code === -1) faults.push('It was killed.');
  else if (code !== 0 && failed === 0) faults.push(`It ended with exit code ${code}.`);
  else if (suites && passed + failed === 0) faults.push('It found no test.');
  return { passed, failed, faults, again: [] };
}

/** @param {Step} step @param {readonly (readonly string[])[]} commands @returns {Promise<Outcome>} */
async function runCommands(step, commands) {
  const end = Date.now() + step.seconds * 1000;
  /** @type {Outcome} */
  let sum = { passed: 0, failed: 0, faults: commands.length === 0 ? ['It found no test.'] : [], again: [] };
  for (const command of commands) {
    const left = () => Math.max((end - Date.now()) / 1000, 1);
    let one = await runCommand(step, command, left());
    if (step.twice === true && one.failed + one.faults.length > 0 && left() > 1) {
      const name = command.at(-1) ?? '';
      console.log(`\n== ${step.name}: ${name} FAILED; whether it does so again:`);
      one = { ...(await runCommand(step, command, left())), again: [name] };
    }
    sum = {
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      faults: [...sum.faults, ...one.faults],
      again: [...sum.again, ...one.again],
    };
  }
  return sum;
}

/** @param {Step} step @returns {Promise<Outcome>} */
async function runStep(step) {
  try {
    const { work } = step;
    const outcome =
      'commands' in work
        ? await runCommands(step, work.commands())
        : { passed: 0, failed: 0, faults: await inTime(step, work.check()), again: [] };
    const { passed, failed, faults } = outcome;
    const one = step.counted === 'one' && faults.length === 0 ? 1 : 0;
    return { ...outcome, passed: passed + one, failed: failed + faults.length };
  } catch (error) {
    const message =
      error instanceof Failure ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { passed: 0, failed: 1, faults: [message], again: [] };
  }
}

/** @template T @param {Step} step @param {Promise<T>} work @returns {Promise<T>} */
async function inTime({ seconds }, work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((/** @type {(value: never) => void} */ _, reject) => {
    timer = setTimeout(() => reject(new Failure(`It did not end within ${seconds} s.`)), seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** @param {readonly Step[]} plan @returns {Promise<{ passed: number, failed: number }>} */
async function runAll(plan) {
  /** @type {Map<string, string>} */
  const broken = new Map();
  const summary = [];
  let passed = 0;
  let failed = 0;
  for (const step of plan) {
    const cause = step.needs.map((name) => broken.get(name)).find((name) => name !== undefined);
    if (cause !== undefined) {
      broken.set(step.name, cause);
      summary.push(`  ${step.name.padEnd(14)}not run, because ${cause} failed`);
      continue;
    }
    console.log(`\n== ${step.name}: ${step.what}`);
    const start = Date.now();
    const outcome = await runStep(step);
    for (const fault of outcome.faults) console.log(`  FAILED: ${fault}`);
    if (outcome.failed > 0) broken.set(step.name, step.name);
    passed += outcome.passed;
    failed += outcome.failed;
    const counts = outcome.failed > 0 ? `${outcome.passed} passed, ${outcome.failed} FAILED` : `${outcome.passed} passed`;
    const twice = outcome.again.length > 0 ? ` (at the second try: ${outcome.again.join(', ')})` : '';
    const result = step.counted === 'no' && outcome.failed === 0 ? 'done' : counts + twice;
    summary.push(`  ${step.name.padEnd(14)}${result}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
    console.log(`== ${step.name}: ${result}`);
  }
  console.log(`\n${summary.join('\n')}\n`);
  return { passed, failed };
}

async function main() {
  const names = process.argv.slice(2);
  if (names.includes('--help') || names.includes('-h')) {
    console.log(help);
    return;
  }
  needNode();
  chdir(root);
  process.env.KAFKA_NOTES_SOURCE = kafkaFolder;
  const plan = chosen(names.length > 0 ? names : steps.filter(({ extra }) => extra !== true).map(({ name }) => name));
  const { passed, failed } = await runAll(plan);
  if (passed + failed === 0) console.log('These steps hold no test.');
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main().catch((/** @type {unknown} */ error) => {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 2;
});
