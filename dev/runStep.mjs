import { availableParallelism } from 'node:os';
import { Failure, run } from './process.mjs';
import { evidenceOf } from './secondTries.mjs';

/** @typedef {import('./steps.mjs').Step} Step */
/** @typedef {import('./secondTries.mjs').SecondTry} SecondTry */
/**
 * `again`: what ran twice, because it failed the first time; `said`: lines that tell in short what failed, in any try.
 * @typedef {{ passed: number, failed: number, faults: readonly string[], again: readonly SecondTry[], said: readonly string[] }} Outcome
 */

/**
 * `deadline` of the whole run, in milliseconds since 1970; `quiet`: nothing is printed; `inOnePiece`: what a command prints comes
 * when it has ended, since others run beside it.
 * @typedef {{ deadline: number, quiet?: boolean, inOnePiece?: boolean }} Conditions
 */

/** @typedef {{ command: readonly string[], name: string, evidence: ReturnType<typeof evidenceOf>, outcome: Outcome & { output: string } }} Tried */

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
async function runCommand(step, [program = '', ...args], { deadline, quiet = false, inOnePiece = false }, evidence) {
  const env = { NO_COLOR: '1', FORCE_COLOR: undefined, ...(evidence && { KAFKA_NOTES_EVIDENCE: evidence }) };
  const idle = step.idleSeconds ?? idleSeconds;
  const options = { idleSeconds: idle, deadline, quiet: quiet || inOnePiece, env };
  const { code, output, stopped } = await run(program, args, options);
  if (inOnePiece && !quiet) console.log(output);
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

/** @param {Outcome} outcome */
const hasFailed = ({ failed, faults }) => failed + faults.length > 0;

/** Runs once more what failed, and keeps the evidence of both tries. @param {Step} step @param {Tried} first @param {Conditions} conditions @returns {Promise<Outcome>} */
async function runAgain(step, { command, name, evidence, outcome }, conditions) {
  evidence.keep('output.txt', outcome.output);
  const why = outcome.faults.map((fault) => `  ${fault}\n`).join('');
  if (conditions.quiet !== true) console.log(`${why}\n== ${step.name}: ${name} FAILED; it is tried once more:`);
  const second = await runCommand(step, command, conditions, `${evidence.folder}-again`);
  const passedThen = !hasFailed(second);
  if (!passedThen) evidence.keep('output-again.txt', second.output);
  const again = { step: step.name, suite: name, passedThen, said: outcome.said, files: evidence.files() };
  return { ...second, again: [again], said: [...outcome.said, ...second.said] };
}

/**
 * Runs a command of a step for the first time.
 * @param {Step} step @param {readonly string[]} command @param {string} name @param {Conditions} conditions
 * @returns {Promise<Tried>}
 */
async function runFirst(step, command, name, conditions) {
  const evidence = evidenceOf(name);
  if (conditions.inOnePiece === true && conditions.quiet !== true) console.log(`  begins: ${name}`);
  const outcome = await runCommand(step, command, conditions, step.twice === true ? evidence.folder : undefined);
  return { command, name, evidence, outcome };
}

/**
 * Runs the commands of a step, as many at once as it says. What failed is tried again when all others have ended, alone.
 * @param {Step} step @param {readonly (readonly string[])[]} commands @param {Conditions} conditions @returns {Promise<Outcome>}
 */
async function runCommands(step, commands, conditions) {
  const lanes = Math.min(step.atOnce ?? 1, availableParallelism(), commands.length);
  /** @type {Tried[]} */
  const firsts = [];
  const left = commands.entries();
  const lane = async () => {
    for (const [index, command] of left) {
      const name = commands.length === 1 ? step.name : (command.at(-1) ?? step.name);
      firsts[index] = await runFirst(step, command, name, {
        ...conditions,
        inOnePiece: conditions.inOnePiece === true || lanes > 1,
      });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  /** @type {Outcome} */
  let sum = { passed: 0, failed: 0, faults: commands.length === 0 ? ['It found no test.'] : [], again: [], said: [] };
  for (const first of firsts) {
    const isTriedAgain = step.twice === true && hasFailed(first.outcome);
    const one = isTriedAgain ? await runAgain(step, first, conditions) : first.outcome;
    sum = {
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      faults: [...sum.faults, ...one.faults],
      again: [...sum.again, ...one.again],
      said: [...sum.said, ...(one.said.length > 0 ? [`${first.name}:`] : []), ...one.said],
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
