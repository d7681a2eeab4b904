import { assert } from 'chai';
import { HashedIndex } from '../../../src/core/symbols/hashedIndex';
import { Random } from './random';

/** A few hashes, many of which share a bucket at first. */
const hashes = [0, 1, 2, 1024, 2048, 0xffffffff, 0x80000000, 12345, 12345 + 2 ** 20];

describe('a hashed index', () => {
  it('answers as a map of sets does, through growing, removing and filling the gaps', () => {
    const random = new Random(1);
    const index = new HashedIndex();
    const expected = new Map<number, Set<number>>(hashes.map((hash) => [hash, new Set()]));
    for (let round = 0; round < 20_000; round++) {
      const hash = random.oneOf(hashes);
      const value = random.below(1000);
      const values = expected.get(hash) ?? new Set();
      // Removing a number that is not there does nothing.
      if (random.below(3) === 0) {
        values.delete(value);
        index.remove(hash, value);
      } else if (!values.has(value)) {
        values.add(value);
        index.add(hash, value);
      }
      if (round % 500 === 0) for (const one of hashes) assert.sameMembers(index.get(one), [...(expected.get(one) ?? [])]);
    }
    assert.isAbove(index.get(0).length, 500);
    for (const hash of hashes) for (const value of index.get(hash)) index.remove(hash, value);
    for (const hash of hashes) assert.deepEqual(index.get(hash), []);
  });

  it('knows nothing under a hash that shares its bucket', () => {
    const index = new HashedIndex();
    index.add(5, 1);
    assert.deepEqual(index.get(5 + 2 ** 20), []);
  });
});
