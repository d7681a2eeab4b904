import { expect } from 'chai';
import { packFile, unpackFile } from '../../../src/core/map/packedFile';

describe('a packed file of the map', () => {
  const cases = [
    [{ name: 'Log.scala', types: [{ name: 'Log', lines: 2100 }] }, 'Log.scala/2100'],
    [
      {
        name: 'A.java',
        types: [
          { name: 'A', lines: 1 },
          { name: 'B', lines: 2 },
        ],
      },
      'A.java/1/2 B',
    ],
    [{ name: 'package-info.java', types: [] }, 'package-info.java/'],
    [{ name: 'Late.java' }, 'Late.java'],
    [{ name: 'Odd.scala', types: [{ name: 'a strange name', lines: 3 }] }, 'Odd.scala/3 a strange name'],
  ] as const;
  for (const [file, packed] of cases) {
    it(`is read back: ${packed}`, () => {
      expect(packFile(file)).to.equal(packed);
      expect(unpackFile(packed)).to.deep.equal(file);
    });
  }
});
