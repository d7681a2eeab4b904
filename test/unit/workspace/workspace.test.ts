import { noRelease } from '../../../src/core/bindings/releaseSymbols';
import { expect } from 'chai';
import { createIndexer } from '../../../src/core/symbols/indexer';
import { noLog } from '../../../src/workspace/log';
import { parsingHere } from '../../../src/cli/parseHere';
import { createWorkspace, type Workspace } from '../../../src/workspace/workspace';
import { assets } from '../bindings/readTable';
import { MemoryFolders, memoryUri as uri, type MemoryFile } from './memoryFolders';

const log = '/kafka/core/src/main/scala/kafka/log/Log.scala';
const source = {
  '/kafka/gradle.properties': 'group=org.apache.kafka\nversion=2.2.0\n',
  [log]: 'package kafka.log\n\nclass Log {\n  def append(): Unit = {\n    flush()\n  }\n  def roll(): Unit = {}\n}\n',
};

interface Opened {
  readonly disk: MemoryFolders;
  readonly workspace: Workspace;
  /** Does something to a file and waits for what follows. */
  readonly change: (path: string, content: MemoryFile | undefined) => Promise<void>;
  /** `note:line:column code`, decoded. */
  readonly problems: () => string[];
  readonly states: (path: string) => string[];
}

const open: Workspace[] = [];

async function opened(files: Readonly<Record<string, MemoryFile>>, ...notes: string[]): Promise<Opened> {
  const disk = new MemoryFolders({ ...source, ...files });
  const readFile = (one: string) => disk.readFile(one);
  const workspace = createWorkspace({
    folders: disk,
    listed: [],
    vocabulary: [],
    loadSymbols: () => Promise.resolve(noRelease),
    readFile,
    isFile: (one) => Promise.resolve(disk.isFile(one)),
    noteParsing: parsingHere(),
    indexer: createIndexer(assets, readFile),
    log: noLog,
  });
  open.push(workspace);
  const roots = (notes.length === 0 ? ['/notes'] : notes).map((folder) => ({ uri: uri(folder), own: true }));
  await workspace.open({ notes: roots, trees: [{ root: uri('/kafka'), version: '2.2.0' }] });
  await workspace.settled();
  return {
    disk,
    workspace,
    change: async (path, content) => {
      if (content === undefined) disk.delete(path);
      else disk.write(path, content);
      workspace.touch(uri(path));
      await workspace.settled();
    },
    problems: () =>
      workspace.notes.notes.flatMap((note) =>
        workspace.problems.ofNote(note.uri).map(({ range: { start }, code }) => {
          const path = decodeURIComponent(note.uri.slice('memory:'.length));
          return `${path}:${start.line + 1}:${start.character + 1} ${code}`;
        }),
      ),
    states: (path) => workspace.bindings.ofNote(uri(path)).map(({ result }) => result.state),
  };
}

