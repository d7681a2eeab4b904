import { assert } from 'chai';
import { createIndexer } from '../../../src/core/symbols/indexer';
import { parseNote } from '../../../src/core/notes/parseNote';
import { IndexingPool } from '../../../src/workspace/indexing/indexingPool';
import type { FileIndexer } from '../../../src/workspace/indexing/sourceIndexer';
import { assets } from '../bindings/readTable';
import { activeResources, activeSince, folderOf, until, untilOnly, WorkspaceIndexing } from './workspaceIndexing';

const log = 'core/src/main/scala/kafka/log/Log.scala';
const segment = 'core/src/main/scala/kafka/log/LogSegment.scala';
const utils = 'clients/src/main/java/org/apache/kafka/common/utils/Utils.java';
const sources: Record<string, string> = {
  [log]: 'package kafka.log\nclass Log { def append(): Unit = { flush() } }\n',
  [segment]: 'package kafka.log\nclass LogSegment { def size: Int = 1 }\n',
  [utils]: 'package org.apache.kafka.common.utils;\npublic class Utils { static int murmur2() { return 2; } }\n',
};

/** Indexes these texts in this thread with the real grammars, as the command line does, and keeps what it was asked for. */
class ThisThread implements FileIndexer {
  readonly asked: string[] = [];
  /** Awaited before each answer. */
  hold: Promise<void> = Promise.resolve();
  private readonly indexer = createIndexer(assets, (uri) => {
    const [, text] = Object.entries(this.texts).find(([file]) => uri.endsWith(file)) ?? [];
    return text === undefined ? Promise.reject(new Error('vanished')) : Promise.resolve(new TextEncoder().encode(text));
  });

  constructor(readonly texts: Record<string, string>) {}

  async outline(files: Parameters<FileIndexer['outline']>[0]) {
    this.asked.push(...files.map(({ file }) => file));
    const outcomes = await this.indexer.outline(files);
    await this.hold;
    return outcomes;
  }

  locate: FileIndexer['locate'] = async (file, fragments) => this.indexer.locate(file, fragments);
}

