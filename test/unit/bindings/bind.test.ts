import { expect } from 'chai';
import { finishSearch, resolve, type Resolution } from '../../../src/core/bindings/bind';
import { noRelease } from '../../../src/core/bindings/releaseSymbols';
import type { BindingState } from '../../../src/core/bindings/binding';
import { parseAnchor } from '../../../src/core/notes/parseAnchor';
import { createSymbolTable, type MutableSymbolTable } from '../../../src/core/symbols/createSymbolTable';
import { readInto, readTable } from './readTable';

const files = {
  'core/src/main/scala/kafka/log/Log.scala': `package kafka.log
class Log(val dir: File, size: Int) {
  def append(records: Records): Int = 1
  def append(records: Records, offset: Long): Int = 2
  def read(offset: Long): Int = 3
  def buffer: Int = 4
}
object Log {
  val Suffix = ".log"
  def read(name: String): Int = 5
  def close(): Unit = {}
}
class Helper { def help(): Unit = {} }
`,
  'core/src/main/scala/kafka/log/LogConfig.scala': `package kafka.log
object LogConfig {
  class LogConfigDef { def define(name: String): Int = 1 }
  object Defaults { val Size = 1 }
}
`,
  'core/src/main/scala/kafka/log/package.scala': 'package kafka\npackage object log { def all(): Int = 1 }\n',
  'clients/src/main/java/org/apache/Timer.java': `package org.apache;
public class Timer {
  private int limit;
  public int limit() { return limit; }
  public void wait(java.util.Map.Entry<String, Long> entry, byte[]... rest) { }
  public Timer(int limit) { }
  public Timer() { }
  enum Unit { SECOND, HOUR }
}
`,
  'clients/src/main/java/org/apache/Dollar$Sign.java': 'package org.apache;\npublic class Dollar$Sign { int cents; }\n',
  'clients/src/main/java/org/apache/Odd.java': 'package org.apache;\npublic class Odd { Odd(int size) { } void Odd() { } }\n',
  'clients/src/main/java/org/apache/package-info.java': '/** Docs. */\npackage org.apache;\n',
  'a/src/test/scala/kafka/log/Twice.scala': 'package kafka.log\nclass Twice { def one(): Unit = {} }\n',
  'b/src/test/scala/kafka/log/Twice.scala': 'package kafka.log\nclass Twice { def two(): Unit = {} }\n',
};