describe('a workspace', function () {
  this.timeout(30_000);
  afterEach(() => open.splice(0).forEach((workspace) => workspace.dispose()));

  it('has no file that a link in the tree leads to elsewhere', async () => {
    const { states } = await opened({
      '/secret': 'x',
      '/kafka/LICENSE': 'x',
      '/kafka/door': { link: '/secret' },
      '/kafka/again': { link: '/kafka/LICENSE' },
      '/notes/log.md': '[a](kafka:/LICENSE) [b](kafka:/again) [c](kafka:/door)\n',
    });
    expect(states('/notes/log.md')).to.deep.equal(['exact', 'exact', 'missing']);
  });

  it('knows notes, outline, symbols, bindings and problems of its folders', async () => {
    const { workspace, problems, states } = await opened({
      '/notes/README.md': '# Plan\n- [x] [Log](log.md)\n',
      '/notes/log.md':
        '# [Log](kafka:kafka.log.Log)\n[a](kafka:kafka.log.Log#append:~:text=flush) [f](kafka:/gradle.properties)\n',
    });
    expect(workspace.notes.all.map(({ title }) => title)).to.deep.equal(['Plan']);
    expect(workspace.trees.active?.table.byPath('kafka.log.Log#roll')).to.have.length(1);
    expect(states('/notes/log.md')).to.deep.equal(['exact', 'exact', 'exact']);
    expect(problems()).to.deep.equal([]);
  });

  it('has problems that come and go with source', async () => {
    const { change, problems, states } = await opened({
      '/notes/a.md': '[l](kafka:kafka.log.Log#roll) [s](kafka:kafka.log.Segment) [f](kafka:/config/server.properties)\n',
    });
    expect(problems()).to.deep.equal(['/notes/a.md:1:35 binding/missingSymbol', '/notes/a.md:1:64 binding/missingFile']);
    await change('/kafka/core/src/main/scala/kafka/log/Segment.scala', 'package kafka.log\nclass Segment\n');
    expect(states('/notes/a.md')).to.deep.equal(['exact', 'exact', 'missing']);
    await change(log, 'package kafka.log\nclass Log { def roll(): Unit = {}; def roll(i: Int): Unit = {} }\n');
    expect(problems()[0]).to.equal('/notes/a.md:1:5 binding/ambiguous');
    await change(log, Uint8Array.of(0, 1, 2));
    expect(problems()[0]).to.equal('/notes/a.md:1:5 binding/unavailable');
    await change(log, undefined);
    expect(problems()[0]).to.equal('/notes/a.md:1:5 binding/missingSymbol');
  });

  it('has problems that come and go with notes and with what they link to', async () => {
    const { change, problems } = await opened({
      '/notes/a.md': '[b](sub/b.md#part) ![i](i.png)\n',
      '/notes/README.md': '- [ ] [b](sub/b.md)\n- [x] nothing\n',
    });
    const noNote = '/notes/README.md:2:1 outline/noNote';
    const lost = ['/notes/README.md:1:11 note/link', noNote];
    expect(problems()).to.deep.equal([...lost, '/notes/a.md:1:5 note/link', '/notes/a.md:1:25 note/link']);
    await change('/notes/i.png', Uint8Array.of(1));
    expect(problems()).to.deep.equal([...lost, '/notes/a.md:1:5 note/link']);
    await change('/notes/sub/b.md', '# Other\n');
    const written = '/notes/README.md:1:1 outline/written';
    expect(problems()).to.deep.equal([written, noNote, '/notes/a.md:1:5 note/link']);
    await change('/notes/sub/b.md', '# Part\n');
    expect(problems()).to.deep.equal([written, noNote]);
    await change('/notes/README.md', '- [x] [b](sub/b.md)\n');
    expect(problems()).to.deep.equal([]);
    await change('/notes/sub', undefined);
    expect(problems()).to.deep.equal(['/notes/README.md:1:11 note/link', '/notes/a.md:1:5 note/link']);
  });

  it('says which notes and source files something else is known of', async () => {
    const { workspace, change } = await opened({ '/notes/a.md': '[l](kafka:kafka.log.Log#roll)\n', '/notes/b.md': '# B\n' });
    const heard = new Set<string>();
    workspace.onDidChange((uris) => uris.forEach((one) => heard.add(one)));
    await change(log, 'package kafka.log\nclass Log\n');
    expect([...heard].sort()).to.deep.equal([uri(log), uri('/notes/a.md')]);
    heard.clear();
    await change('/notes/b.md', '# C\n');
    expect([...heard]).to.deep.equal([uri('/notes/b.md')]);
  });

  it('shows no problem of shipped notes, and none of what is not indexed', async () => {
    const { workspace } = await opened({ '/notes/a.md': '[g](gone.md) [m](kafka:kafka.log.Gone)\n' });
    expect(workspace.problems.ofNote(uri('/notes/a.md'))).to.have.length(2);
    await workspace.open({ notes: [{ uri: uri('/notes'), own: false }], trees: [] });
    await workspace.settled();
    expect(workspace.problems.ofNote(uri('/notes/a.md'))).to.deep.equal([]);
    await workspace.open({ notes: [{ uri: uri('/notes'), own: true }], trees: [] });
    await workspace.settled();
    expect(workspace.bindings.ofNote(uri('/notes/a.md'))[0]?.result).to.include({ why: 'noSourceTree' });
    expect(workspace.problems.ofNote(uri('/notes/a.md')).map(({ code }) => code)).to.deep.equal(['note/link']);
  });

  it('finds words of notes and names of symbols', async () => {
    const { workspace } = await opened({ '/notes/a.md': '# Retention\nWhen [rolling](kafka:kafka.log.Log#roll) happens.\n' });
    const notes = await workspace.search('retention');
    expect(notes?.map(({ kind }) => kind)).to.deep.equal(['notes']);
    const symbols = await workspace.search('Log#roll');
    const [first] = symbols ?? [];
    expect(first?.kind === 'symbols' && first.hits[0]).to.deep.include({ notedAs: 'mention' });
    expect(await workspace.search('rolling', () => false)).to.equal(undefined);
  });

  it('tells what notes say of a place in source', async () => {
    const { workspace } = await opened({ '/notes/a.md': '# [Log](kafka:kafka.log.Log)\n[r](kafka:kafka.log.Log#roll)\n' });
    const at = workspace.references(uri(log), { line: 6, character: 8 });
    expect(at?.symbol?.path).to.equal('kafka.log.Log#roll');
    expect(at?.mentions.map(({ note }) => note)).to.deep.equal([uri('/notes/a.md')]);
    expect(workspace.references(uri('/elsewhere/Log.scala'), { line: 0, character: 0 })).to.equal(undefined);
  });

  it('has several folders of notes, one of them in another', async () => {
    const { problems } = await opened(
      { '/n/a.md': '[g](gone.md)', '/n/in/b.md': '[g](/gone.md)', '/m/c.md': '[a](../n/a.md#x)' },
      '/n',
      '/n/in',
      '/m',
    );
    expect(problems()).to.deep.equal(['/n/a.md:1:5 note/link', '/n/in/b.md:1:5 note/link', '/m/c.md:1:5 note/link']);
  });

  it('says nothing and asks for nothing after it was disposed, whatever was going on', async () => {
    const { workspace, disk } = await opened({ '/notes/a.md': '[g](gone.md) [m](kafka:kafka.log.Log#roll)\n' });
    let events = 0;
    workspace.onDidChange(() => events++);
    workspace.notes.onDidChange(() => events++);
    workspace.problems.onDidChange(() => events++);
    disk.write('/notes/a.md', '# Other\n');
    for (const path of ['/notes/a.md', '/notes/gone.md', log]) workspace.touch(uri(path));
    const settled = workspace.settled();
    workspace.dispose();
    await settled;
    const { asked } = disk;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect({ events, asked: disk.asked }).to.deep.equal({ events: 0, asked });
  });
});
