import { expect } from 'chai';
import { symbolsOf } from '../../../src/core/bindings/symbolsOf';
import { anchorOf } from '../../../src/core/bindings/anchorOf';
import { parseAnchor } from '../../../src/core/notes/parseAnchor';
import { readTable } from './readTable';

const source = `package p
class Log(dir: String) {
  def append(a: Int): Unit = ()
  def append(a: Array[Byte], f: Int => Unit): Unit = ()
  def close(): Unit = ()
  def +=(other: Log): Unit = ()
  def \`a b\`(x: String*): Unit = ()
}
object Log { val max = 1; class Segment }
object Log2 { def twice(a: Int): Int = a }
`;

describe('the anchor of a symbol', () => {
  it('has the parameter list of a symbol with one, and leads to that symbol alone', async () => {
    const table = await readTable({ 'p/Log.scala': source });
    const symbols = table.outline('p/Log.scala')?.symbols ?? [];
    const anchors = symbols.map((symbol) => {
      const text = anchorOf(symbol, table);
      const parsed = parseAnchor(text ?? '');
      expect(parsed.ok, text).to.equal(true);
      if (!parsed.ok || parsed.anchor.target.kind !== 'symbol') throw new Error(text);
      expect(symbolsOf(parsed.anchor.target, table).map((one) => one.symbol)).to.deep.equal([symbol]);
      return text;
    });
    expect(anchors).to.include.members([
      'kafka:p.Log',
      'kafka:p.Log#append(Int)',
      'kafka:p.Log#append(Array,Function)',
      'kafka:p.Log#close()',
      'kafka:p.Log$',
      'kafka:p.Log$#max',
      'kafka:p.Log2$#twice(Int)',
    ]);
    expect(symbols.length).to.be.greaterThan(11);
  });

  it('is undefined where the same symbol is there twice', async () => {
    const table = await readTable({ 'a/A.java': 'package a; class A {}', 'b/A.java': 'package a; class A {}' });
    const [first] = table.outline('a/A.java')?.symbols ?? [];
    expect(first && anchorOf(first, table)).to.equal(undefined);
  });
});
