import fc from 'fast-check';
import { assert } from 'chai';
import { inputsKept } from './kept';

/** A reader of input from strangers, with inputs for it and the check of what it makes of one. */
export interface Target {
  readonly name: string;
  readonly what: string;
  /** The inputs that are tried where nobody says how many. */
  readonly usual: number;
  /** Tries this many inputs, those that were kept first. A seed gives the same inputs again. */
  readonly run: (inputs: number, seed?: number) => Promise<fc.RunDetails<[unknown]>>;
}

/** The milliseconds that one input may take. They are many, since the collector may run meanwhile. */
const most = 3000;

/**
 * Creates a target. Its inputs must be the same when they were written as JSON and read again, so that they can be kept; `check`
 * throws or rejects where the reader does what it must not do. No input may change the prototypes of all objects, or take long.
 */
export function createTarget<T>(
  name: string,
  what: string,
  inputs: fc.Arbitrary<T>,
  check: (input: T) => void | Promise<void>,
  usual = 1_000_000,
): Target {
  const property = fc.asyncProperty<[unknown]>(inputs, async (input) => {
    const start = performance.now();
    await check(input as T);
    if (performance.now() - start > most) await assertQuick(() => check(input as T));
    assertUnpolluted();
  });
  return {
    name,
    what,
    usual,
    run: (count, seed) =>
      fc.check(property, {
        numRuns: count,
        examples: inputsKept(name).map((input) => [input]),
        ...(seed !== undefined && { seed }),
      }),
  };
}

/** Throws where work takes long by the processor's clock: by the wall's it may wait for the rest of a busy machine. */
async function assertQuick(work: () => void | Promise<void>): Promise<void> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  assert.isBelow((user + system) / 1000, most, 'the milliseconds that it takes');
}

const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
const clean = prototypes.map((prototype) => Reflect.ownKeys(prototype).length);

function assertUnpolluted(): void {
  for (const [index, prototype] of prototypes.entries()) {
    if (Reflect.ownKeys(prototype).length !== clean[index]) throw new Error('a prototype of all objects has another property');
  }
}

/** Returns what the check said of the input that failed. */
export function faultOf({ errorInstance }: fc.RunDetails<[unknown]>): string {
  return errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
}
