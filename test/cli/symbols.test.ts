import { expect } from 'chai';
import { runCli, withFiles } from './runCli';

const files = {
  'b/B.scala': 'package x\n\nobject B { val Name = "a.\\"b"; def m_+(i: Int)(s: String*): Unit = {} }\n',
  'b/A.java': 'package x;\n/* 😀 */ class A<T> {\n\tA(java.util.List<T> l) {}\n\tenum E { ONE }\n}\n',
  'c.txt': 'class C {}',
};

describe('kafka-notes symbols', () => {
  it('prints the symbols of a folder as JSON, by file and place', () =>
    withFiles(files, async (folder) => {
      const { code, stdout, stderr } = await runCli(folder, 'symbols', '--json', '.');
      expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
      expect(JSON.parse(stdout)).to.deep.equal([
        { file: 'b/A.java', line: 2, column: 16, kind: 'class', path: 'x.A' },
        { file: 'b/A.java', line: 3, column: 2, kind: 'constructor', path: 'x.A#<init>', parameters: ['List'] },
        { file: 'b/A.java', line: 4, column: 7, kind: 'enum', path: 'x.A.E' },
        { file: 'b/A.java', line: 4, column: 11, kind: 'enumConstant', path: 'x.A.E#ONE' },
        { file: 'b/B.scala', line: 3, column: 8, kind: 'object', path: 'x.B$' },
        { file: 'b/B.scala', line: 3, column: 16, kind: 'val', path: 'x.B$#Name', value: 'a."b' },
        { file: 'b/B.scala', line: 3, column: 36, kind: 'method', path: 'x.B$#m_+', parameters: ['Int', 'String*'] },
      ]);
    }));

  it('prints one line for each symbol, for people', () =>
    withFiles(files, async (folder) => {
      const { code, stdout } = await runCli(folder, 'symbols', 'b/B.scala');
      expect(code).to.equal(0);
      expect(stdout.split('\n')).to.deep.equal([
        'B.scala:3:8: object x.B$',
        'B.scala:3:16: val x.B$#Name = "a.\\"b"',
        'B.scala:3:36: method x.B$#m_+(Int,String*)',
        '',
      ]);
    }));

  it('names files relative to the path they were found in, in the order given', () =>
    withFiles(files, async (folder) => {
      const { stdout } = await runCli('/', 'symbols', '--json', `${folder}/b/B.scala`, `${folder}/b/`, folder);
      const names = (JSON.parse(stdout) as { file: string }[]).map(({ file }) => file);
      expect([...new Set(names)]).to.deep.equal(['B.scala', 'A.java', 'b/A.java', 'b/B.scala']);
    }));

  it('prints an empty array for files without symbols', () =>
    withFiles({ 'Empty.java': '' }, async (folder) => {
      expect(await runCli(folder, 'symbols', '--json', 'Empty.java')).to.deep.equal({ code: 0, stdout: '[]\n', stderr: '' });
    }));

  it('names the files that it cannot read on stderr, prints the rest and ends with 1', () =>
    withFiles(
      { 'A.java': 'class A {}', 'Binary.java': '\0'.repeat(999), 'Latin.scala': Uint8Array.of(0x63, 0xe9) },
      async (folder) => {
        const { code, stdout, stderr } = await runCli(folder, 'symbols', '--json', '.');
        expect(code).to.equal(1);
        expect((JSON.parse(stdout) as { path: string }[]).map(({ path }) => path)).to.deep.equal(['A']);
        expect(stderr.trimEnd().split('\n')).to.deep.equal([
          'Binary.java: not read: it is binary, not text',
          'Latin.scala: not read: it is not UTF-8',
        ]);
      },
    ));
});
