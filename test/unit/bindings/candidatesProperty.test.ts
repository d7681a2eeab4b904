import { assert } from 'chai';
import { symbolCandidates } from '../../../src/core/bindings/candidates';
import { NameDistance } from '../../../src/core/bindings/nameDistance';
import type { SymbolAnchor } from '../../../src/core/bindings/symbolPath';
import { createSymbolTable } from '../../../src/core/symbols/createSymbolTable';
import { packOutline } from '../../../src/core/symbols/packedOutline';
import type { SourceSymbol } from '../../../src/core/symbols/symbol';
import { Random } from '../symbols/random';
import { distanceOf, naiveCandidates } from './naiveCandidates';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const containers = ['a', 'a.b', 'a.b.c', 'x.y.Outer', 'a.Outer$'];
const types = [
  'Log',
  'Logs',
  'log',
  'LogSegment',
  'Log$',
  'ProducerBatchInterceptorOfSeveralRecords',
  'ProducerBatchInterceptorOfAllRecords',
];
const members = ['append', 'appends', 'Append', 'apend', 'read', '<init>', 'aVeryLongNameOfAMemberThatNobodyTypes', 'größe'];

function symbolOf(random: Random): SourceSymbol {
  const path = `${random.oneOf(containers)}.${random.oneOf(types)}`;
  const nameRange = { start: { line: random.below(1000), character: 0 }, end: { line: 2000, character: 0 } };
  if (random.below(4) === 0) {
    const isObject = path.endsWith('$');
    const name = path.slice(path.lastIndexOf('.') + 1, isObject ? -1 : undefined);
    return { kind: isObject ? 'object' : 'class', path, name, range, nameRange };
  }
  const name = random.oneOf(members);
  const kind = name === '<init>' ? 'constructor' : random.oneOf(['method', 'method', 'field', 'type'] as const);
  const isMethod = kind === 'method' || kind === 'constructor';
  const parameters = isMethod && { parameters: random.oneOf([[], ['int'], ['int', 'T[]'], ['a.b.C']]) };
  return { kind, path: `${path}#${name}`, name, ...parameters, range, nameRange };
}

/** A member stands in a file only together with its type. */
function withItsType(symbol: SourceSymbol): SourceSymbol[] {
  const [path = '', member] = symbol.path.split('#');
  if (member === undefined) return [symbol];
  const isObject = path.endsWith('$');
  const name = path.slice(path.lastIndexOf('.') + 1, isObject ? -1 : undefined);
  return [{ kind: isObject ? 'object' : 'class', path, name, range, nameRange: range }, symbol];
}

function anchorOf(random: Random): SymbolAnchor {
  const type = `${random.oneOf(containers)}.${random.oneOf([...types, 'Log$', 'Nothing'])}`;
  if (random.below(3) === 0) return { kind: 'symbol', type };
  const parameters = random.below(3) > 0 && { parameters: random.oneOf([[], ['int'], ['long']]) };
  return { kind: 'symbol', type, member: random.oneOf([...members, 'nothing']), ...parameters };
}

describe('the candidates of a missing anchor', () => {
  for (let seed = 1; seed <= 20; seed++) {
    it(`are the same as a look at every symbol finds (${seed})`, () => {
      const random = new Random(seed);
      const table = createSymbolTable([]);
      for (let round = 0; round < 60; round++) {
        const file = `${random.oneOf(['a', 'b', 'c', 'd'])}.scala`;
        const symbols = Array.from({ length: random.below(40) }, () => symbolOf(random)).flatMap(withItsType);
        // A file also has the packages of the types that it declares.
        const packages = containers.map((name) => ({ name: name.replace('$', ''), nameRange: range }));
        table.set({ file, packed: packOutline({ packages, symbols, hasErrors: false }) });
        const anchor = anchorOf(random);
        assert.deepEqual(symbolCandidates(anchor, table), naiveCandidates(anchor, table), JSON.stringify(anchor));
      }
    });
  }
});

describe('the distance of two names', () => {
  it('agrees with the definition, for short names and long ones', () => {
    const random = new Random(7);
    const letters = (most: number): string =>
      Array.from({ length: random.below(most) }, () => random.oneOf(['a', 'b', 'c', 'D', 'é'])).join('');
    for (let round = 0; round < 6000; round++) {
      const [one, limit] = [letters(45), random.below(30)];
      // Every second name differs from the other in a few letters in the middle only.
      const at = random.below(one.length + 1);
      const other = round % 2 === 0 ? letters(45) : one.slice(0, at) + letters(4) + one.slice(at + random.below(4));
      const expected = Math.min(distanceOf(one, other), limit + 1);
      assert.equal(new NameDistance(one).to(other, limit), expected, `${one} ${other} ${limit}`);
      assert.equal(new NameDistance(one).to(`xx${other}x`, limit, 2, 2 + other.length), expected, `${one} ${other} in a text`);
    }
  });
});
