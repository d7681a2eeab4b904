import { expect } from 'chai';
import { findFragment } from '../../../src/core/syntax/textFragment';
import type { TextFragment } from '../../../src/core/syntax/textFragment';
import { cut } from '../notes/shown';

function found(text: string, fragment: TextFragment): string[] {
  return findFragment(text, fragment).map((range) => cut({ text }, range));
}

describe('findFragment', () => {
  it('compares tokens: white space and line breaks do not count', () => {
    const text = 'if (a >= b) {\r\n\tcall(a>=\n  b);\n}';
    expect(found(text, { start: 'a >= b' })).to.deep.equal(['a >= b', 'a>=\n  b']);
    expect(found(text, { start: 'if(a>=b){call' })).to.deep.equal(['if (a >= b) {\r\n\tcall']);
  });

  it('finds whole tokens only', () => {
    expect(found('baseOffset offset offsets', { start: 'offset' })).to.deep.equal(['offset']);
    expect(found('a >= 1; a => 1; a == 1; a = 1', { start: '= 1' })).to.deep.equal(['= 1']);
    expect(found('count += 1', { start: 'count +' })).to.deep.equal([]);
    expect(found('Map<String, List<X>> x', { start: 'List<X>' })).to.deep.equal(['List<X>']);
    expect(found('x=-1; y = !z', { start: 'x = -1' })).to.deep.equal(['x=-1']);
    expect(found('val x', { start: 'valx' })).to.deep.equal([]);
  });

  it('is case sensitive', () => {
    expect(found('Log log', { start: 'log' })).to.deep.equal(['log']);
  });

  it('finds overlapping places', () => {
    expect(found('a a a', { start: 'a a' })).to.deep.equal(['a a', 'a a']);
  });

  it('tells places apart by the text before and behind them', () => {
    const text = 'x = f(1); y = f(1); z = f(1) + 1';
    expect(findFragment(text, { prefix: 'y =', start: 'f(1)' })).to.deep.equal([
      { start: { line: 0, character: 14 }, end: { line: 0, character: 18 } },
    ]);
    expect(findFragment(text, { start: 'f(1)', suffix: '+' }).map(({ start }) => start.character)).to.deep.equal([24]);
    expect(findFragment(text, { prefix: 'x =', start: 'f(1)', suffix: '+' })).to.deep.equal([]);
  });

  it('reaches from a start to the nearest end', () => {
    expect(found('a b c d c', { start: 'a', end: 'c' })).to.deep.equal(['a b c']);
    expect(found('a b c d c e', { start: 'a', end: 'c', suffix: 'e' })).to.deep.equal(['a b c d c e'.slice(0, 9)]);
    expect(found('c a', { start: 'a', end: 'c' })).to.deep.equal([]);
    expect(found('a a c', { start: 'a', end: 'c' })).to.deep.equal(['a a c', 'a c']);
    expect(found('x y', { start: 'x y', end: 'y' })).to.deep.equal([]);
  });

  it('looks only inside the given range', () => {
    const text = 'a\nb a\na';
    const within = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
    expect(findFragment(text, { start: 'a' }, within)).to.deep.equal([
      { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } },
    ]);
    expect(findFragment(text, { start: 'a', suffix: 'a' }, within)).to.deep.equal([]);
  });

  it('finds nothing for nothing', () => {
    expect(found('a', { start: ' ' })).to.deep.equal([]);
    expect(found('', { start: 'a' })).to.deep.equal([]);
    expect(found('a', { start: 'a', end: ' ' })).to.deep.equal([]);
  });

  it('takes time linear in the text', () => {
    const start = performance.now();
    findFragment('a b '.repeat(300_000), { start: `${'a b '.repeat(1000)}c` });
    findFragment('a '.repeat(300_000), { start: 'a', end: 'b' });
    findFragment('$'.repeat(1_000_000), { start: 'a' });
    expect(performance.now() - start).to.be.below(5000);
  });
});
