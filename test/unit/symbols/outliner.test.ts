import { expect } from 'chai';
import { outlineFile } from './outlineFile';
import type { FileOutline, SourceSymbol } from '../../../src/core/symbols/symbol';
import type { LanguageId } from '../../../src/core/syntax/language';
import { Parsers } from '../../../src/core/syntax/parsers';
import { assets } from '../bindings/readTable';

const parsers = new Parsers(assets);

async function outline(language: LanguageId, text: string): Promise<FileOutline> {
  return outlineFile(text, await parsers.load(language));
}

function part(text: string, { start, end }: SourceSymbol['range']): string {
  const lines = text.split(/\r\n|\r|\n/);
  if (start.line === end.line) return (lines[start.line] ?? '').slice(start.character, end.character);
  return `${(lines[start.line] ?? '').slice(start.character)}…${(lines[end.line] ?? '').slice(0, end.character)}`;
}

describe('an outline', () => {
  it('counts lines as VS Code does and columns in UTF-16 units', async () => {
    const { symbols } = await outline('java', '/* 🎉 */ class A {\r\n int x;\r int y;\n /* 🎉 */ int z; }');
    const places = symbols.map(({ name, nameRange: { start } }) => `${name} ${start.line}:${start.character}`);
    expect(places).to.deep.equal(['A 0:15', 'x 1:5', 'y 2:5', 'z 3:14']);
  });

  it('has the whole declaration as range: annotations and body, but no doc comment', async () => {
    const java = '/** doc */\n@A class B {\n  /** doc */\n  @Override\n  int f() { return 1; }\n  int a = g(1), b;\n}';
    const ranges = (await outline('java', java)).symbols.map(({ range }) => part(java, range));
    expect(ranges).to.deep.equal(['@A class B {…}', '@Override…  int f() { return 1; }', 'int a = g(1), b;', 'int a = g(1), b;']);
    const scala = 'object A {\n  /** doc */\n  @x def f(a: Int) = {\n    1\n  }\n  val y = z(1)\n\n  def p()\n}';
    const scalaRanges = (await outline('scala', scala)).symbols.map(({ range }) => part(scala, range));
    expect(scalaRanges).to.deep.equal(['object A {…}', '@x def f(a: Int) = {…  }', 'val y = z(1)', 'def p()']);
  });

  it('has the arguments and the body of an enum constant in its range', async () => {
    const java = 'enum A { @X("}") B(1, f(")")) { int g() { return 1; } }, C { }, D(2), E; int z; }';
    const ranges = (await outline('java', java)).symbols.map(({ range }) => part(java, range));
    expect(ranges.slice(1)).to.deep.equal(['@X("}") B(1, f(")")) { int g() { return 1; } }', 'C { }', 'D(2)', 'E', 'int z;']);
  });

  it('names the packages that something is declared in', async () => {
    const names = async (language: LanguageId, text: string): Promise<string[]> =>
      (await outline(language, text)).packages.map(({ name }) => name);
    expect(await names('java', 'package a . b; class C {}')).to.deep.equal(['a.b']);
    expect(await names('java', '/** doc */ package a.b;')).to.deep.equal(['a.b']);
    expect(await names('java', 'class C {}')).to.deep.equal([]);
    expect(await names('scala', 'package a\npackage b.c\nclass C')).to.deep.equal(['a.b.c']);
    expect(await names('scala', 'package a\npackage object b')).to.deep.equal(['a.b']);
    expect(await names('scala', 'package a\nclass X\npackage b { class C }')).to.deep.equal(['a', 'a.b']);
  });

  it('has containers before what they contain, in source order', async () => {
    const { symbols } = await outline('scala', 'class A(val x: Int) { def f = 1; object O { val y = 1 } }\nobject A');
    expect(symbols.map(({ path }) => path)).to.deep.equal(['A', 'A#<init>', 'A#x', 'A#f', 'A.O$', 'A.O$#y', 'A$']);
  });

  it('is empty for a text without declarations', async () => {
    for (const text of ['', '\n', '// only a comment', '{{{', '\uFFFF']) {
      expect((await outline('java', text)).symbols).to.deep.equal([]);
      expect((await outline('scala', text)).symbols).to.deep.equal([]);
    }
  });
});
