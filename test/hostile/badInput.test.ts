import { expect } from 'chai';
import { unpackFileOutcome } from '../../src/core/symbols/packedOutline';
import { createIndexer } from '../../src/core/symbols/indexer';
import { maximalSize } from '../../src/core/symbols/sourceText';
import type { IndexedFile } from '../../src/core/symbols/symbol';
import { assets } from '../unit/bindings/readTable';

const megabyte = 1024 * 1024;
/** The milliseconds of the processor that a file may take before it is given up. */
const limit = 10_000;
const reader = createIndexer(assets, () => Promise.reject(new Error('vanished')));

async function read(file: string, text: string): Promise<IndexedFile> {
  const start = process.cpuUsage();
  const [reading, after] = await reader.outline([
    { file, uri: `memory:/${file}`, text },
    { file: 'After.java', uri: 'memory:/After.java', text: 'class After {}' },
  ]);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).to.be.below(limit);
  if (reading === undefined || after === undefined || !('packed' in after)) throw new Error('the next file is not read');
  return unpackFileOutcome(reading);
}

/** Returns the paths in a text, or the reason why it has none. */
async function paths(file: string, text: string): Promise<readonly string[] | string> {
  const reading = await read(file, text);
  return 'outline' in reading ? reading.outline.symbols.map(({ path }) => path) : reading.unindexed;
}

