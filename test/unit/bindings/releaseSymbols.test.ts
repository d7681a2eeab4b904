import { expect } from 'chai';
import { canonicalTarget } from '../../../src/core/bindings/anchorOf';
import { resolve } from '../../../src/core/bindings/bind';
import {
  groupOf,
  noRelease,
  packReleaseSymbols,
  readReleaseSymbols,
  type ReleaseSymbols,
} from '../../../src/core/bindings/releaseSymbols';
import { parseAnchor } from '../../../src/core/notes/parseAnchor';
import { printAnchor } from '../../../src/core/notes/printAnchor';
import type { SourceSymbol } from '../../../src/core/symbols/symbol';
import type { SymbolTable } from '../../../src/core/symbols/symbolTable';
import { readTable } from './readTable';

const ownFiles = {
  'kafka/A.scala': `package kafka
class Both(val size: Int) { def limit: Int = 1; def run(x: Int): Int = 1; type Callback = Int; var count = 0 }
object Both { def help(): Int = 1; val Max = 1; class Inner }
object Alone { def main(args: Array[String]): Unit = {}; val Default = 1 }
class Gone { def close(): Unit = {}; def reset(x: Int): Unit = {} }
object Gone { def close(): Unit = {} }
class Wide { type Callback = Int; def onlyMethod(): Int = 1; val onlyValue = 1 }
class Grown { val a = 1; def b(): Int = 2 }
`,
  'org/B.java': `package org;
public class B { private int time; private int error; int time() { return 1; } int size() { return 1; } B(int time) { } enum Kind { ONE } }
`,
};

/** The sources of the other release, which have the same names with other things under them. */
const otherFiles = {
  'kafka/A.scala': `package kafka
class Both { def size: Int = 1; val limit = 1; def run(x: Int, y: Int): Int = 1; def count: Int = 1; def help(): Int = 2 }
object Both { type Callback = Int; def Max(): Int = 1 }
class Alone { def main(args: Array[String]): Unit = {}; val Default = 1 }
object Gone { def close(): Unit = {}; def reset(x: Int): Unit = {} }
class Wide { def Callback: Int = 1; val onlyMethod = 1; def onlyValue: Int = 1 }
class Grown { val a = 1; val b = 3; def b(): Int = 2; def c(): Int = 1; class New { def only(): Int = 1 } }
object Grown { val fresh = 1 }
`,
  'org/B.java': `package org;
public interface B { int time(); int error(); int size = 1; class Kind { static int ONE() { return 1; } } }
`,
};

function stateOf(text: string, table: SymbolTable, release: ReleaseSymbols): string {
  const parsed = parseAnchor(`kafka:${text}`);
  if (!parsed.ok) throw new Error(text);
  const found = resolve(parsed.anchor, { table, release, hasFile: () => false });
  if (found.kind === 'search') return 'search';
  const { result } = found;
  if (result.state === 'exact') return `exact ${result.target.symbol?.kind ?? ''} ${result.target.symbol?.path ?? ''}`;
  if (result.state !== 'missing') return result.state;
  const [first] = result.candidates;
  return first === undefined ? 'missing' : `missing, ${first.reason} ${first.target.symbol?.path ?? ''}`;
}

function symbolsIn(table: SymbolTable): SourceSymbol[] {
  return [...table.files].flatMap((file) => table.outline(file)?.symbols ?? []);
}

