import fc from 'fast-check';
import { parseArgs } from 'node:util';
import { keepInput } from './kept';
import { faultOf, type Target } from './target';
import { targets } from './targets';

const slow = targets.filter(({ usual }) => usual < 1_000_000).map(({ name }) => name);

const help = `Usage: npm run fuzz -- [TARGET...] [--inputs N] [--seed S]

Tries hostile inputs on readers of what strangers write, all of them or those named. It stops at the first input that breaks a
promise, prints it as small as it can be, and keeps it in test/fuzz/kept, so that every later run tries it first.

${targets.map(({ name, what }) => `  ${name.padEnd(18)}${what}`).join('\n')}

  --inputs N        the inputs for each target, a million without it; ${slow.join(' and ')} take 100,000, since each is unpacked to the disk
  --seed S          the seed of the first inputs; a failure names the one that repeats it
  --help            this text`;

/** The inputs between two lines of progress. Each such part has a seed of its own, one more than that of the part before. */
const part = 50_000;

/** Tries one target and returns whether it keeps its promises. */
async function fuzz({ name, run }: Target, inputs: number, firstSeed: number): Promise<boolean> {
  const start = performance.now();
  for (let done = 0, seed = firstSeed; done < inputs; done += part, seed++) {
    const some = Math.min(part, inputs - done);
    const details = await run(some, seed);
    if (details.failed) {
      const [input] = details.counterexample ?? [];
      keepInput(name, input, faultOf(details));
      console.log(`${faultOf(details)}\n${fc.defaultReportMessage(details) ?? ''}`);
      console.log(`${name}: FAILED; the input is kept. Again: npm run fuzz -- ${name} --seed ${details.seed} --inputs ${some}`);
      return false;
    }
    const seconds = (performance.now() - start) / 1000;
    console.log(`${name}: ${done + some} inputs, ${Math.round((done + some) / seconds)} a second, seed ${seed}`);
  }
  return true;
}

/** Returns a whole number that an option gives; undefined where it is no such number. */
function wholeNumber(text: string): number | undefined {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { inputs: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) {
    console.log(help);
    return 0;
  }
  const unknown = positionals.find((name) => !targets.some((target) => target.name === name));
  const inputs = values.inputs === undefined ? undefined : wholeNumber(values.inputs);
  // Seeds of fast-check are of 32 bits.
  const seed = values.seed === undefined ? Date.now() | 0 : wholeNumber(values.seed);
  if (unknown !== undefined || (values.inputs !== undefined && (inputs ?? 0) < 1) || seed === undefined) {
    console.error(unknown === undefined ? `Not a number.\n\n${help}` : `There is no target ${unknown}.\n\n${help}`);
    return 2;
  }
  const chosen = positionals.length === 0 ? targets : targets.filter(({ name }) => positionals.includes(name));
  const failed: string[] = [];
  for (const target of chosen) if (!(await fuzz(target, inputs ?? target.usual, seed))) failed.push(target.name);
  console.log(failed.length > 0 ? `FAILED: ${failed.join(', ')}` : `${chosen.length} targets keep their promises`);
  return failed.length > 0 ? 1 : 0;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