describe('bad input', function () {
  this.timeout(120_000);

  it('is said to be too large where it has more than 20 MB', async () => {
    expect(await paths('Large.java', `class A { String a = "${'x'.repeat(maximalSize)}"; }`)).to.equal('tooLarge');
  });

  it('is read where it has nearly 20 MB and declares little, else said to be too large', async () => {
    const long = 'x = x + 1; '.repeat(1_800_000);
    expect(await paths('Long.java', `class A { void f() { ${long} } int b; }`)).to.deep.equal(['A', 'A#f', 'A#b']);
    expect(await paths('Long.scala', `class A { def f() = { ${long} }; val b = 1 }`)).to.deep.equal(['A', 'A#f', 'A#b']);
    for (const file of ['Stray.java', 'Stray.scala']) expect(await paths(file, '}{('.repeat(6_500_000))).to.equal('tooLarge');
  });

  it('loses nothing around a method with 5,000 nested blocks, even where one is not closed', async () => {
    const open = '{ if (a) '.repeat(5000);
    for (const close of ['}'.repeat(5000), '}'.repeat(4999)]) {
      const java = `class A {\n  int a;\n  void f() {\n    ${open}${close}\n  }\n  public int b;\n}\nclass B {}\n`;
      expect(await paths('Deep.java', java)).to.deep.equal(['A', 'A#a', 'A#f', 'A#b', 'B']);
      const scala = `class A {\n  val a = 1\n  def f() = {\n    ${open}${close}\n  }\n  val b = 1\n}\nclass B\n`;
      expect(await paths('Deep.scala', scala)).to.deep.equal(['A', 'A#a', 'A#f', 'A#b', 'B']);
    }
  });

  it('keeps the outer hundred of 5,000 nested types, and the declarations beside them', async () => {
    for (const file of ['Nested.java', 'Nested.scala']) {
      const closed = await paths(file, `${'class A {\n'.repeat(5000)}${'}\n'.repeat(5000)}class B {}\n`);
      expect(closed).to.have.length(102).and.to.include('B');
      expect(await paths(file, 'class A {'.repeat(5000))).to.include('A');
    }
  });

  it('keeps its members where a header or a value has 5,000 nested brackets', async () => {
    const [open, close] = ['('.repeat(5000), ')'.repeat(5000)];
    expect(await paths('Value.java', `class A { int a = ${open}1${close}; int b; }`)).to.deep.equal(['A', 'A#a', 'A#b']);
    expect(await paths('Value.scala', `class A { val a: ${open}Int${close} = 1; def b(c: ${open}Int${close}) = 1 }`)).to.include(
      'A#b',
    );
    expect(await paths('Type.scala', `class A { def a(b: ${'B['.repeat(5000)}C${']'.repeat(5000)}) = 1; def c = 1 }`)).to.include(
      'A#c',
    );
  });

  it('is read as any other where one line has 1 MB', async () => {
    const java = `class A { ${'int f(int a) { return a; } '.repeat(40_000)} int last; }`;
    expect(await paths('Line.java', java))
      .to.have.length(40_002)
      .and.to.include('A#last');
    const scala = `object A { val a = "${'b'.repeat(megabyte)}"; val last = 1 }`;
    expect(await paths('Line.scala', scala)).to.deep.equal(['A$', 'A$#a', 'A$#last']);
  });

  for (const piece of [
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '({',
    '(}',
    '{\n',
    '}\n',
    '"',
    "'",
    '`',
    '/*',
    '"""',
    's"${',
    '<a,',
    '\\"',
    'class ',
    'def ',
    ';',
  ]) {
    it(`is read in time where it is 1 MB of ${JSON.stringify(piece)} alone`, async () => {
      for (const file of ['Same.java', 'Same.scala']) await read(file, piece.repeat(megabyte / piece.length));
    });
  }

  it('keeps the declarations around NUL and lone surrogates', async () => {
    for (const bad of ['\0', '\ud800', '\udc00', '\udc00\ud800', '\u200b', '\uffff', '\u001b']) {
      const java = `class A {\n  int a;\n  ${bad}int b;\n  void f(int x${bad}) { ${bad} }\n  int c = ${bad}1;\n}\nclass B {}\n`;
      expect(await paths('Bad.java', java), JSON.stringify(bad)).to.deep.equal(['A', 'A#a', 'A#b', 'A#f', 'A#c', 'B']);
      const scala = `class A {\n  val a = 1\n  ${bad}val b = 1\n  def f(x: Int${bad}) = { ${bad} }\n  val c = ${bad}1\n}\nclass B\n`;
      expect(await paths('Bad.scala', scala), JSON.stringify(bad)).to.deep.equal(['A', 'A#a', 'A#b', 'A#f', 'A#c', 'B']);
    }
  });

  it('keeps the declarations around a few bytes that are not UTF-8, and is not read where they are many', async () => {
    const encoder = new TextEncoder();
    const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
      Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...encoder.encode(part)] : [part])));
    const readBytes = async (content: Uint8Array): Promise<IndexedFile | undefined> => {
      const one = createIndexer(assets, () => Promise.resolve(content));
      return (await one.outline([{ file: 'A.java', uri: 'memory:/A.java' }])).map(unpackFileOutcome)[0];
    };
    const latin = await readBytes(bytes('/* Andr', 0xe9, ' wrote it */ class A { int a; }'));
    expect(latin !== undefined && 'outline' in latin ? latin.outline.symbols.length : latin?.unindexed).to.equal(2);
    expect(await readBytes(bytes(0xff, 0xd8, 0xff, 0xe0, 'JFIF'))).to.have.property('unindexed', 'notUtf8');
    expect(await readBytes(bytes('c', 0, 'l', 0, 'a', 0, 's', 0, 's', 0))).to.have.property('unindexed', 'binary');
  });

  it('has the same places with other line ends and a byte order mark', async () => {
    const lines = [
      'package a;',
      '/* of',
      ' two */ class A {',
      '  // {',
      '  int a = 1;',
      '',
      '  void f(',
      '    int b) {}',
      '}',
      'class B { }',
    ];
    const expected = await read('Same.java', lines.join('\n'));
    for (const lineEnd of ['\r\n', '\r']) expect(await read('Same.java', lines.join(lineEnd))).to.deep.equal(expected);
    expect(await read('Same.java', `\uFEFF${lines.join('\n')}`)).to.deep.equal(expected);
    // Without a brace the indentation counts, which is the same with these line ends.
    const broken = lines.map((line) => line.replace(') {}', ') {'));
    const repaired = await read('Same.java', broken.join('\n'));
    for (const lineEnd of ['\r\n', '\r']) expect(await read('Same.java', broken.join(lineEnd))).to.deep.equal(repaired);
  });
});
