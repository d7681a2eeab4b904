import { assert } from 'chai';
import { runInLanes } from '../../../dev/schedule.mjs';
import type { Step } from '../../../dev/steps.mjs';

const step = (name: string, light: boolean, ...needs: string[]): Step => ({
  name,
  what: name,
  needs,
  counted: 'no',
  light,
  work: { commands: () => [] },
});

/** Runs steps that end in the order in which they began, and returns what happened. */
async function run(plan: readonly Step[], lanes: number): Promise<string[]> {
  const events: string[] = [];
  await runInLanes(plan, lanes, async ({ name }, isAlone) => {
    events.push(`${name} begins${isAlone ? ' alone' : ''}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    events.push(`${name} ends`);
  });
  return events;
}

describe('the schedule of steps', () => {
  it('runs light steps side by side, in as many lanes as there are', async () => {
    const plan = [step('a', true), step('b', true), step('c', true)];
    assert.deepEqual(await run(plan, 2), ['a begins', 'b begins', 'a ends', 'c begins', 'b ends', 'c ends']);
  });

  it('runs one after the other where there is one lane', async () => {
    const plan = [step('a', true), step('b', true)];
    assert.deepEqual(await run(plan, 1), ['a begins alone', 'a ends', 'b begins alone', 'b ends']);
  });

  it('runs nothing beside a step that is not light', async () => {
    const plan = [step('a', true), step('b', false), step('c', true)];
    assert.deepEqual(await run(plan, 4), ['a begins alone', 'a ends', 'b begins alone', 'b ends', 'c begins alone', 'c ends']);
  });

  it('begins no step before those that it needs have ended, and takes the next one meanwhile', async () => {
    const plan = [step('a', true), step('b', true, 'a'), step('c', true)];
    assert.deepEqual(await run(plan, 3), ['a begins', 'c begins', 'a ends', 'b begins', 'c ends', 'b ends']);
  });

  it('refuses a plan in which a step comes before one that it needs', async () => {
    const failure: unknown = await run([step('a', true, 'b'), step('b', true, 'a')], 2).catch((error: unknown) => error);
    assert.match(String(failure), /before one that it needs: a, b/);
  });

  it('ends with the error of a step', async () => {
    const plan = [step('a', true), step('b', true)];
    const failing = runInLanes(plan, 2, ({ name }) => (name === 'a' ? Promise.reject(new Error('lost')) : Promise.resolve()));
    assert.match(String(await failing.catch((error: unknown) => error)), /lost/);
  });
});
