import { assert } from 'chai';
import fc from 'fast-check';
import { faultOf } from './target';
import { targets } from './targets';

/** The inputs of a target where `npm run fuzz` tries this many: 2,000 of a million, 200 of the archives that go to the disk. */
const some = (usual: number): number => usual / 500;

describe('a reader of input from strangers', () => {
  for (const { name, what, usual, run } of targets) {
    it(`keeps its promises whatever it gets: ${what}`, async () => {
      const details = await run(some(usual));
      const again = `\nnpm run fuzz -- ${name} --seed ${details.seed} tries the same inputs again and keeps the one that fails.`;
      if (details.failed) assert.fail(`${faultOf(details)}\n${fc.defaultReportMessage(details) ?? ''}${again}`);
    });
  }
});
