import { expect } from 'chai';
import type { BindingState } from '../../../src/core/bindings/binding';
import { parseNote } from '../../../src/core/notes/parseNote';
import type { SourceSymbol } from '../../../src/core/symbols/symbol';
import { trailsOf } from '../../../src/core/trails/trail';
import { trailSeconds } from '../../../src/core/trails/trailTime';

const { steps } = trailsOf(
  parseNote('file:///a.md', '1. [s](kafka:p.A#m)\n2. [q](kafka:p.A#m:~:text=x)\n3. [x](kafka:p.A:12)\n'),
)[0]!;
const words = steps.reduce((sum, { seconds }) => sum + seconds, 0);

/** An exact state whose symbol has so many lines and whose quote stands on one. */
function exact(lines: number): BindingState {
  const at = (line: number) => ({ line, character: 0 });
  const symbol = { range: { start: at(4), end: at(4 + lines - 1) } } as SourceSymbol;
  return { state: 'exact', target: { file: 'A.scala', symbol, range: { start: at(5), end: at(5) } } };
}

/** The seconds beyond those of the words, where each anchor stands so. */
function code(state: BindingState | undefined, from = 0): number {
  return (
    Math.round(
      (trailSeconds(steps, () => state, from) -
        (from === 0 ? words : steps.slice(from).reduce((sum, { seconds }) => sum + seconds, 0))) *
        10,
    ) / 10
  );
}

describe('the time of a trail', () => {
  it('counts the lines of a symbol, 15 at most, and a quoted statement with the lines around it', () => {
    expect(code(exact(5))).to.equal(57.6);
    expect(code(exact(400))).to.equal(129.6);
    expect(code(exact(400), 1)).to.equal(21.6);
  });

  it('counts no code where there is none to look at, and about as much where it is not read yet', () => {
    expect(code(undefined)).to.equal(0);
    expect(code({ state: 'missing', what: 'symbol', candidates: [] })).to.equal(0);
    expect(code({ state: 'ambiguous', targets: [] })).to.equal(0);
    expect(code({ state: 'unavailable', why: 'noSourceTree' })).to.equal(0);
    expect(code({ state: 'unavailable', why: 'notIndexedYet' })).to.equal(79.2);
  });
});
