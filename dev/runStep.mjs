import { Failure, run } from './process.mjs';
import { evidenceOf } from './secondTries.mjs';

/** @typedef {import('./steps.mjs').Step} Step */
/** @typedef {import('./secondTries.mjs').SecondTry} SecondTry */
/**
 * `again`: what ran twice, because it failed the first time; `said`: lines that tell in short what failed, in any try.
 * @typedef {{ passed: number, failed: number, faults: readonly string[], again: readonly SecondTry[], said: readonly string[] }} Outcome
 */

/** @typedef {{ deadline: number, quiet?: boolean }} Conditions `deadline` of the whole run, in milliseconds since 1970; `quiet`: nothing is printed */

/** The seconds for which a command may print nothing; the suites print each test, and each long wait inside a test. */
const idleSeconds = 600;

/**
 * Sums up mocha's closing lines, of all its runs in an output; an extension host's console may put marks in front of them.
 * @param {string} output
 * @param {'passing' | 'failing'} word
 */
function count(output, word) {
  const lines = output.matchAll(new RegExp(`^(?:\\[mocha\\])? *(\\d+) ${word}\\b`, 'gm'));
  return [...lines].reduce((sum, [, number]) => sum + Number(number), 0);
}

/** The lines of a failing run that are told at the end of everything. */
const mostLines = 12;

/** Returns what mocha's closing lines say of failures, without stacks. @param {string} output */
function failuresIn(output) {
  const [, report = ''] = /^(?:\[mocha\])? *\d+ failing\b(.*)/ms.exec(output) ?? [];
  const lines = report.split('\n').filter((line) => line.trim() !== '' && !/^\s*at /.test(line));
  return lines.slice(0, mostLines).map((line) => line.slice(0, 300));
}

/**
 * Runs one command of a step.
 * @param {Step} step @param {readonly string[]} command @param {Conditions} conditions @param {string} [evidence] where its suites keep pictures and logs of failures
 * @returns {Promise<Outcome & { output: string }>}
 */
async function runCommand(step, [program = '', ...args], { deadline, quiet = false }, evidence) {
  const env = { NO_COLOR: '1', FORCE_COLOR: undefined, ...(evidence && { KAFKA_NOTES_EVIDENCE: evidence }) };
  const idle = step.idleSeconds ?? idleSeconds;
  const { code, output, stopped } = await run(program, args, { idleSeconds: idle, deadline, quiet, env });
  const suites = step.counted === 'suites';
  const passed = suites ? count(output, 'passing') : 0;
  const failed = suites ? count(output, 'failing') : 0;
  const faults = [];
  if (stopped === 'idle') faults.push(`It was stopped, for it had printed nothing for ${idle} s.`);
  else if (stopped === 'late') faults.push('It was stopped, for the time of the whole run was over.');
  else if (code === -1) faults.push('It was killed.');
  else if (code !== 0 && failed === 0) faults.push(`It ended with exit code ${code}.`);
  else if (suites && passed + failed === 0) faults.push('It found no test.');
  const said = failed + faults.length > 0 ? [...faults.map((fault) => `  ${fault}`), ...failuresIn(output)] : [];
  return { passed, failed, faults, again: [], said, output };
}

/** Runs one command of a step that may be tried twice. @param {Step} step @param {readonly string[]} command @param {string} name @param {Conditions} conditions @returns {Promise<Outcome>} */
async function runTwice(step, command, name, conditions) {
  const evidence = evidenceOf(name);
  const first = await runCommand(step, command, conditions, evidence.folder);
  if (first.failed + first.faults.length === 0) return first;
  evidence.keep('output.txt', first.output);
  const why = first.faults.map((fault) => `  ${fault}\n`).join('');
  if (conditions.quiet !== true) console.log(`${why}\n== ${step.name}: ${name} FAILED; it is tried once more:`);
  const second = await runCommand(step, command, conditions, `${evidence.folder}-again`);
  const passedThen = second.failed + second.faults.length === 0;
  if (!passedThen) evidence.keep('output-again.txt', second.output);
  const again = { step: step.name, suite: name, passedThen, said: first.said, files: evidence.files() };
  return { ...second, again: [again], said: [...first.said, ...second.said] };
}

/** @param {Step} step @param {readonly (readonly string[])[]} commands @param {Conditions} conditions @returns {Promise<Outcome>} */
async function runCommands(step, commands, conditions) {
  /** @type {Outcome} */
  let sum = { passed: 0, failed: 0, faults: commands.length === 0 ? ['It found no test.'] : [], again: [], said: [] };
  for (const command of commands) {
    const name = commands.length === 1 ? step.name : (command.at(-1) ?? step.name);
    const one =
      step.twice === true ? await runTwice(step, command, name, conditions) : await runCommand(step, command, conditions);
    sum = {
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      faults: [...sum.faults, ...one.faults],
      again: [...sum.again, ...one.again],
      said: [...sum.said, ...(one.said.length > 0 ? [`${name}:`] : []), ...one.said],
    };
  }
  return sum;
}

/** @template T @param {Promise<T>} work @param {number} deadline @returns {Promise<T>} */
async function before(deadline, work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((/** @type {(value: never) => void} */ _, reject) => {
    const failure = new Failure('It was given up, for the time of the whole run was over.');
    timer = setTimeout(() => reject(failure), Math.max(deadline - Date.now(), 0));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** @param {Step} step @param {readonly string[]} faults @returns {Outcome} */
function checked({ name }, faults) {
  const said = faults.slice(0, mostLines).map((fault) => `  ${fault}`);
  return { passed: 0, failed: 0, faults, again: [], said: said.length > 0 ? [`${name}:`, ...said] : [] };
}

/** Runs a step and counts its tests. @param {Step} step @param {Conditions} conditions @returns {Promise<Outcome>} */
export async function runStep(step, conditions) {
  try {
    const { work } = step;
    const outcome =
      'commands' in work
        ? await runCommands(step, work.commands(), conditions)
        : checked(step, await before(conditions.deadline, work.check()));
    const { passed, failed, faults } = outcome;
    const one = step.counted === 'one' && faults.length === 0 ? 1 : 0;
    return { ...outcome, passed: passed + one, failed: failed + faults.length };
  } catch (error) {
    const message =
      error instanceof Failure ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...checked(step, [message]), failed: 1 };
  }
}
