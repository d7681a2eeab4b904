import { assert } from 'chai';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseNote } from '../../../src/core/notes/parseNote';
import { startWorker } from '../../../src/extension/nodeWorker';
import { nodeFolders } from '../../../src/source/nodeFolders';
import { createIndexingPool } from '../../../src/workspace/indexing/indexingWorkers';
import { bundleWorker } from '../worker/bundledWorker';
import { hostCalls } from './fakeWorkers';
import { activeResources, KeptLog, until, untilOnly, WorkspaceIndexing } from './workspaceIndexing';

const append = 'package kafka.log\nclass Log {\n  def append(): Unit = { flush() }\n}\n';

describe('a workspace with real workers, grammars and files', () => {
  let folder: string;
  let workspace: WorkspaceIndexing;
  const log = new KeptLog();
  /** The tree's folder has a name that each way to encode URIs writes otherwise. */
  const root = (): string => join(folder, "it's kafka #1 100% ä@b (c)");
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root(), file)), { recursive: true });
    writeFileSync(join(root(), file), text);
  };
  const pathsIn = (file: string): string[] => workspace.tree.table.outline(file)?.symbols.map(({ path }) => path) ?? [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kafka-notes-indexing-'));
    await bundleWorker(folder, 'scala', 'java');
    write('config/server.properties', 'broker.id=0\n');
    write('core/src/main/scala/kafka/log/Log.scala', append);
    for (let index = 0; index < 300; index++)
      write(`core/src/main/java/kafka/a b/F${index}.java`, `class F${index} { int x; }\n`);
  });
  afterEach(() => workspace.dispose());
  after(() => rmSync(folder, { recursive: true }));

  function start(...notes: readonly string[]): void {
    const means = {
      create: () => Promise.resolve(startWorker(join(folder, 'worker.js'))),
      calls: { ...hostCalls, listStored: () => [], writeStored: () => undefined },
      parallelism: 2,
    };
    workspace = new WorkspaceIndexing({
      root: pathToFileURL(root()).href,
      folders: nodeFolders,
      pool: createIndexingPool(means, log),
      notes: notes.map((text, index) => parseNote(`note ${index}`, text)),
      isFile: (uri) =>
        stat(fileURLToPath(uri)).then(
          (found) => found.isFile(),
          () => false,
        ),
    });
  }

  it('binds notes to what is on the disk and to what is typed, and leaves no thread and no timer behind', async () => {
    const before = await activeResources();
    start(
      '[append](kafka:kafka.log.Log#append) [flush](kafka:kafka.log.Log#append:~:text=flush%28%29)',
      '[file](kafka:/config/server.properties) [gone](kafka:kafka.log.Log#gone) [no file](kafka:/config/none.properties)',
    );
    const states = (note: string): string[] =>
      workspace.bindings
        .of(workspace.tree)
        .index.byNote(note)
        .map(({ result }) => result.state);
    await workspace.indexing.settled();
    assert.deepEqual(workspace.log.said, []);
    assert.deepEqual(states('note 0'), ['exact', 'exact']);
    assert.deepEqual(states('note 1'), ['exact', 'missing', 'missing']);
    // A symbol is missing: therefore everything was looked through.
    assert.deepEqual(workspace.tree.progress, { indexed: 301, total: 301 });
    assert.deepEqual(pathsIn('core/src/main/java/kafka/a b/F299.java'), ['F299', 'F299#x']);

    const typed = 'core/src/main/scala/kafka/log/Log.scala';
    workspace.person.show(workspace.tree.uriOf(typed));
    workspace.person.type(workspace.tree.uriOf(typed), append.replace('flush()', 'roll()').replace('append', 'gone'));
    await until('what is typed is indexed', () => pathsIn(typed).includes('kafka.log.Log#gone'));
    await workspace.indexing.settled();
    assert.deepEqual(states('note 0'), ['missing', 'missing']);
    assert.deepEqual(states('note 1'), ['exact', 'exact', 'missing']);

    write('core/src/main/java/kafka/New.java', 'class New {}\n');
    workspace.person.write(pathToFileURL(join(root(), 'core/src/main/java/kafka/New.java')).href);
    await until('a file that came is indexed', () => pathsIn('core/src/main/java/kafka/New.java').length > 0);

    workspace.dispose();
    await untilOnly(before);
    assert.isFalse(workspace.person.isWatched);
    assert.deepEqual(workspace.log.said, []);
  });

  it("says once of a file that it has Scala 3's indentation", async () => {
    start();
    const uri = workspace.tree.uriOf('Indented.scala');
    for (const text of ['object Indented:\n  def a = 1\n', 'object Indented:\n  def b = 1\n']) {
      write('Indented.scala', text);
      workspace.person.write(uri);
      await until('the file is indexed', () => pathsIn('Indented.scala').length > 0);
      await workspace.indexing.idle();
    }
    rmSync(join(root(), 'Indented.scala'));
    assert.lengthOf(workspace.log.said, 1);
    assert.match(workspace.log.said[0] ?? '', /Indented\.scala has Scala 3's syntax without braces/);
  });

  it('leaves nothing behind where it is disposed while everything is going on', async () => {
    const before = await activeResources();
    start('[append](kafka:kafka.log.Log#append)');
    await until('some files are indexed', () => workspace.indexed > 0);
    workspace.person.type(workspace.tree.uriOf('core/src/main/scala/kafka/log/Log.scala'), 'class Typed');
    const settled = workspace.indexing.settled();
    workspace.dispose();
    await settled;
    await untilOnly(before);
  });
});
