import { expect } from 'chai';
import { findFragment } from '../../../src/core/syntax/textFragment';
import { BindingIndex, type BindingChange } from '../../../src/core/bindings/bindingIndex';
import { noRelease } from '../../../src/core/bindings/releaseSymbols';
import type { Note } from '../../../src/core/notes/note';
import { parseNote } from '../../../src/core/notes/parseNote';
import type { MutableSymbolTable } from '../../../src/core/symbols/createSymbolTable';
import { readInto, readTable } from './readTable';

const log = 'core/kafka/log/Log.scala';
const server = 'core/kafka/server/Server.scala';
const sources: Record<string, string> = {
  [log]: 'package kafka.log\nclass Log {\n  def append(): Unit = {\n    write()\n    flush()\n  }\n  def read(): Unit = {}\n}\n',
  [server]: 'package kafka.server\nclass Server { def start(): Unit = {} }\n',
};
const notes = {
  a: '# [Log](kafka:kafka.log.Log)\n[append](kafka:kafka.log.Log#append) [again](kafka:kafka.log.Log#append)\n## [append](kafka:kafka.log.Log#append)\n[read](kafka:kafka.log.Log#append)\n[bad](kafka:a..b)',
  b: '[start](kafka:kafka.server.Server#start) [flush](kafka:kafka.log.Log#append:~:text=flush%28%29) [gone](kafka:kafka.log.Log#gone)',
};

/** An index, with a list of everything that it said had changed, as `n:` and `f:`. */
class Watched {
  readonly said: string[] = [];
  readonly index: BindingIndex;

  constructor(readonly table: MutableSymbolTable) {
    const say = ({ notes: uris, files }: BindingChange): void => {
      this.said.push([...[...uris].map((uri) => `n:${uri}`), ...[...files].map((file) => `f:${file}`)].sort().join(' '));
    };
    this.index = new BindingIndex({ table, release: noRelease, hasFile: () => undefined }, say);
  }

  heard(): string[] {
    return this.said.splice(0);
  }

  states(note: string): string[] {
    return this.index.byNote(note).map(({ result }) => result.state);
  }

  async change(file: string, text: string): Promise<void> {
    await readInto(this.table, file, text);
    this.index.filesChanged([file]);
  }

  findQuotes(text: (file: string) => string): void {
    this.index.answer(
      this.index.pending().map((search) => ({ search, places: findFragment(text(search.file), search.fragment, search.within) })),
    );
  }
}

async function watched(files: Record<string, string | undefined> = sources): Promise<Watched> {
  const one = new Watched(await readTable(files));
  one.index.setNotes([parseNote('a', notes.a), parseNote('b', notes.b)]);
  one.heard();
  return one;
}

/** Returns a clock that says at a look, and from then on, that the time is over. */
function after(looks: number): () => boolean {
  let left = looks;
  return () => --left <= 0;
}

