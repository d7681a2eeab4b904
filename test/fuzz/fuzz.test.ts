import { assert } from 'chai';
import fc from 'fast-check';
import { targets } from './targets';

/** The inputs of each target; `npm run fuzz` tries a million. */
const inputs = 2000;

describe('a reader of input from strangers', () => {
  for (const { name, what, run } of targets) {
    it(`keeps its promises whatever it gets: ${what}`, async () => {
      const details = await run(inputs);
      const again = `\nnpm run fuzz -- ${name} --seed ${details.seed} tries the same inputs again and keeps the one that fails.`;
      if (details.failed) assert.fail(`${fc.defaultReportMessage(details) ?? ''}${again}`);
    });
  }
});
