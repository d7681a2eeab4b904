import { expect } from 'chai';
import { javaSkeleton } from '../../../src/core/syntax/skeleton/javaSkeleton';
import { scalaSkeleton } from '../../../src/core/syntax/skeleton/scalaSkeleton';
import type { Skeleton } from '../../../src/core/syntax/skeleton/createSkeleton';

/** Returns the original text of a part of a skeleton. */
function originalOf(text: string, skeleton: Skeleton, part: string): string {
  const at = skeleton.text.indexOf(part);
  if (at < 0) throw new Error(`no ${part} in ${skeleton.text}`);
  const { start, end } = skeleton.original(at, at + part.length);
  return text.slice(start, end);
}

describe('a skeleton', () => {
  it('keeps the declarations of Scala and nothing else', () => {
    const text = [
      'import a.{b, c}',
      'object A {',
      '    // comment',
      '  println("x")',
      '  def f(x: Int): Int = { val y = "}"; y }',
      '  val s = "a" +',
      '    "b"',
      '}',
    ].join('\n');
    expect(scalaSkeleton(text).text.trim()).to.equal('object A {\n  def f(x: Int): Int = 0\n  val s = "a" + "b"\n}');
  });

  it('keeps the declarations of Java and nothing else', () => {
    const text = 'import a.b;\nclass A {\n  int x = f(1, 2), y; // comment\n  void m(int a) { if (a) { } }\n  static { }\n}\n';
    expect(javaSkeleton(text).text.trim()).to.equal('class A {\n  int x = 0, y;\n  void m(int a) {}\n}');
  });

  it('knows where its parts come from', () => {
    const text = '/* c */ object A {\n\n      def f(x: Int) = {\n 1 }\n   val z = 2 }';
    const skeleton = scalaSkeleton(text);
    expect(originalOf(text, skeleton, 'object A')).to.equal('object A');
    expect(originalOf(text, skeleton, 'f(x: Int)')).to.equal('f(x: Int)');
    expect(originalOf(text, skeleton, 'def f(x: Int) = 0')).to.equal('def f(x: Int) = {\n 1 }');
    expect(originalOf(text, skeleton, 'val z')).to.equal('val z');
    expect(originalOf(text, skeleton, skeleton.text.trim())).to.equal(text.slice(text.indexOf('object')));
  });

  it('gives an abstract method without a result type an end', () => {
    expect(scalaSkeleton('trait A {\n  def a(x: B)\n  def b(y: C)\n}').text).to.match(/a\(x: B\);\s+def b\(y: C\);/);
  });

  it('is not misled by brackets in strings, characters and comments', () => {
    const scala = 'class A { val a = s"${ "}" } {"; val b = \'{\'; /* { /* */ */ val c = `}`; val d = """{"""" }\nclass B';
    expect(scalaSkeleton(scala).text).to.match(/val d[^\n]*\s*\}\s*class B/);
    const java = 'class A { String a = "\\"{"; char b = \'{\'; /* { */ String c = """\n { \\""" """; }\nclass B {}';
    expect(javaSkeleton(java).text).to.match(/String c[^}]*\}\s*class B/);
  });

  it('goes by the indentation where brackets do not match', () => {
    const lacking = 'class A {\n  void a() {\n    if (x) {\n  }\n  public void b() { }\n}\nclass B { }\n';
    expect(javaSkeleton(lacking).text).to.match(/void a\(\) \{\}\s+public void b\(\) \{\}\s+\}\s+class B \{\s+\}/);
    const tooMany = 'object A {\n  def a = {\n    1\n  }\n  }\n  def b = 2\n}\nobject B\n';
    expect(scalaSkeleton(tooMany).text).to.match(/def a = 0\s+def b = 2\s+\}\s+object B/);
    const unopened = 'class A {\n  void a()\n    int local;\n  }\n  int b;\n}\n';
    expect(javaSkeleton(unopened).text).to.match(/void a\(\) ?\{\}\s+int b;\s+\}/);
  });

  it('comes to an end for any text', () => {
    const pieces = [
      '{',
      '}',
      '(',
      ')',
      '[',
      '"',
      '"""',
      "'",
      '`',
      '/*',
      '\\',
      '\n',
      ' class A ',
      ' def f ',
      ' = ',
      ';',
      '@',
      ' int x',
      ',',
      's"${',
    ];
    let seed = 7;
    for (let round = 0; round < 300; round++) {
      let text = '';
      for (let part = 0; part < 40; part++) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        text += pieces[seed % pieces.length] ?? '';
      }
      for (const skeletonOf of [javaSkeleton, scalaSkeleton]) {
        const skeleton = skeletonOf(text);
        const { start, end } = skeleton.original(0, skeleton.text.length);
        expect(start).to.be.within(0, text.length);
        expect(end).to.be.within(0, text.length);
      }
    }
  });
});
