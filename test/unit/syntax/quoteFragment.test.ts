import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parseAnchor } from '../../../src/core/notes/parseAnchor';
import { printAnchor } from '../../../src/core/notes/printAnchor';
import { quoteFragment } from '../../../src/core/syntax/quoteFragment';
import { findFragment } from '../../../src/core/syntax/textFragment';
import { LineIndex } from '../../../src/core/util/lineIndex';
import type { Range } from '../../../src/core/util/range';

const text = 'def f = {\n  x = g(1)\n  y = g(1)\n  y = g(2)\n}\ndef h = { x = g(1) }\n';
const lines = new LineIndex(text);
const method = lines.range(0, text.indexOf('}') + 1);

function select(part: string, from = 0): Range {
  const at = text.indexOf(part, from);
  return lines.range(at, at + part.length);
}

describe('quoteFragment', () => {
  it('quotes what is selected, where it stands once in the symbol', () => {
    expect(quoteFragment(text, select('x = g(1)'), method)).to.deep.equal({ start: 'x = g(1)' });
  });

  it('adds as little of the text around as tells equal places apart', () => {
    expect(quoteFragment(text, select('g(1)', text.indexOf('y')), method)).to.deep.equal({ prefix: 'y =', start: 'g(1)' });
    expect(quoteFragment(text, select('y ='), method)).to.deep.equal({ start: 'y =', suffix: 'g(1' });
  });

  it('takes whole tokens, and white space at the ends for nothing', () => {
    const at = text.indexOf('g(2)');
    expect(quoteFragment(text, lines.range(at - 3, at + 3), method)).to.deep.equal({ start: '= g(2' });
  });

  it('has no answer where nothing is selected or all around is the same', () => {
    expect(quoteFragment(text, select('\n  '), method)).to.equal(undefined);
    expect(quoteFragment('a '.repeat(200), new LineIndex('').range(0, 0), method)).to.equal(undefined);
    const same = 'a '.repeat(200);
    const all = new LineIndex(same);
    expect(quoteFragment(same, all.range(200, 201), all.range(0, same.length))).to.equal(undefined);
  });

  it('quotes long places by their beginning and end, on one line', () => {
    const long = 'start of it\n  one two three four\n  five six seven eight nine ten\n  end of it';
    const all = new LineIndex(long).range(0, long.length);
    expect(quoteFragment(long, all, all)).to.deep.equal({ start: 'start of it', end: 'end of it' });
  });

  it('finds again what it quotes, through the text of an anchor, wherever in a real file', () => {
    const real = readFileSync(__filename, 'utf8');
    const index = new LineIndex(real);
    const all = index.range(0, real.length);
    let seed = 7;
    const draw = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 300; round++) {
      const start = draw(real.length);
      const selected = index.range(start, Math.min(real.length, start + 1 + draw(round % 3 === 0 ? 900 : 60)));
      const fragment = quoteFragment(real, selected, all);
      const inner = real.slice(index.offsetAt(selected.start), index.offsetAt(selected.end)).trim();
      if (fragment === undefined) {
        expect(inner.length, `nothing is found for ${inner}`).to.be.lessThan(5);
        continue;
      }
      const parsed = parseAnchor(printAnchor({ kind: 'file', file: 'a' }, fragment));
      const written = parsed.ok ? parsed.anchor.fragment : undefined;
      expect(written).to.deep.equal(fragment);
      const found = written === undefined ? [] : findFragment(real, written);
      expect(found).to.have.length(1);
      const [place] = found;
      if (place === undefined) continue;
      const [from, to] = [index.offsetAt(place.start), index.offsetAt(place.end)];
      expect(real.slice(from, to)).to.contain(inner);
      expect(to - from).to.be.lessThan(inner.length + 80);
    }
  });
});
