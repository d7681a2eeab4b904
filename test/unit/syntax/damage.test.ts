import { expect } from 'chai';
import { outlineFile } from '../symbols/outlineFile';
import { Parsers } from '../../../src/core/syntax/parsers';
import { assets } from '../bindings/readTable';

const parsers = new Parsers(assets);

/** Returns the paths in a text, without the type `A` around it and the `class Z` at its end. */
async function inside(id: 'java' | 'scala', lines: readonly string[]): Promise<string> {
  const text = ['class A {', ...lines, '}', id === 'java' ? 'class Z {}' : 'class Z', ''].join('\n');
  const paths = outlineFile(text, await parsers.load(id)).symbols.map(({ path }) => path);
  expect(paths[0]).to.equal('A');
  expect(paths.at(-1)).to.equal('Z');
  return paths
    .slice(1, -1)
    .map((path) => path.replace('A#', ''))
    .join(' ');
}

async function all(id: 'java' | 'scala', text: string): Promise<string> {
  const { symbols } = outlineFile(text, await parsers.load(id));
  return symbols.map(({ path, parameters }) => (parameters === undefined ? path : `${path}(${parameters.join()})`)).join(' ');
}

const java = (...lines: readonly string[]): Promise<string> => inside('java', lines);
const scala = (...lines: readonly string[]): Promise<string> => inside('scala', lines);

describe('damaged source', () => {
  it('keeps the declarations around a quote or comment that is never closed', async () => {
    expect(await java('  int a;', '  void f() { g("x); }', '  int b;')).to.equal('a f b');
    expect(await java('  int a;', '  void f() { g(""" + x); }', '  int b;')).to.equal('a f b');
    expect(await java('  int a;', "  void f() { g('x); }", '  int b;')).to.equal('a f b');
    expect(await java('  int a;', '  void f() { /* } ', '  int b; }', '  int c;')).to.equal('a f c');
    expect(await scala('  val a = 1', '  def f = s"${x', '  val b = 1')).to.equal('a f b');
    expect(await scala('  val a = 1', '  def f = { `x }', '  /** of /* b */', '  val b = 1')).to.equal('a f b');
    expect(await scala('  val a = 1', '  def f = """x', '  val b = 1')).to.equal('a f b');
  });

  it('keeps the declarations around a brace too many, or too few', async () => {
    expect(await java('  int a;', '  void f() {', '    if (x) }{', '    y();', '  }', '  int b;')).to.equal('a f b');
    expect(await java('  int a;', '  void f() {', '    x();} y();', '    z();', '  }', '  int b;')).to.equal('a f b');
    expect(await java('  int a;', '  void f() {', '}   x();', '    z();', '  }', '  int b;')).to.equal('a f b');
    expect(await java('  int a;', ' {public void f() {', '    z();', '  }', '  public int b;')).to.match(/^a .*\bb$/);
    expect(await java('  int a;', '  void f() {', '    x();', '  abstract int g();', '  <T> T h() { }')).to.equal('a f g h');
    expect(await java('  int a;', '  void f() {', '}}  x();', '    z();', '  }', '  int b;')).to.equal('a f b');
    expect(await scala('  val a = 1', '  def f = {', '    g { x', '  }', '   def b = 1')).to.equal('a f b');
    expect(await scala('  val a = 1', '  def f = {', '    g(x })', '    h', '  }', '  val b = 1')).to.equal('a f b');
  });

  it('keeps the declarations around a parenthesis that is lacking in a header', async () => {
    const around = ['  int a;', '  void f int x, Map<K, V> y) {', '    z();', '  }', '  int b;'];
    expect(await java(...around)).to.match(/^a (?:f )?b$/);
    expect(await java('  int a;', '  void f(int x {', '    z();', '  }', '  int b;')).to.equal('a f b');
    expect(await scala('  val a = 1', '  def fx: Int, y: Set[K]) = {', '    z()', '  }', '  val b = 1')).to.equal('a fx b');
    expect(await all('scala', 'class A(val b: Int\n  extends C(1) {\n  val d = 1\n}\nclass E')).to.equal(
      'A A#<init>(Int) A#b A#d E',
    );
  });

  it('keeps the declarations around a value without its equals sign, and a field with one name too many', async () => {
    expect(await java('  int a;', '  static final Schema F new Schema("x", "y");', '  int b;')).to.equal('a F b');
    expect(await java('  int a;', '  static final Field.Long F Field.Long("x", "y");', '  int b;')).to.equal('a F b');
  });

  it('keeps the declarations around damaged modifiers of a type', async () => {
    expect(await all('java', "pu'ic interface A extends B { int C = 1; }")).to.equal('A A#C');
    expect(await all('scala', 'seal ed trait A extends B { def c: Int }')).to.equal('A A#c()');
  });
});

