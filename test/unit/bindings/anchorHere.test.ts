import { expect } from 'chai';
import { anchorHere } from '../../../src/core/bindings/anchorHere';
import { LineIndex } from '../../../src/core/util/lineIndex';
import { readTable } from './readTable';

const text = `package p
import q.r
class Log(val dir: String) {
  /** Appends. */
  def append(a: Int): Unit = { write(a); write(a) }
  def append(a: String): Unit = ()
  def close(): Unit = write(0)
  val size = 1
  def size(at: Int): Int = at
  class Part { def end = 2 }
}
object Log { def apply() = new Log("") }
`;

async function at(part: string, selected = 0, skip = 0): Promise<string | undefined> {
  const table = await readTable({ 'p/Log.scala': text });
  const start = text.indexOf(part, skip);
  const range = new LineIndex(text).range(start, start + selected);
  return anchorHere({ file: 'p/Log.scala', text, range }, table)?.text;
}

describe('anchorHere', () => {
  it('names the innermost symbol around the cursor, with parameters only where they tell it apart', async () => {
    expect(await at('write(0)')).to.equal('kafka:p.Log#close');
    expect(await at('append(a: S')).to.equal('kafka:p.Log#append(String)');
    expect(await at('Appends')).to.equal('kafka:p.Log#append(Int)');
    expect(await at('end = 2')).to.equal('kafka:p.Log.Part#end');
    expect(await at('apply')).to.equal('kafka:p.Log$#apply');
  });

  it('tells a field from a method of its name, and a class from its companion', async () => {
    expect(await at('size = 1')).to.equal('kafka:p.Log#size');
    expect(await at('size(at')).to.equal('kafka:p.Log#size(Int)');
    expect(await at('Log(val')).to.equal('kafka:p.Log');
    expect(await at('Log { def apply')).to.equal('kafka:p.Log$');
  });

  it('quotes selected code in the innermost symbol that has all of it', async () => {
    expect(await at('write(0)', 8)).to.equal('kafka:p.Log#close:~:text=write%280%29');
    expect(await at('write(a)', 8)).to.equal('kafka:p.Log#append(Int):~:text=%7B-,write%28a%29');
    expect(await at('write(a) }', 8)).to.equal('kafka:p.Log#append(Int):~:text=%3B-,write%28a%29');
    expect(await at('write(0)\n  val', 14)).to.equal('kafka:p.Log:~:text=write%280%29%20val');
  });

  it('takes a selected name for the symbol', async () => {
    expect(await at('close', 5)).to.equal('kafka:p.Log#close');
  });

  it('has no answer outside of all symbols of a file that has some', async () => {
    expect(await at('import q.r')).to.equal(undefined);
    expect(await at('import q.r', 10)).to.equal(undefined);
  });

  it('names a file without symbols by its path', async () => {
    const table = await readTable({ 'p/Log.scala': text });
    const range = new LineIndex('a=1\nb=2').range(4, 7);
    const [file, shown] = ['config/x.properties', 'a=1\nb=2'];
    expect(anchorHere({ file, text: shown, range }, table)?.text).to.equal('kafka:/config/x.properties:~:text=b%3D2');
  });
});