describe('BindingIndex', () => {
  it('binds the anchors of a note, in order, the malformed ones left out', async () => {
    const one = await watched();
    expect(one.states('a')).to.deep.equal(['exact', 'exact', 'exact', 'exact', 'exact']);
    expect(one.states('b')).to.deep.equal(['exact', 'unavailable', 'missing']);
    expect(one.index.byNote('unknown')).to.deep.equal([]);
  });

  it('annotates a package in the file that describes it alone, whatever file declares it first', async () => {
    const described = 'core/kafka/server/package-info.java';
    const note = parseNote('p', '[log](kafka:kafka.log) [server](kafka:kafka.server)');
    const one = new Watched(await readTable({ ...sources, [described]: '/** About it. */\npackage kafka.server;\n' }));
    one.index.setNotes([note]);
    expect(one.states('p')).to.deep.equal(['exact', 'exact']);
    expect([log, server].flatMap((file) => one.index.byFile(file))).to.deep.equal([]);
    expect(one.index.byFile(described).map(({ sections }) => sections.length)).to.deep.equal([1]);
    expect(one.index.annotatedFiles()).to.deep.equal([described]);
  });

  it('gives a file its annotations: each section once, subjects first', async () => {
    const { index } = await watched();
    expect(
      index
        .byFile(log)
        .map(({ symbol, sections }) => [
          symbol?.path,
          ...sections.map(({ note, section, role }) => `${note} ${section} ${role}`),
        ]),
    ).to.deep.equal([
      ['kafka.log.Log', 'a 1 subject'],
      ['kafka.log.Log#append', 'a 2 subject', 'a 1 mention'],
    ]);
    expect(index.byFile('nowhere')).to.deep.equal([]);
    expect(index.annotatedFiles().sort()).to.deep.equal([log, server]);
  });

  it('has the notes that come first before the others, also where their names come later', async () => {
    const table = await readTable(sources);
    const one = (uri: string) => parseNote(uri, '# [append](kafka:kafka.log.Log#append)\n[Log](kafka:kafka.log.Log)');
    const orderOf = (isFirst?: (note: string) => boolean): string[][] => {
      const index = new BindingIndex({ table, release: noRelease, hasFile: () => undefined }, undefined, isFirst);
      index.setNotes(['a', 'b', 'c'].map(one));
      const [place] = index.byFile(log).filter(({ symbol }) => symbol?.path === 'kafka.log.Log#append');
      const at = index.placeAt(log, { line: 2, character: 7 }).place;
      return [
        place?.sections ?? [],
        at?.sections ?? [],
        index.leadingInto(log).filter(({ anchor }) => anchor.role === 'subject'),
      ].map((list) => list.map(({ note }) => note));
    };
    expect(orderOf()).to.deep.equal(Array(3).fill(['a', 'b', 'c']));
    expect(orderOf((note) => note === 'c')).to.deep.equal(Array(3).fill(['c', 'a', 'b']));
  });

  it('knows the innermost annotated place at a position', async () => {
    const one = await watched();
    one.findQuotes((file) => sources[file] ?? '');
    const at = (line: number, character: number): string[] | undefined => {
      const place = one.index.placeAt(log, { line, character }).place;
      return place && [place.symbol?.path ?? '', ...place.sections.map(({ note, section }) => `${note}${section}`)];
    };
    expect(at(3, 4)).to.deep.equal(['kafka.log.Log#append', 'a2', 'a1', 'b0']);
    expect(at(4, 4)).to.deep.equal(['kafka.log.Log#append', 'b0']);
    expect(at(1, 8)).to.deep.equal(['kafka.log.Log', 'a1']);
    expect(one.index.placeAt(log, { line: 3, character: 4 }, (uri) => uri === 'b').place?.sections.length).to.equal(1);
    expect(at(0, 0)).to.equal(undefined);
  });

  it('finds quotes when told their places', async () => {
    const one = await watched();
    expect(one.index.pending().map(({ file, fragment }) => [file, fragment])).to.deep.equal([[log, { start: 'flush()' }]]);
    expect(one.index.pending(new Set([server]))).to.deep.equal([]);
    one.findQuotes((file) => sources[file] ?? '');
    expect(one.heard()).to.deep.equal([`f:${log} n:b`]);
    expect(one.states('b')).to.deep.equal(['exact', 'exact', 'missing']);
    expect(one.index.byFile(log).map(({ range }) => range.start.line)).to.deep.equal([1, 2, 4]);
    expect(one.index.pending()).to.deep.equal([]);
  });

  it('binds again only the anchors of a changed note', async () => {
    const one = await watched();
    const before = one.index.byNote('a');
    one.index.setNote(parseNote('b', '[read](kafka:kafka.log.Log#read)'));
    expect(one.heard()).to.deep.equal([`f:${log} f:${server} n:b`]);
    expect(one.index.byNote('a')).to.deep.equal(before);
    expect(one.index.byFile(server)).to.deep.equal([]);
    expect(one.index.pending()).to.deep.equal([]);
    one.index.removeNote('b');
    expect(one.heard()).to.deep.equal([`f:${log} n:b`]);
    one.index.removeNote('b');
    expect(one.heard()).to.deep.equal([]);
  });

  it('binds again only the anchors that lead, or may lead, into a changed file', async () => {
    const one = await watched();
    const start = one.index.byNote('b')[0];
    await one.change(log, `\n${sources[log] ?? ''}`);
    expect(one.heard()).to.deep.equal([`f:${log} n:a`]);
    expect(one.index.byNote('b')[0]).to.equal(start);
    await one.change(log, 'package kafka.log\nclass Log { def gone(): Unit = {} }');
    expect(one.states('a')).to.deep.equal(['exact', 'missing', 'missing', 'missing', 'missing']);
    expect(one.states('b')).to.deep.equal(['exact', 'missing', 'exact']);
    one.heard();
    await one.change(server, `${sources[server] ?? ''}class Other`);
    expect(one.heard()).to.deep.equal([]);
  });

  it('keeps the place of a quote while it is looked for again, and ignores answers that come too late', async () => {
    const one = await watched();
    one.findQuotes((file) => sources[file] ?? '');
    const late = one.index.pending();
    const moved = (sources[log] ?? '').replace('write()', 'write()\n    more()');
    await one.change(log, moved);
    expect(one.states('b')[1]).to.equal('exact');
    const [search] = one.index.pending();
    await one.change(log, sources[log] ?? '');
    one.index.answer([...late, search!].map((asked) => ({ search: asked, places: [] })));
    expect(one.states('b')[1]).to.equal('exact');
    one.findQuotes(() => 'nothing of it');
    expect(one.states('b')[1]).to.equal('missing');
  });

  it('settles anchors as the files are read that they wait for', async () => {
    const one = await watched({ [log]: undefined, [server]: undefined });
    expect(one.states('a')).to.deep.equal(Array(5).fill('unavailable'));
    await one.change(log, sources[log] ?? '');
    expect(one.heard()).to.deep.equal([`f:${log} n:a n:b`]);
    expect(one.states('a')).to.deep.equal(Array(5).fill('exact'));
    expect(one.states('b')).to.deep.equal(['unavailable', 'unavailable', 'missing']);
    one.table.set({ file: server, unindexed: 'binary' });
    one.index.filesChanged([server]);
    expect(one.index.byNote('b')[0]?.result).to.deep.equal({ state: 'unavailable', why: 'binary' });
    await one.change(server, sources[server] ?? '');
    expect(one.states('b')[0]).to.equal('exact');
  });

  it('says missing only when all is read, and finds symbols that appear later', async () => {
    const one = new Watched(await readTable({ 'x/A.scala': undefined }));
    one.index.setNote(parseNote('n', '[x](kafka:p.q.Late)'));
    expect(one.states('n')).to.deep.equal(['unavailable']);
    await one.change('x/A.scala', 'package x\nclass A');
    expect(one.states('n')).to.deep.equal(['missing']);
    await one.change('y/Odd.scala', 'package p.q\nclass Late');
    expect(one.states('n')).to.deep.equal(['exact']);
    one.table.remove('y/Odd.scala');
    one.index.filesChanged(['y/Odd.scala']);
    expect(one.states('n')).to.deep.equal(['missing']);
  });

  it('ends its work when told to, goes on with it, and reports the new answers each time', async () => {
    const one = new Watched(await readTable(sources));
    // The index looks at the time after each note that it takes in, and after each anchor that it binds.
    one.index.setNote(parseNote('a', notes.a), after(3));
    expect(one.states('a')).to.deep.equal(['exact', 'exact', ...new Array<string>(3).fill('unavailable')]);
    expect(one.index.isSettled).to.equal(false);
    one.index.settle(after(2));
    expect(one.states('a')).to.deep.equal([...new Array<string>(4).fill('exact'), 'unavailable']);
    one.index.settle();
    expect(one.states('a')).to.deep.equal(Array(5).fill('exact'));
    expect(one.index.isSettled).to.equal(true);
    expect(one.heard()).to.deep.equal(Array(3).fill(`f:${log} n:a`));
    one.index.setNote(parseNote('a', notes.a), after(2));
    expect(one.states('a')).to.deep.equal(Array(5).fill('exact'));
  });

  it('takes in notes until its time is over, and binds first what the files that were read have', async () => {
    const one = new Watched(await readTable({ [log]: sources[log], [server]: undefined }));
    const at = (type: string): Note => parseNote(type, `[x](kafka:kafka.${type})`);
    const late = [at('server.KafkaApis'), at('log.Log'), at('log.Log#append')];
    one.index.setNotes(late, after(2));
    expect(late.map(({ uri }) => one.states(uri))).to.deep.equal([['unavailable'], ['exact'], []]);
    expect(one.index.isSettled).to.equal(false);
    one.index.settle();
    expect(one.index.isSettled).to.equal(true);
  });

  it('binds nothing to files that were not read while more files may be found', async () => {
    const table = await readTable({ [log]: sources[log] });
    let isListed = false;
    const context = {
      table,
      release: noRelease,
      hasFile: () => undefined,
      get isListed() {
        return isListed;
      },
    };
    const index = new BindingIndex(context);
    index.setNote(parseNote('n', '[x](kafka:kafka.server.KafkaApis) [y](kafka:kafka.log.Log)'));
    expect(index.isSettled).to.equal(true);
    expect(index.byNote('n').map(({ result }) => result.state)).to.deep.equal(['unavailable', 'exact']);
    isListed = true;
    index.filesListed();
    expect(index.byNote('n').map(({ result }) => result.state)).to.deep.equal(['missing', 'exact']);
  });

  it('waits for files that come with the list of all', async () => {
    const one = new Watched(await readTable({ [log]: sources[log] }));
    one.index.setNote(parseNote('n', '[a](kafka:kafka.log.Log)'));
    expect(one.states('n')).to.deep.equal(['exact']);
    const other = `other/${log}`;
    one.table.addFile(other);
    one.index.filesListed();
    expect(one.states('n')).to.deep.equal(['unavailable']);
    expect([...one.index.waitedFor()]).to.deep.equal([other]);
    await one.change(other, sources[log] ?? '');
    expect(one.states('n')).to.deep.equal(['ambiguous']);
  });
});
