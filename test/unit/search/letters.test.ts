import { expect } from 'chai';
import fc from 'fast-check';
import { nameDistance } from '../../../src/core/bindings/nameDistance';
import { HumpPattern } from '../../../src/core/search/humps';
import { lettersIn, lettersMissing, lettersNeeded } from '../../../src/core/search/letters';

describe('the letters of names', () => {
  it('are told apart without regard to case, and digits count as one letter, as signs do', () => {
    expect(lettersMissing(lettersNeeded('appendRecords'), lettersIn('SPREADCORN'))).to.equal(0);
    expect(lettersMissing(lettersNeeded('abc'), lettersIn('b'))).to.equal(2);
    expect(lettersMissing(lettersNeeded('v1_'), lettersIn('V2-'))).to.equal(0);
    expect(lettersMissing(lettersNeeded('v1_'), lettersIn('v'))).to.equal(2);
    expect(lettersMissing(lettersNeeded('ä'), lettersIn('v'))).to.equal(0);
    expect(lettersMissing(lettersNeeded('k'), lettersIn('\u212A'))).to.equal(0);
  });

  it('are all there where a pattern fits, and lack no more than the distance where a name is nearly the same', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'A', 'B', 'C', '1', '2', '_', 'ä', 'Ä', '\u212A'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(word, word, fc.boolean(), (typed, name, isLoose) => {
        const pattern = new HumpPattern(typed, isLoose);
        if (pattern.finishes(name, 0, name.length)) expect(lettersMissing(pattern.letters, lettersIn(name))).to.equal(0);
        const distance = nameDistance(name.toLowerCase(), typed.toLowerCase(), 8);
        expect(lettersMissing(lettersNeeded(typed.toLowerCase()), lettersIn(name))).to.be.at.most(distance);
      }),
      { seed: 1, numRuns: 5000 },
    );
  });
});
