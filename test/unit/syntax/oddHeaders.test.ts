import { expect } from 'chai';
import { languageOf } from '../../../src/core/syntax/language';
import { Parsers } from '../../../src/core/syntax/parsers';
import { assets } from '../bindings/readTable';
import { outlineFile } from '../symbols/outlineFile';

const parsers = new Parsers(assets);

async function outlined(file: string, text: string): Promise<ReturnType<typeof outlineFile>> {
  const info = languageOf(file);
  if (info === undefined) throw new Error(`${file} is of no known language`);
  return outlineFile(text, await parsers.load(info.id));
}

/** Returns the paths of the members in a text, with their parameters. */
async function members(file: string, text: string): Promise<string[]> {
  const { symbols } = await outlined(file, text);
  return symbols
    .filter(({ path }) => path.includes('#'))
    .map(({ path, parameters }) => path + (parameters ? `(${parameters.join()})` : ''));
}

describe('odd but legal headers', () => {
  it('may have names in Java that are keywords elsewhere, and letters that the parser does not know', async () => {
    const text = 'class A { int sealed, yield = 1, €x; void with(open when, var... record) { } enum E { non, sealed, to } }';
    expect(await members('A.java', text)).to.deep.equal([
      'A#sealed', 'A#yield', 'A#€x', 'A#with(open,var...)', 'A.E#non', 'A.E#sealed', 'A.E#to',
    ]); // prettier-ignore
  });

  it('may have annotations with arguments wherever a type stands in Java', async () => {
    const text =
      'class A<T extends @B(1) C> {\n  @B("a > b") List<@B({1, 2}) T> @B(1) [] a @B(2) [] = {}, b;\n' +
      '  <@B(1) E> Outer.@B(2) Inner f(@B(1) A<T> this, Map<@B(1) K, V> m, int @B(2)... x) throws @B(3) E { }\n}';
    expect(await members('A.java', text)).to.deep.equal(['A#a', 'A#b', 'A#f(Map,int...)']);
  });

  it('may stand in Java behind initialisers that begin with a local type, and behind line comments that end with a CR', async () => {
    const text = 'class A {\r static { class L { int no; } }\r { enum M { NO } }\r int a;\r void f( // c\r int b) { }\r}';
    expect(await members('A.java', text)).to.deep.equal(['A#a', 'A#f(int)']);
  });

  it('follow a value that ends with an operator in Scala, where they begin with something that is not an operand', async () => {
    const text =
      'trait A {\n  def a = ???\n  @b("c") def d: Int = x.!\n  /* e */ private val f = <a>it\'s {"}"}</a>\n  @g lazy val h = 1 +\n    2\n' +
      '  val i = j ?\n\n  k match { case _ => }\n  def l = 1\n}';
    expect(await members('A.scala', text)).to.deep.equal(['A#a()', 'A#d()', 'A#f', 'A#h', 'A#i', 'A#l()']);
  });

  it('may have interpolated strings of any name in default values and annotations in Scala', async () => {
    const text =
      'class A(@b($"c", $"d") val e: F = $"g${ {"}"} }" + é"${h("i")}", j: K = sql"""l"m""") { @n(s"$$${o}") def p = 1 }';
    expect(await members('A.scala', text)).to.deep.equal(['A#<init>(F,K)', 'A#e', 'A#p()']);
  });

  it('declare the names that their patterns bind in Scala', async () => {
    const text =
      'object A {\n  val Box[Map[a, b]](c, `d`, E, f: G[h], i @ (J | _: K)) = x\n  val s"${Some(l)}-$m" = y\n  var n :: o.P(q) :: (r, _) = z\n' +
      '  val List(t @ _*): u[v] = w\n}';
    const names = ['c', 'f', 'i', 'l', 'm', 'n', 'q', 'r', 't'];
    expect(await members('A.scala', text)).to.deep.equal(names.map((name) => `A$#${name}`));
  });

  it('may have glued bounds, soft keywords and types of every form in Scala', async () => {
    const text =
      'trait A[B<:C,D>:E<:F] {\n  def a[G<%H:Ordering](given: =>this. type, end: (I @j(1)) with K, l: M Or N, o: { def p: Q }, r: S*): T[_<:U]\n' +
      '  val v, enum: W\n  type then<:X\n}';
    expect(await members('A.scala', text)).to.deep.equal(['A#a(=>this.type,I,Or,AnyRef,S*)', 'A#v', 'A#enum', 'A#then']);
  });

  it('are said to be there in Scala 3 where only indentation ends them', async () => {
    const indented = [
      'class A(b: C):\n  def d = 1',
      'object A extends B:\n  println(1)',
      'class A {\n  def b = 1\n  end b\n}',
      'enum A:\n  case B',
    ];
    for (const text of indented) expect((await outlined('A.scala', text)).hasIndentation, text).to.equal(true);
    const text = 'class A[B: C] { self: D =>\n  val end = 1\n  def enum(x: Int): Int =\n    end\n  type T\n}';
    expect(await outlined('A.scala', text)).not.to.have.property('hasIndentation');
  });
});
