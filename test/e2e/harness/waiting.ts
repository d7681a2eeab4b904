import { patience, toldAfter } from '../../../dev/patience.mjs';

/**
 * Asks again and again until there is an answer other than undefined and false. A wait that lasts says so.
 * @throws an Error that says what was awaited, when the patience of the tests is over
 */
export async function waitFor<T>(what: string, ask: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  const began = Date.now();
  for (let told = 0; ;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    const seconds = (Date.now() - began) / 1000;
    if (seconds > patience) throw new Error(`Waited ${patience} s for ${what}.`);
    if (seconds > (told + 1) * toldAfter) console.log(`      waiting for ${what}, for ${++told * toldAfter} s`);
    await pause(50);
  }
}

/** Waits for so many seconds only, and returns whether it came to pass: a person does something again that had no effect. */
export async function happensWithin(seconds: number, ask: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(25)) if (await ask()) return true;
  return false;
}

/** Watches something for so many seconds. @throws an Error if it stops being so: what must not happen cannot be awaited */
export async function holdsFor(seconds: number, what: string, ask: () => boolean | Promise<boolean>): Promise<void> {
  if (await happensWithin(seconds, async () => !(await ask()))) throw new Error(`It does not stay so: ${what}.`);
}

/** Waits until something has stopped moving, and returns it: three looks with a quarter of a second between them see the same. */
export async function atRest<T>(what: string, look: () => Promise<T>): Promise<T> {
  let last = await look();
  let same = 0;
  return waitFor(`${what} to come to rest`, async () => {
    await pause(250);
    const now = await look();
    same = JSON.stringify(now) === JSON.stringify(last) ? same + 1 : 0;
    last = now;
    return same === 2 ? { now } : undefined;
  }).then(({ now }) => now);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