describe('legal source that the parsers do not know', () => {
  it('is outlined where names have Unicode escapes', async () => {
    expect(await all('java', 'class \\u0041b { void f\\uu006fo(String \\u0061) {} }')).to.equal('Ab Ab#foo(String)');
    expect(await all('java', 'class A \\u007b String a = "\\\\u007b\\u0022"; int b; \\u007D class C {}')).to.equal('A A#a A#b C');
    const { symbols } = outlineFile('class \\u0041b { int \\u0063; int d; }', await parsers.load('java'));
    expect(symbols.map(({ nameRange }) => [nameRange.start.character, nameRange.end.character])).to.deep.equal([
      [6, 13],
      [20, 26],
      [32, 33],
    ]);
  });

  it('is outlined with annotations before a Scala class, and with those of its constructor', async () => {
    expect(await all('scala', 'class A\n@deprecated class B\nclass C\n@x(1) @y object D')).to.equal('A B C D$');
    expect(await all('scala', 'class A @Inject() (b: Int) extends C')).to.equal('A A#<init>(Int)');
  });

  it('is outlined however the types are written that a class extends', async () => {
    expect(await all('scala', 'class A extends B(1)(2) with (Int => String) { def c = 1 }')).to.equal('A A#c()');
    expect(await all('scala', 'class A extends {\n  val b = 1\n}')).to.equal('A A#b');
    expect(await all('scala', 'class A extends { val b = 1 } with C')).to.equal('A A#b');
    const { symbols } = outlineFile('class A(b: Int) extends C(b) with D\n', await parsers.load('scala'));
    expect(symbols[0]?.range.end).to.deep.equal({ line: 0, character: 35 });
  });

  it('is outlined with rare names and signs of Scala', async () => {
    expect(await all('scala', 'class A { _: B => def c = 1 }')).to.equal('A A#c()');
    expect(await all('scala', "object A { val b = '+\n  val c = 'd\n  val e = 1 }")).to.equal('A$ A$#b A$#c A$#e');
    expect(await all('scala', 'class A { def 变量(参数: 类型) = 1 }')).to.equal('A A#变量(类型)');
    expect(await all('scala', 'object A { val ?!, -> = 2 }')).to.equal('A$ A$#?! A$#->');
    expect(await all('scala', 'class A { def m(using: Int) = 1\n  val given = 1 }')).to.equal('A A#m(Int) A#given');
  });

  it('is outlined where the word class declares nothing', async () => {
    const xml =
      'class A {\n  val a =\n    <b class="c"><d>\n <e class="f"\n x="5"></e>\n <g\n class="h"/>\n</d></b>\n  val i = 1\n}';
    expect(await all('scala', `${xml}\nclass Z`)).to.equal('A A#a A#i Z');
  });

  it('is outlined with annotations of Java in places where they are rare', async () => {
    expect(await all('java', 'class A { @ interface B { String[] c() default {}; } int d; }')).to.equal('A A.B A.B#c() A#d');
    expect(await all('java', 'class A { java.util.@B List<@C String> d; int e; }')).to.equal('A A#d A#e');
    const call = 'static final C<@N D, ?> a = C.<@N D, S, @N D>of(S::new, (s, o) -> s.add(o));';
    expect(await all('java', `class A { ${call} int b; }`)).to.equal('A A#a A#b');
  });
});
