import { expect } from 'chai';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OpenOutlines } from '../../src/core/symbols/openOutlines';
import { outlineFile } from '../../src/core/symbols/outliner';
import { unpackOutline } from '../../src/core/symbols/packedOutline';
import { languageOf, type LanguageId } from '../../src/core/syntax/language';
import { Parsers, type LoadedLanguage } from '../../src/core/syntax/parsers';
import { kafkaSource } from '../cli/kafkaSource';
import { assets } from '../unit/bindings/readTable';

const seed = 20190322;
const small: Readonly<Record<LanguageId, string>> = {
  java: `package a.b;

/** A log. */
@Deprecated
public class Log<T extends Comparable<T>> implements Closeable {
    static final String NAME = "log" + '.' + "name";
    private final Map<String, List<T>> all = new HashMap<>(), more;
    public Log(File dir, int... sizes) { super(dir); }
    @Override public synchronized void close() throws IOException {
        for (T one : all.get("}")) { one.close(); }
    }
    enum Level { LOW(1) { int rank() { return 0; } }, HIGH; abstract int rank(); }
    interface Listener { void on(String event, byte[]... data); int MOST = 3; }
    record Pair(int left, int right) { Pair { } }
}
`,
  scala: `package a
package b.c

import java.util.{Map => JMap}

/** A log. */
case class Log[A](dir: File, var size: Int = 0)(implicit time: Time) extends Base(dir) with Logging { self =>
  val (low, high) = bounds(s"\${dir.get("{")}")
  val Name = "log" + ".name"
  def append(batch: Seq[Batch], g: => Int, f: A*): Option[A] = batch match {
    case Nil => None // }
    case one :: _ => Some(f(one))
  }
  def close()
  def size_=(n: Int) { size = n }
  private object Lock { lazy val x, y = 1 }
  type Key = (String, Int)
}
object Log { def apply(dir: File) = new Log(dir) { override val z = 2 } }
`,
};

/** The pieces that people and programs put into a text. */
const pieces = [
  ...Array.from('{}()[]"\'`;,.=:*/@<>_ \n\tx1'),
  ...['/*', '*/', '//', '"""', '{}', '()', '\r\n', '\r', '=> ', 'case ', 'private ', 'override ', 'static ', 'new ', ': Int'],
  ...[
    '\n  def f(a: Int): Int = a\n',
    '\n    public int f(String a) { return 1; }\n',
    '\n  val s = "a" + "b"\n',
    'class C',
    'object O { }',
  ],
  ...['extends A', '\u{1F600}', '\u00e9', '@Override\n', 'package d\n', 'import java.util.Map\n'],
];

interface Change {
  /** The place of the change, from 0 to 1. */
  readonly at: number;
  readonly removed: number;
  readonly piece: string;
  /** Whether the text goes back to its beginning instead. */
  readonly isUndo: boolean;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 300 })),
  piece: fc.oneof(fc.constant(''), fc.constantFrom(...pieces)),
  isUndo: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
});

function* versionsOf(original: string, changes: readonly Change[]): Generator<string> {
  let text = original;
  for (const { at, removed, piece, isUndo } of changes) {
    const start = Math.floor(at * text.length);
    text = isUndo ? original : text.slice(0, start) + piece + text.slice(start + removed);
    yield text;
  }
}

/** Fails where an outline that is made from kept trees differs from the outline made from nothing. */
async function compare(files: readonly (readonly [string, string])[], runs: number, changes: number): Promise<void> {
  const parsers = new Parsers(assets);
  const languages = { java: await parsers.load('java'), scala: await parsers.load('scala') };
  const outlines = new OpenOutlines();
  const property = fc.property(
    fc.constantFrom(...files),
    fc.array(change, { minLength: 1, maxLength: changes }),
    ([file, original], all) => {
      const language = languages[languageOf(file)?.id ?? 'java'];
      for (const text of versionsOf(original, all)) {
        expect(outlines.outline(file, text, true, language)).to.deep.equal(outlineFile(text, language));
      }
    },
  );
  fc.assert(property, { seed, numRuns: runs });
}

/** Returns the same language, but one that records from what it parses. */
function watched(language: LoadedLanguage): { readonly language: LoadedLanguage; readonly parsed: ('all' | 'changed')[] } {
  const parsed: ('all' | 'changed')[] = [];
  const parseTree: LoadedLanguage['parseTree'] = (text, before) => {
    parsed.push(before === undefined ? 'all' : 'changed');
    return language.parseTree(text, before);
  };
  const { info, query } = language;
  const createQuery: LoadedLanguage['createQuery'] = (source) => language.createQuery(source);
  return { language: { info, query, createQuery, parse: (text, use) => language.parse(text, use), parseTree }, parsed };
}

describe('outlines of files in which someone types', function () {
  this.timeout(180_000);

  it('are those of the same text read anew', () =>
    compare(
      [
        ['Log.java', small.java],
        ['Log.scala', small.scala],
      ],
      300,
      25,
    ));

  it('are the same in files of Kafka, too', async () => {
    const folder = join(kafkaSource(), 'core', 'src', 'main', 'scala', 'kafka', 'server');
    const clients = join(kafkaSource(), 'clients', 'src', 'main', 'java', 'org', 'apache', 'kafka', 'clients');
    const files = [folder, clients].flatMap((one) =>
      readdirSync(one)
        .filter((name) => languageOf(name) !== undefined)
        .map((name) => [name, readFileSync(join(one, name), 'utf8')] as const),
    );
    expect(files.length).to.be.above(50);
    await compare(files, 60, 12);
  });

  it('parse nothing where a body changes, and only the change elsewhere', async () => {
    const { language, parsed } = watched(await new Parsers(assets).load('scala'));
    const outlines = new OpenOutlines();
    const names = (text: string): string[] =>
      unpackOutline(outlines.outline('a', text, true, language)).symbols.map(({ name }) => name);
    names(small.scala);
    names(small.scala.replace('case Nil', '\n // why {\n case _'));
    expect(parsed).to.deep.equal(['all']);
    expect(names(small.scala.replace('def append', 'def prepend'))).to.include('prepend');
    expect(parsed).to.deep.equal(['all', 'changed']);
    names(small.scala);
    expect(parsed).to.deep.equal(['all', 'changed']);
  });

  it('parse a broken text from nothing, and what it becomes', async () => {
    const { language, parsed } = watched(await new Parsers(assets).load('java'));
    const outlines = new OpenOutlines();
    const hasErrors = (text: string): boolean => outlines.outline('a', text, true, language).hasErrors;
    expect(['class A { int x; }', 'class A { int x; int f(int) { } }', 'class A { int x, y; }'].map(hasErrors)).to.deep.equal([
      false,
      true,
      false,
    ]);
    expect(parsed).to.deep.equal(['all', 'changed', 'all', 'all']);
  });
});