describe('an anchor that was written for another release', () => {
  let own: SymbolTable;
  let other: SymbolTable;
  let release: ReleaseSymbols;
  before(async () => {
    own = await readTable(ownFiles);
    other = await readTable(otherFiles);
    release = readReleaseSymbols(packReleaseSymbols(symbolsIn(own)));
  });

  it('leads to its symbol in its own release, whatever the symbol is', () => {
    for (const symbol of symbolsIn(own)) {
      const text = printAnchor(canonicalTarget(symbol)).slice('kafka:'.length);
      expect(stateOf(text, own, release)).to.equal(`exact ${symbol.kind} ${symbol.path}`);
      expect(stateOf(text, own, noRelease)).to.equal(`exact ${symbol.kind} ${symbol.path}`);
    }
  });

  it('leads elsewhere only to a symbol of the same path, parameters and group', () => {
    let found = 0;
    for (const symbol of symbolsIn(own)) {
      const text = printAnchor(canonicalTarget(symbol)).slice('kafka:'.length);
      const isThere = symbolsIn(other).some(
        (one) =>
          one.path === symbol.path &&
          groupOf(one.kind) === groupOf(symbol.kind) &&
          one.parameters?.join() === symbol.parameters?.join(),
      );
      const state = stateOf(text, other, release);
      if (isThere) expect(state, text).to.match(/^exact /);
      else expect(state, text).to.match(/^missing/);
      if (isThere) found++;
    }
    expect(found).to.be.within(5, symbolsIn(own).length - 10);
  });

  const cases: Record<string, [own: string, other: string]> = {
    // These are fields and what became of them.
    'kafka.Both#size': ['exact val kafka.Both#size', 'missing, otherKind kafka.Both#size'],
    'kafka.Both#count': ['exact var kafka.Both#count', 'missing, otherKind kafka.Both#count'],
    'org.B#time': ['exact field org.B#time', 'missing, otherKind org.B#time'],
    'org.B#time()': ['exact method org.B#time', 'exact method org.B#time'],
    'org.B#error': ['exact field org.B#error', 'missing, otherKind org.B#error'],
    'org.B.Kind#ONE': ['exact enumConstant org.B.Kind#ONE', 'missing, otherKind org.B.Kind#ONE'],
    // A method whose anchor has no parentheses means the method in each release.
    'kafka.Both#limit': ['exact method kafka.Both#limit', 'missing, otherKind kafka.Both#limit'],
    'kafka.Grown#b': ['exact method kafka.Grown#b', 'exact method kafka.Grown#b'],
    'org.B#size': ['exact method org.B#size', 'missing, otherKind org.B#size'],
    'kafka.Both#run(Int)': ['exact method kafka.Both#run', 'missing, otherParameters kafka.Both#run'],
    // A type alias is neither a method nor a value.
    'kafka.Wide#Callback': ['exact type kafka.Wide#Callback', 'missing, otherKind kafka.Wide#Callback'],
    'kafka.Both#Callback': ['exact type kafka.Both#Callback', 'missing, otherKind kafka.Both$#Callback'],
    // These are a class, its companion, and the members of both.
    'kafka.Gone': ['exact class kafka.Gone', 'missing, otherKind kafka.Gone$'],
    'kafka.Gone#close()': ['exact method kafka.Gone#close', 'missing, otherContainer kafka.Gone$#close'],
    'kafka.Gone#close': ['exact method kafka.Gone#close', 'missing, otherKind kafka.Gone$#close'],
    'kafka.Gone#reset(Int)': ['exact method kafka.Gone#reset', 'missing, otherContainer kafka.Gone$#reset'],
    // A `$` that was left out stands for the object in each release.
    'kafka.Alone': ['exact object kafka.Alone$', 'missing, otherKind kafka.Alone'],
    'kafka.Alone#main': ['exact method kafka.Alone$#main', 'missing, otherKind kafka.Alone#main'],
    'kafka.Alone#Default': ['exact val kafka.Alone$#Default', 'missing, otherKind kafka.Alone#Default'],
    'kafka.Both#help': ['exact method kafka.Both$#help', 'missing, otherKind kafka.Both#help'],
    'kafka.Both.Inner': ['exact class kafka.Both$.Inner', 'missing'],
    // A class may become an interface or a trait: its path is the same.
    'org.B': ['exact class org.B', 'exact interface org.B'],
    // The release does not have these, so the tree alone decides.
    'kafka.Grown#c': ['missing', 'exact method kafka.Grown#c'],
    'kafka.Grown#fresh': ['missing', 'exact val kafka.Grown$#fresh'],
    'kafka.Grown.New#only': ['missing', 'exact method kafka.Grown.New#only'],
  };
  for (const [text, [inOwn, inOther]] of Object.entries(cases)) {
    it(`${text} is ${inOwn} in its own release, ${inOther} in the other`, () => {
      expect(stateOf(text, own, release).replace(/^missing.*/, 'missing')).to.equal(inOwn);
      expect(stateOf(text, other, release)).to.equal(inOther);
    });
  }
});

describe('the symbols of a release', () => {
  it('are read as they were written, in any order', () => {
    const symbols = Array.from({ length: 5000 }, (_, index) => ({
      kind: (['class', 'method', 'val', 'type'] as const)[index % 4] ?? 'class',
      path: `p.T${index}${index % 3 === 0 ? '$' : ''}#m${index * 7}`,
    }));
    const packed = packReleaseSymbols(symbols);
    expect(packReleaseSymbols(symbols.toReversed())).to.equal(packed);
    const release = readReleaseSymbols(packed);
    for (const { kind, path } of symbols) {
      expect(release.has(groupOf(kind), path), path).to.equal(true);
      expect(release.has(kind === 'method' ? 'value' : 'method', path), path).to.equal(false);
      expect(release.has(groupOf(kind), `${path}x`), path).to.equal(false);
      expect(release.hasAbbreviated(groupOf(kind), path.replace('$', '')), path).to.equal(path.includes('$'));
    }
  });

  it('may be none', () => {
    const release = readReleaseSymbols(packReleaseSymbols([]));
    expect(release.has('type', 'p.T')).to.equal(false);
  });
});
