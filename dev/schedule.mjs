/** @typedef {import('./steps.mjs').Step} Step */

/**
 * Runs steps in their order. Light ones that follow each other run side by side, as many as there are lanes; any other step waits
 * for all before it, and all after it wait for it. A step starts when the steps that it needs have ended, well or not.
 * @param {readonly Step[]} plan the steps, each behind those that it needs
 * @param {number} lanes
 * @param {(step: Step, isAlone: boolean) => Promise<void>} runOne `isAlone`: no other step runs now or may begin before it ends
 */
export async function runInLanes(plan, lanes, runOne) {
  const waiting = [...plan];
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  /** @param {Step} step */
  const isReady = ({ light, needs }) =>
    (running.size === 0 || (light === true && running.size < lanes)) && !needs.some((name) => running.has(name));
  while (waiting.length > 0) {
    const group = lightOnes(waiting);
    const next = group.find((step) => isReady(step) && !group.some(({ name }) => step.needs.includes(name)));
    if (next === undefined) {
      if (running.size === 0)
        throw new Error(`A step comes before one that it needs: ${group.map(({ name }) => name).join(', ')}`);
      await Promise.race(running.values());
      continue;
    }
    waiting.splice(waiting.indexOf(next), 1);
    const isAlone = lanes === 1 || (running.size === 0 && group.length === 1);
    running.set(
      next.name,
      runOne(next, isAlone).finally(() => running.delete(next.name)),
    );
    if (next.light !== true) await running.get(next.name);
  }
  await Promise.all(running.values());
}

/** Returns the light steps at the front, or else the first step. @param {readonly Step[]} waiting */
function lightOnes(waiting) {
  const end = waiting.findIndex(({ light }) => light !== true);
  return end === 0 ? waiting.slice(0, 1) : waiting.slice(0, end < 0 ? undefined : end);
}
