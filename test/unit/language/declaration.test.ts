import { expect } from 'chai';
import { declarationOf } from '../../../src/core/language/declaration';
import { outlineFile } from '../symbols/outlineFile';
import { languageOf } from '../../../src/core/syntax/language';
import { Parsers } from '../../../src/core/syntax/parsers';
import { LineIndex } from '../../../src/core/util/lineIndex';
import { assets } from '../bindings/readTable';

const parsers = new Parsers(assets);

/** Returns the declarations in a text by the paths of their symbols. */
async function declared(
  file: string,
  text: string,
  style: 'full' | 'short' = 'full',
): Promise<Record<string, string | undefined>> {
  const { symbols } = outlineFile(text, await parsers.load(languageOf(file)!.id));
  const lines = new LineIndex(text);
  return Object.fromEntries(symbols.map((symbol) => [symbol.path, declarationOf(symbol, text, lines, style)]));
}

describe('a declaration', () => {
  it('is told without its body and annotations, in Scala', async () => {
    const text = `@deprecated("a)", "b") case class Log(val dir: File,
                    size: Int = 1)
  extends Store with Other {
  @volatile private var open = true
  val long = new Thing {
    def x = 1
  }
  @tailrec
  final def append(a: Int,
                   b: Map[Int, String] => Unit = _ => ()): Unit = {
  }
  type Key = Int
}`;
    expect(await declared('A.scala', text)).to.deep.equal({
      Log: 'case class Log(val dir: File,\n  size: Int = 1)\n  extends Store with Other',
      'Log#<init>': 'case class Log(val dir: File,\n  size: Int = 1)\n  extends Store with Other',
      'Log#dir': 'val dir: File',
      'Log#size': 'size: Int = 1',
      'Log#open': 'private var open = true',
      'Log#long': 'val long',
      'Log#append': 'final def append(a: Int,\n  b: Map[Int, String] => Unit = _ => ()): Unit',
      'Log#Key': 'type Key = Int',
    });
  });

  it('is told in Java', async () => {
    const text = `@Stable
public class Log<K> extends Base<K> {
    public static final String NAME = "name";
    @Override public <T extends A> void append(T one,
            int... more) throws IOException {
    }
    enum Level { LOW, HIGH(1) }
    @interface Mine { int value() default 1; }
}`;
    const found = await declared('A.java', text);
    expect(found.Log).to.equal('public class Log<K> extends Base<K>');
    expect(found['Log#NAME']).to.equal('public static final String NAME = "name"');
    expect(found['Log#append']).to.equal('public <T extends A> void append(T one,\n  int... more) throws IOException');
    expect(found['Log.Level#HIGH']).to.equal('HIGH(1)');
    expect(found['Log.Mine']).to.equal('@interface Mine');
  });

  it('is told in short in one line', async () => {
    const text = `object A {\n  def f(${Array.from({ length: 30 }, (_, index) => `p${index}: Long`).join(',\n    ')}): Unit = {}\n}`;
    const short = (await declared('A.scala', text, 'short'))['A$#f'];
    expect(short).to.match(/^def f\(p0: Long, p1: Long, .* …$/);
    expect(short!.length).to.be.lessThan(170);
  });

  it('is unknown where the text is another one', async () => {
    const text = 'class A {\n  def f = 1\n}';
    const { symbols } = outlineFile(text, await parsers.load('scala'));
    const other = '\n\nclass B {\n  val g = 1\n}';
    for (const symbol of symbols) expect(declarationOf(symbol, other, new LineIndex(other), 'full')).to.equal(undefined);
  });
});