function resolution(table: MutableSymbolTable, text: string, hasFile?: boolean): Resolution {
  const parsed = parseAnchor(`kafka:${text}`);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.code}`);
  return resolve(parsed.anchor, { table, release: noRelease, hasFile: () => hasFile });
}

/** Returns the state in short: `exact PATH(PARAMETERS)`, `ambiguous PATH PATH`, … */
function short(result: BindingState): string {
  const name = ({ symbol, file }: { symbol?: { path: string; parameters?: readonly string[] }; file: string }): string =>
    symbol === undefined ? file : symbol.path + (symbol.parameters === undefined ? '' : `(${symbol.parameters.join()})`);
  switch (result.state) {
    case 'exact':
    case 'edited':
    case 'moved':
      return `${result.state} ${name(result.target)}`;
    case 'ambiguous':
      return `ambiguous ${result.targets.map(name).join(' ')}`;
    case 'missing':
      return `missing ${result.what}`;
    case 'unavailable':
      return `unavailable ${result.why}`;
    default:
      return result satisfies never;
  }
}

function state(table: MutableSymbolTable, text: string, hasFile?: boolean): string {
  const found = resolution(table, text, hasFile);
  return found.kind === 'search' ? 'search' : short(found.result);
}

describe('an anchor in a tree that is read', () => {
  let table: MutableSymbolTable;
  before(async () => (table = await readTable(files)));

  const cases: Record<string, string> = {
    'kafka.log.Log': 'exact kafka.log.Log',
    'kafka.log.Log$': 'exact kafka.log.Log$',
    'kafka.log.Log#buffer': 'exact kafka.log.Log#buffer()',
    'kafka.log.Log#dir': 'exact kafka.log.Log#dir',
    'kafka.log.Log#append': 'ambiguous kafka.log.Log#append(Records) kafka.log.Log#append(Records,Long)',
    'kafka.log.Log#append(Records)': 'exact kafka.log.Log#append(Records)',
    'kafka.log.Log#append(a.b.Records, scala.Long)': 'exact kafka.log.Log#append(Records,Long)',
    'kafka.log.Log#append(Long)': 'missing symbol',
    // The class has a member of this name: the canonical path is exactly that, although the object has one too.
    'kafka.log.Log#read': 'exact kafka.log.Log#read(Long)',
    'kafka.log.Log$#read': 'exact kafka.log.Log$#read(String)',
    // The object alone has a member that fits.
    'kafka.log.Log#read(String)': 'exact kafka.log.Log$#read(String)',
    'kafka.log.Log#Suffix': 'exact kafka.log.Log$#Suffix',
    'kafka.log.Log#<init>': 'exact kafka.log.Log#<init>(File,Int)',
    'kafka.log.LogConfig': 'exact kafka.log.LogConfig$',
    'kafka.log.LogConfig.LogConfigDef': 'exact kafka.log.LogConfig$.LogConfigDef',
    'kafka.log.LogConfig.Defaults#Size': 'exact kafka.log.LogConfig$.Defaults$#Size',
    'kafka.log.LogConfig$.Defaults#Size': 'exact kafka.log.LogConfig$.Defaults$#Size',
    // A `$` that is written must be there.
    'kafka.log.Helper$': 'missing symbol',
    'kafka.log.Helper$#help': 'missing symbol',
    'kafka.log.LogConfig$.LogConfigDef$': 'missing symbol',
    'kafka.log.Helper#help': 'exact kafka.log.Helper#help()',
    'kafka.log.Twice': 'ambiguous kafka.log.Twice kafka.log.Twice',
    'kafka.log.Twice#one': 'exact kafka.log.Twice#one()',
    'kafka.log': 'exact core/src/main/scala/kafka/log/package.scala',
    'kafka.log.package#all': 'exact kafka.log.package$#all()',
    'org.apache': 'exact clients/src/main/java/org/apache/package-info.java',
    'org.apac': 'missing symbol',
    'org.apache.Timer#limit': 'exact org.apache.Timer#limit',
    'org.apache.Timer#limit()': 'exact org.apache.Timer#limit()',
    'org.apache.Timer#<init>': 'ambiguous org.apache.Timer#<init>(int) org.apache.Timer#<init>()',
    'org.apache.Timer#<init>()': 'exact org.apache.Timer#<init>()',
    'org.apache.Timer#wait(Entry,byte[]...)': 'exact org.apache.Timer#wait(Entry,byte[]...)',
    'org.apache.Timer#wait(java.util.Map.Entry<String,Long>, byte[]...)': 'exact org.apache.Timer#wait(Entry,byte[]...)',
    'org.apache.Timer#wait(java.util.Map.Entry%3CString,Long%3E,byte%5B%5D%5B%5D)':
      'exact org.apache.Timer#wait(Entry,byte[]...)',
    // These anchors are written as Javadoc and the JVM name the symbols.
    'org.apache.Timer#Timer(int)': 'exact org.apache.Timer#<init>(int)',
    'org.apache.Timer#Timer()': 'exact org.apache.Timer#<init>()',
    'org.apache.Timer#Timer': 'ambiguous org.apache.Timer#<init>(int) org.apache.Timer#<init>()',
    'org.apache.Timer#Timer(long)': 'missing symbol',
    'org.apache.Timer$Unit': 'exact org.apache.Timer.Unit',
    'org.apache.Timer$Unit#HOUR': 'exact org.apache.Timer.Unit#HOUR',
    'kafka.log.LogConfig$LogConfigDef#LogConfigDef()': 'missing symbol',
    'kafka.log.LogConfig$Defaults$#Size': 'exact kafka.log.LogConfig$.Defaults$#Size',
    // Java and Scala allow these names too.
    'org.apache.Dollar$Sign': 'exact org.apache.Dollar$Sign',
    'org.apache.Dollar$Sign#cents': 'exact org.apache.Dollar$Sign#cents',
    'org.apache.Odd#Odd()': 'exact org.apache.Odd#Odd()',
    'org.apache.Odd#Odd(int)': 'missing symbol',
    'org.apache.Odd#<init>(int)': 'exact org.apache.Odd#<init>(int)',
    'org.apache.Timer.Unit#HOUR': 'exact org.apache.Timer.Unit#HOUR',
    'org.apache.timer': 'missing symbol',
    '/clients/src/main/java/org/apache/Timer.java': 'exact clients/src/main/java/org/apache/Timer.java',
    'org.apache.Timer:~:text=limit': 'search',
    'org.apache.Nothing:~:text=limit': 'missing symbol',
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(`${text} is ${expected}`, () => expect(state(table, text)).to.equal(expected));
  }

  it('points at the name, or at the package clause', () => {
    const [name, clause] = [resolution(table, 'kafka.log.Log#read'), resolution(table, 'org.apache')];
    if (name.kind !== 'done' || name.result.state !== 'exact' || clause.kind !== 'done' || clause.result.state !== 'exact')
      throw new Error();
    expect(name.result.target.range).to.deep.equal({ start: { line: 4, character: 6 }, end: { line: 4, character: 10 } });
    expect(clause.result.target.range.start).to.deep.equal({ line: 1, character: 8 });
  });

  it('asks whether a file is there', () => {
    expect(state(table, '/config/server.properties', true)).to.equal('exact config/server.properties');
    expect(state(table, '/config/server.properties', false)).to.equal('missing file');
    expect(state(table, '/config/server.properties', undefined)).to.equal('unavailable notIndexedYet');
  });

  it('is settled once the places of its quote are known', () => {
    const found = resolution(table, 'kafka.log.Log#read:~:text=3');
    if (found.kind !== 'search') throw new Error();
    expect(found.search).to.deep.include({ file: 'core/src/main/scala/kafka/log/Log.scala', fragment: { start: '3' } });
    expect(found.search.within?.start.line).to.equal(4);
    const [one, other] = [0, 1].map((line) => ({ start: { line, character: 0 }, end: { line, character: 1 } }));
    expect(finishSearch(found.target, [one!])).to.deep.equal({ state: 'exact', target: { ...found.target, range: one } });
    expect(finishSearch(found.target, [one!, other!]).state).to.equal('ambiguous');
    expect(finishSearch(found.target, [])).to.deep.include({ state: 'missing', what: 'fragment' });
    expect(finishSearch(found.target, undefined).state).to.equal('unavailable');
  });
});

describe('an anchor in a tree that is being read', () => {
  const log = 'core/src/main/scala/kafka/log/Log.scala';
  const only = (...names: (keyof typeof files)[]): Promise<MutableSymbolTable> =>
    readTable(
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => [name, names.includes(name as keyof typeof files) ? text : undefined]),
      ),
    );

  it('waits for the file in which it should stand', async () => {
    const found = resolution(await only(), 'kafka.log.Log#append');
    expect(found).to.deep.equal({ kind: 'done', result: { state: 'unavailable', why: 'notIndexedYet' }, waitsFor: [log] });
  });

  it('is exact, or missing, at once where that file is read', async () => {
    const table = await only(log);
    expect(state(table, 'kafka.log.Log#read')).to.equal('exact kafka.log.Log#read(Long)');
    expect(state(table, 'kafka.log.Log#append')).to.match(/^ambiguous/);
    expect(state(table, 'kafka.log.Log#nothing')).to.equal('missing symbol');
    expect(state(table, 'kafka.log.Nothing')).to.equal('unavailable notIndexedYet');
  });

  it('waits where a second file may declare it too', async () => {
    const table = await only('a/src/test/scala/kafka/log/Twice.scala');
    expect(state(table, 'kafka.log.Twice')).to.equal('unavailable notIndexedYet');
    await readInto(table, 'b/src/test/scala/kafka/log/Twice.scala', files['b/src/test/scala/kafka/log/Twice.scala']);
    expect(state(table, 'kafka.log.Twice')).to.match(/^ambiguous/);
  });

  it('waits for the rest of its package where it stands in an unlikely file', async () => {
    const table = await only(log);
    expect(state(table, 'kafka.log.Helper#help')).to.equal('unavailable notIndexedYet');
    for (const [file, text] of Object.entries(files)) if (file.includes('/kafka/log/')) await readInto(table, file, text);
    expect(state(table, 'kafka.log.Helper#help')).to.equal('exact kafka.log.Helper#help()');
  });

  it('says why the file in which it should stand cannot be read', async () => {
    const table = await only();
    table.set({ file: log, unindexed: 'noPermission' });
    expect(resolution(table, 'kafka.log.Log#append')).to.deep.equal({
      kind: 'done',
      result: { state: 'unavailable', why: 'noPermission' },
      waitsFor: [log],
    });
    for (const [file, text] of Object.entries(files)) if (file !== log) await readInto(table, file, text);
    expect(state(table, 'kafka.log.Log#append')).to.equal('unavailable noPermission');
    expect(state(table, 'kafka.log.Other')).to.equal('missing symbol');
  });

  it('says that a folder in which it may stand cannot be listed', () => {
    const at = (folder: string, text: string): string => {
      const parsed = parseAnchor(`kafka:${text}`);
      if (!parsed.ok) throw new Error(text);
      const context = {
        table: createSymbolTable([]),
        release: noRelease,
        hasFile: () => false,
        unreadFolders: new Map([[folder, 'noPermission' as const]]),
      };
      const found = resolve(parsed.anchor, context);
      return found.kind === 'done' ? short(found.result) : 'search';
    };
    expect(at('core/src/main/scala/kafka/log', 'kafka.log.Log')).to.equal('unavailable noPermission');
    expect(at('core/src/main', 'kafka.log.Log')).to.equal('unavailable noPermission');
    expect(at('core/src/main/scala/kafka/server', 'kafka.log.Log')).to.equal('missing symbol');
  });
});