describe('the indexing of a workspace', () => {
  const started: WorkspaceIndexing[] = [];
  afterEach(() => started.splice(0).forEach((one) => one.dispose()));

  function start(note = '', files = [log, segment, utils], isThere: readonly string[] = []) {
    const indexer = new ThisThread({ ...sources });
    const workspace = new WorkspaceIndexing({
      folders: folderOf(files),
      pool: new IndexingPool(() => indexer, 1),
      notes: [parseNote('note', note)],
      isFile: (uri) => Promise.resolve(isThere.some((file) => uri.endsWith(file))),
    });
    started.push(workspace);
    const { tree, trees, person, indexing, notes, bindings } = workspace;
    return { indexer, workspace, tree, trees, person, indexing, notes, bindings };
  }

  const statesOf = ({ bindings, tree }: WorkspaceIndexing): string[] =>
    bindings
      .of(tree)
      .index.byNote('note')
      .map(({ result }) => result.state);
  const pathsIn = ({ tree }: WorkspaceIndexing, file: string): string[] =>
    tree.table.outline(file)?.symbols.map(({ path }) => path) ?? [];

  it('settles when the anchors have their answers, and begins with the files that they wait for', async () => {
    const { workspace, indexing, indexer } = start(
      '[log](kafka:kafka.log.Log) [quote](kafka:kafka.log.Log#append:~:text=flush%28%29) [file](kafka:/config/server.properties)',
      [log, segment, utils],
      ['config/server.properties'],
    );
    await indexing.settled();
    assert.deepEqual(statesOf(workspace), ['exact', 'exact', 'exact']);
    assert.equal(indexer.asked[0], log);
  });

  it('settles only after the whole tree where a symbol is missing', async () => {
    const { workspace, indexing, tree } = start('[gone](kafka:kafka.log.Log#gone) [nowhere](kafka:kafka.Nowhere)');
    await indexing.settled();
    assert.deepEqual(statesOf(workspace), ['missing', 'missing']);
    assert.isTrue(tree.table.complete);
  });

  it('settles at once where no tree is open, and when it is disposed', async () => {
    const { indexing, trees, indexer } = start('[log](kafka:kafka.log.Log)');
    indexer.hold = new Promise(() => undefined);
    trees.open([]);
    await indexing.settled();
    trees.open([{ root: 'file:///kafka' }]);
    const settled = indexing.settled();
    indexing.dispose();
    await settled;
    await indexing.settled();
  });

  it('settles where indexing fails', async () => {
    const broken: FileIndexer = {
      outline: () => Promise.reject(new Error('no memory')),
      locate: () => Promise.reject(new Error('no memory')),
    };
    const workspace = new WorkspaceIndexing({
      folders: folderOf([log]),
      pool: new IndexingPool(() => broken, 1),
      notes: [parseNote('note', '[log](kafka:kafka.log.Log)')],
    });
    started.push(workspace);
    await workspace.indexing.settled();
    assert.equal(workspace.indexing.failed, 'no memory');
    assert.deepEqual(statesOf(workspace), ['unavailable']);
  });

  it('says that a tree whose listing fails stays unknown', async () => {
    const workspace = new WorkspaceIndexing({
      folders: { ...folderOf(['.gitignore']), read: () => Promise.reject(new Error('no such disk')) },
      pool: new IndexingPool(() => new ThisThread({}), 1),
      notes: [parseNote('note', '[log](kafka:kafka.log.Log)')],
    });
    started.push(workspace);
    await workspace.indexing.settled();
    assert.deepEqual(statesOf(workspace), ['unavailable']);
  });

  it('binds notes that come, change and go', async () => {
    const { workspace, indexing, notes, bindings } = start('[log](kafka:kafka.log.Log)');
    await indexing.settled();
    const change = async (text: string | undefined): Promise<readonly string[]> => {
      if (text === undefined) notes.delete('note');
      else notes.set('note', parseNote('note', text));
      bindings.notesChanged(['note']);
      indexing.wake();
      await indexing.settled();
      return statesOf(workspace);
    };
    assert.deepEqual(await change('[size](kafka:kafka.log.LogSegment#size) [quote](kafka:kafka.log.Log:~:text=nothing)'), [
      'exact',
      'missing',
    ]);
    assert.deepEqual(await change(undefined), []);
    assert.deepEqual(await change('[append](kafka:kafka.log.Log#append)'), ['exact']);
  });

  it('indexes what is typed, and looks for quotes in it', async () => {
    const { workspace, indexing, person, tree } = start('[quote](kafka:kafka.log.Log:~:text=roll%28%29)');
    await indexing.settled();
    assert.deepEqual(statesOf(workspace), ['missing']);
    person.type(tree.uriOf(log), 'package kafka.log\nclass Log { def typed(): Unit = roll() }\n');
    await indexing.settled();
    assert.include(pathsIn(workspace, log), 'kafka.log.Log#typed');
    assert.deepEqual(statesOf(workspace), ['exact']);
  });

  it('does not take an answer that is older than what was typed or that is about a file that is gone', async () => {
    const { workspace, indexer, person, tree } = start();
    await until('all is indexed', () => tree.table.complete);
    const [typed, gone] = [tree.uriOf(log), tree.uriOf(segment)];
    const heard: string[] = [];
    tree.onDidChange((files) => heard.push(...files.map((file) => `${file} ${pathsIn(workspace, file).join(' ')}`)));
    let goOn: (() => void) | undefined;
    indexer.hold = new Promise((resolve) => (goOn = resolve));
    person.type(typed, 'package kafka.log\nclass First\n');
    person.type(gone, 'package kafka.log\nclass Gone\n');
    indexer.asked.length = 0;
    await until('both are asked for', () => indexer.asked.length === 2);
    person.type(typed, 'package kafka.log\nclass Second\n');
    person.delete(gone);
    // The answer to the first keystroke comes while the second one still waits for its pause, and counts; that about the other file does not.
    goOn?.();
    await until('the second keystroke is indexed', () => pathsIn(workspace, log).includes('kafka.log.Second'));
    assert.isFalse(tree.table.files.has(segment));
    assert.notInclude(heard, `${segment} kafka.log.Gone`);
    assert.equal(heard.at(-1), `${log} kafka.log.Second`);
  });

  it('indexes files that come and forgets those that go, whatever the encoding of their URIs', async () => {
    const { workspace, indexer, person, tree } = start();
    await until('all is indexed', () => tree.table.complete);
    const file = 'a folder/Ä#%25@:.java';
    const uri = 'file:///kafka/a%20folder/Ä%23%2525@:.java';
    assert.notEqual(uri, tree.uriOf(file));
    indexer.texts[tree.uriOf(file)] = 'class Odd {}';
    person.write(uri);
    await until('it is indexed', () => tree.table.indexed(file) !== undefined);
    assert.deepEqual(pathsIn(workspace, file), ['Odd']);
    person.delete(uri);
    assert.isFalse(tree.table.files.has(file));
  });

  it('leaves a tree that is closed alone and indexes the one that is open now', async () => {
    const { indexing, trees, tree } = start('[log](kafka:kafka.log.Log)');
    trees.open([{ root: 'file:///other' }]);
    await indexing.settled();
    await until('the other tree is indexed', () => trees.active?.table.complete === true);
    assert.equal(trees.active?.root, 'file:///other');
    assert.isFalse(tree.table.complete);
  });

  it('indexes files in sight before all others, the one in front first', async () => {
    const many = Array.from({ length: 300 }, (_, index) => `core/src/main/java/F${index}.java`);
    const { indexer, person, tree } = start('', [...many, log, segment]);
    person.show(tree.uriOf(segment), tree.uriOf(log));
    await until('both are indexed', () => [log, segment].every((file) => tree.table.indexed(file) !== undefined));
    assert.deepEqual(indexer.asked.slice(0, 2), [segment, log]);
  });

  it('leaves no timer and no listener behind', async () => {
    const before = await activeResources();
    const { workspace, indexing, person, tree, trees } = start('[log](kafka:kafka.log.Log) [gone](kafka:kafka.Nowhere)');
    person.show(tree.uriOf(log));
    person.type(tree.uriOf(segment), 'class Typed');
    assert.isTrue(person.isWatched);
    assert.isNotEmpty(await activeSince(before));
    workspace.dispose();
    await indexing.settled();
    await untilOnly(before);
    assert.isFalse(person.isWatched);
    trees.open([{ root: 'file:///late' }]);
    indexing.wake();
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.isEmpty(await activeSince(before));
    assert.isFalse(trees.active?.isListed);
  });
});
