import { reportMark } from './runner/reportLines';

/** The tests' patience as dev/patience.mjs says it, which the bundle cannot import: a host in the browser has no environment. */
declare const PATIENCE: { readonly patience: number; readonly testTimeout: number; readonly toldAfter: number };

export const { patience, testTimeout, toldAfter } = PATIENCE;

/**
 * Asks again and again until there is an answer other than undefined and false. A wait that lasts says so.
 * @throws an Error that says what was awaited, when the patience of the tests is over
 */
export async function until<T>(what: string, ask: () => T | undefined | false | PromiseLike<T | undefined | false>): Promise<T> {
  const began = Date.now();
  for (let told = 0; ;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    const seconds = (Date.now() - began) / 1000;
    if (seconds > patience) throw new Error(`Waited ${patience} s for ${what}.`);
    if (seconds > (told + 1) * toldAfter) console.log(`${reportMark}      waiting for ${what}, for ${++told * toldAfter} s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
