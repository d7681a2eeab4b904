import { expect } from 'chai';
import type { Declaration } from './declaration';
import { compare } from './difference';

const run: Declaration = { file: 'A.java', line: 3, column: 8, kind: 'method', path: 'A#run', parameters: ['int'] };

/** Returns the texts of the differences where the judge sees `run` and we say this. */
function told(...found: Declaration[]): readonly string[] {
  return compare([run], found).differences.map(({ text }) => text);
}

describe('a comparison with the judge', () => {
  it('finds everything that differs, once', () => {
    expect(told(run)).to.deep.equal([]);
    expect(told()).to.deep.equal(['A.java:3:8: missing method A#run(int)']);
    expect(told(run, run)).to.deep.equal(['A.java:3:8: extra method A#run(int)']);
    expect(told({ ...run, parameters: ['int', 'T'] })).to.deep.equal([
      'A.java:3:8: method A#run(int), but we say method A#run(int,T)',
    ]);
    expect(told({ ...run, column: 9 })).to.deep.equal(['A.java:3:8: method A#run(int), but we say 3:9: method A#run(int)']);
    expect(told({ ...run, kind: 'field' })).to.deep.equal(['A.java:3:8: method A#run(int), but we say field A#run(int)']);
    expect(told({ ...run, path: 'B#run' })).to.deep.equal(['A.java:3:8: method A#run(int), but we say method B#run(int)']);
    expect(told({ ...run, value: '' })).to.deep.equal(['A.java:3:8: method A#run(int), but we say method A#run(int) = ""']);
    expect(told({ ...run, file: 'B.java' })).to.have.length(2);
  });

  it('counts what agrees', () => {
    const field: Declaration = { file: 'A.java', line: 4, column: 1, kind: 'field', path: 'A#field' };
    const { judged, found, agreed } = compare([run, field, field], [field, { ...run, line: 5 }]);
    expect({ judged, found, agreed }).to.deep.equal({ judged: 3, found: 2, agreed: 1 });
  });
});
