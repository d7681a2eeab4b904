import { expect } from 'chai';
import fc from 'fast-check';
import { HumpPattern } from '../../../src/core/search/humps';

function finds(typed: string, name: string, isLoose = false): boolean {
  return new HumpPattern(typed, isLoose).finishes(name, 0, name.length);
}

/** Returns where the parts of a name begin, found in another way: by a regular expression. */
function beginnings(name: string): ReadonlySet<number> {
  return new Set(
    Array.from(name.matchAll(/^|(?<![A-Z])[A-Z]|[A-Z](?=[a-z])|(?<!\d)\d|[^A-Za-z\d]|(?<![A-Za-z\d])./g), ({ index }) => index),
  );
}

/** Returns the same answer as `finds`, by trying all ways. */
function findsSlowly(typed: string, name: string): boolean {
  const starts = beginnings(name);
  const from = (at: number, left: string): boolean => {
    if (left === '') return true;
    for (let next = at; next < name.length; next++) {
      if (next !== at && !starts.has(next)) continue;
      if (at === 0 && !starts.has(next)) continue;
      if (name[next]?.toLowerCase() === left[0]?.toLowerCase() && from(next + 1, left.slice(1))) return true;
    }
    return false;
  };
  return from(0, typed);
}

describe('a name by its humps', () => {
  it('is found by beginnings of its parts, in any capitals', () => {
    for (const typed of ['appendRecords', 'appRec', 'aR', 'ar', 'append', 'records', 'APPREC', 'appendr']) {
      expect(finds(typed, 'appendRecords'), typed).to.be.true;
    }
    for (const typed of ['ppend', 'ecords', 'apec', 'recapp', 'appendRecordss']) {
      expect(finds(typed, 'appendRecords'), typed).to.be.false;
    }
  });

  it('has parts behind capitals, signs and digits', () => {
    expect(finds('sslh', 'SSLHandler')).to.be.true;
    expect(finds('handler', 'SSLHandler')).to.be.true;
    expect(finds('lfim', 'LOG_FLUSH_INTERVAL_MESSAGES')).to.be.true;
    expect(finds('v2', 'convertV2ToV1')).to.be.true;
    expect(finds('init', '<init>')).to.be.true;
  });

  it('is found together with its owner, where the owner has the rest of the pattern', () => {
    const pattern = new HumpPattern('RMappend');
    const known = pattern.behind('ReplicaManager', 0, 14);
    expect(pattern.finishes('appendRecords', 0, 13, known)).to.be.true;
    expect(pattern.finishes('shutdown', 0, 8, known)).to.be.false;
  });

  it('is found with letters left out where the pattern is loose', () => {
    expect(finds('rplcmgr', 'ReplicaManager')).to.be.false;
    expect(finds('rplcmgr', 'ReplicaManager', true)).to.be.true;
  });

  it('is found exactly where trying all ways finds it', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'B', '_', '1'), minLength: 1, maxLength: 9 });
    const typed = fc.string({ unit: fc.constantFrom('a', 'b', '_', '1'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(typed, name, (some, one) => {
        expect(finds(some, one)).to.equal(findsSlowly(some, one));
      }),
      { seed: 20190322, numRuns: 5000 },
    );
  });
});
