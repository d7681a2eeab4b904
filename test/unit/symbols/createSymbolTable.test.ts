import { expect } from 'chai';
import type { LocatedSymbol } from '../../../src/core/symbols/symbolTable';
import { readInto, readTable } from '../bindings/readTable';

function places(found: readonly LocatedSymbol[]): string[] {
  return found.map(({ file, symbol }) => `${file} ${symbol.kind} ${symbol.path}`);
}

describe('a symbol table', () => {
  it('finds symbols by canonical path, by name, and by path without any $', async () => {
    const table = await readTable({
      'a/A.scala': 'package a\nclass A { def f = 1 }\nobject A { def f = 1; object B { val x = 1 } }',
    });
    expect(places(table.byPath('a.A'))).to.deep.equal(['a/A.scala class a.A']);
    expect(places(table.byPath('a.A$'))).to.deep.equal(['a/A.scala object a.A$']);
    expect(places(table.byName('A'))).to.have.members(['a/A.scala class a.A', 'a/A.scala object a.A$']);
    expect(places(table.byPlainPath('a.A#f'))).to.have.members(['a/A.scala method a.A#f', 'a/A.scala method a.A$#f']);
    expect(places(table.byPlainPath('a.A.B#x'))).to.deep.equal(['a/A.scala val a.A$.B$#x']);
    expect(table.byPath('a.A.B#x')).to.deep.equal([]);
  });

  it('keeps overloads, and the same path in several files', async () => {
    const table = await readTable({
      'x/A.java': 'class A { void f() {} void f(int a) {} }',
      'y/A.java': 'class A { }',
    });
    expect(table.byPath('A#f')).to.have.length(2);
    expect(places(table.byPath('A'))).to.have.members(['x/A.java class A', 'y/A.java class A']);
  });

  it('forgets what a file said before, and files that are gone', async () => {
    const table = await readTable({ 'A.java': 'package p; class A { int x; }', 'B.java': 'package p; class B { int x; }' });
    await readInto(table, 'A.java', 'package q; class C { int y; }');
    expect(table.byPath('p.A')).to.deep.equal([]);
    expect(places(table.byName('x'))).to.deep.equal(['B.java field p.B#x']);
    expect(table.packageFiles('p')).to.deep.equal(['B.java']);
    expect(table.packageFiles('q')).to.deep.equal(['A.java']);
    table.remove('A.java');
    expect(table.byPath('q.C')).to.deep.equal([]);
    expect(table.packageFiles('q')).to.deep.equal([]);
    expect([...table.files]).to.deep.equal(['B.java']);
    expect(table.indexed('A.java')).to.equal(undefined);
  });

  it('tells "not read yet" from "not there", and is complete when all is read or unreadable', async () => {
    const table = await readTable({ 'A.java': undefined, 'B.java': 'class B {}' });
    expect(table.complete).to.equal(false);
    expect(table.indexed('A.java')).to.equal(undefined);
    table.set({ file: 'A.java', unindexed: 'notUtf8' });
    expect(table.complete).to.equal(true);
    expect(table.outline('A.java')).to.equal(undefined);
    expect([...table.unindexed()]).to.deep.equal([['A.java', 'notUtf8']]);
    table.addFile('C.java');
    expect(table.complete).to.equal(false);
  });

  it('names the files of a package, its description first', async () => {
    const table = await readTable({
      'p/A.java': 'package p; class A {}',
      'p/package-info.java': '/** About it. */ package p;',
      'p/package.scala': 'package object p',
    });
    expect(table.packageFiles('p')).to.deep.equal(['p/package-info.java', 'p/package.scala', 'p/A.java']);
  });

  for (const root of ['', 'core/src/main/scala/']) {
    it(`guesses where a symbol not read yet stands, below "${root}"`, async () => {
      const names = [
        'kafka/log/Log.scala',
        'kafka/log/LogConfig.scala',
        'kafka/log/package.scala',
        'kafka/server/Log.scala',
        'other/X.java',
      ];
      const table = await readTable(Object.fromEntries(names.map((name) => [root + name, undefined])));
      const candidates = (path: string): string[] => table.unindexedCandidates(path).map((file) => file.slice(root.length));
      expect(candidates('kafka.log.Log#append')[0]).to.equal('kafka/log/Log.scala');
      expect(candidates('kafka.log.LogConfig$.LogConfigDef#define')[0]).to.equal('kafka/log/LogConfig.scala');
      expect(candidates('kafka.log.Elsewhere')).to.have.members([
        'kafka/log/Log.scala',
        'kafka/log/LogConfig.scala',
        'kafka/log/package.scala',
      ]);
      expect(candidates('kafka.log.package$#x')[0]).to.equal('kafka/log/package.scala');
      expect(candidates('kafka.log.Log')).to.not.include('other/X.java');
      await readInto(table, `${root}kafka/log/Log.scala`, 'package kafka.log\nclass Log');
      expect(candidates('kafka.log.Log#append')).to.not.include('kafka/log/Log.scala');
    });
  }
});
