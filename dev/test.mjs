/** Sets up everything and runs all tests: `npm test`, or some of them: `npm test -- unit cli`. */
import { availableParallelism } from 'node:os';
import { chdir } from 'node:process';
import { needNode } from './dependencies.mjs';
import { kafkaFolder } from './kafkaSource.mjs';
import { Failure } from './process.mjs';
import { root } from './root.mjs';
import { runStep } from './runStep.mjs';
import { runInLanes } from './schedule.mjs';
import { beginSecondTries, mostSecondTries, writeSecondTries } from './secondTries.mjs';
import { steps } from './steps.mjs';

/** @typedef {import('./steps.mjs').Step} Step */
/** @typedef {import('./runStep.mjs').Outcome} Outcome */
/** @typedef {import('./secondTries.mjs').SecondTry} SecondTry */

/**
 * The minutes that a whole run may take. A step has no limit of its own on its work, only on its silence; this one keeps a run
 * that prints without end below the 90 minutes that CI allows, and lets a machine pass that is three times as slow as ours.
 */
const minutes = 85;

const help = `Usage: npm test [-- STEP...]

Runs every step, or those named and what they need:
${steps.map(({ name, what, extra }) => `  ${name.padEnd(14)}${what}${extra === true ? ' (only when named)' : ''}`).join('\n')}

KAFKA_NOTES_CACHE     where to keep what is downloaded (else \${XDG_CACHE_HOME:-~/.cache}/kafka-notes)
KAFKA_NOTES_SOURCE    another folder with the source of Kafka 2.2.0
KAFKA_NOTES_CHROMIUM  another Chromium or Chrome`;

/** Returns the steps named and all that they need, in their order. @param {readonly string[]} names */
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

/** @param {readonly Step[]} plan @returns {Promise<{ passed: number, failed: number, again: readonly SecondTry[] }>} */
async function runAll(plan) {
  const deadline = Date.now() + minutes * 60_000;
  beginSecondTries();
  /** @type {Map<string, string>} */
  const broken = new Map();
  /** @type {Map<string, string>} */
  const results = new Map();
  /** @type {SecondTry[]} */
  const again = [];
  /** @type {string[]} */
  const said = [];
  let passed = 0;
  let failed = 0;
  await runInLanes(plan, availableParallelism(), async (step, isAlone) => {
    const cause = step.needs.map((name) => broken.get(name)).find((name) => name !== undefined);
    if (cause !== undefined) {
      broken.set(step.name, cause);
      results.set(step.name, `not run, because ${cause} failed`);
      return;
    }
    console.log(`\n== ${step.name}: ${step.what}${isAlone ? '' : ' (beside other steps)'}`);
    const start = Date.now();
    const outcome = await runStep(step, { deadline, inOnePiece: !isAlone });
    if (outcome.failed > 0) broken.set(step.name, step.name);
    passed += outcome.passed;
    failed += outcome.failed;
    again.push(...outcome.again);
    said.push(...outcome.said);
    writeSecondTries(again);
    const result = resultOf(step, outcome);
    results.set(step.name, `${result}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
    const faults = outcome.faults.map((fault) => `  FAILED: ${fault}\n`).join('');
    console.log(`${faults}== ${step.name}: ${result}`);
  });
  const summary = plan.map(({ name }) => `  ${name.padEnd(14)}${results.get(name) ?? 'not run'}`);
  console.log(`\n${summary.join('\n')}\n`);
  if (again.length > mostSecondTries) failed++;
  if (said.length > 0) console.log(`What failed, at the first or the second try:\n${said.join('\n')}\n`);
  if (again.length > 0) {
    const verdict = again.length > mostSecondTries ? `FAILED: more than ${mostSecondTries} suites` : 'Suites';
    console.log(`${verdict} needed a second try; test-output/secondTries.json lists them, their pictures and their logs.`);
  }
  return { passed, failed, again };
}

/** Says how a step ended. @param {Step} step @param {Outcome} outcome */
function resultOf({ counted }, { passed, failed, again }) {
  if (counted === 'no' && failed === 0) return 'done';
  const counts = failed > 0 ? `${passed} passed, ${failed} FAILED` : `${passed} passed`;
  return again.length > 0 ? `${counts} (at the second try: ${namesOf(again)})` : counts;
}

/** @param {readonly SecondTry[]} tries */
function namesOf(tries) {
  return tries.map(({ suite }) => suite).join(', ');
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
  const { passed, failed, again } = await runAll(plan);
  if (passed + failed === 0) console.log('These steps hold no test.');
  console.log(`${passed} passed, ${failed} failed${again.length > 0 ? `; at the second try: ${namesOf(again)}` : ''}`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main().catch((/** @type {unknown} */ error) => {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 2;
});
