import { assert } from 'chai';
import { parseNote } from '../../../src/core/notes/parseNote';
import { createIndexer } from '../../../src/core/symbols/indexer';
import { IndexingPool } from '../../../src/workspace/indexing/indexingPool';
import { assets } from '../bindings/readTable';
import { MemoryFolders, memoryUri } from '../workspace/memoryFolders';
import { until, WorkspaceIndexing } from './workspaceIndexing';

const root = '/kafka';
const log = 'core/src/main/scala/kafka/log/Log.scala';
const odd = 'core/src/main/scala/kafka/odd';

describe('folders that come to a source tree, or go', () => {
  let folders: MemoryFolders;
  let workspace: WorkspaceIndexing;

  beforeEach(async () => {
    folders = new MemoryFolders({
      [`${root}/${log}`]: 'package kafka.log\nclass Log\n',
      [`${root}/.gitignore`]: 'ignored/\n',
      [`${root}/.git/HEAD`]: 'ref: refs/heads/main\n',
    });
    const indexer = createIndexer(assets, (uri) => folders.readFile(uri));
    workspace = new WorkspaceIndexing({
      root: memoryUri(root),
      folders,
      pool: new IndexingPool(() => indexer, 1),
      notes: [parseNote('note', '[odd](kafka:kafka.odd.Odd)')],
    });
    await workspace.indexing.idle();
    assert.deepEqual(files(), [log]);
  });
  afterEach(() => workspace.dispose());

  const files = (): string[] => [...workspace.tree.table.files].sort();
  const state = (): string | undefined => workspace.bindings.of(workspace.tree).index.byNote('note')[0]?.result.state;
  const write = (path: string, text: string): void => folders.write(`${root}/${path}`, text);
  /** The editor tells of this path alone. */
  const come = (path: string): void => workspace.person.write(memoryUri(`${root}/${path}`));
  const go = (path: string): void => workspace.person.delete(memoryUri(`${root}/${path}`));

  it('bring the files in them, without those that git ignores', async () => {
    assert.equal(state(), 'missing');
    write(`${odd}/Odd.scala`, 'package kafka.odd\nclass Odd\n');
    write(`${odd}/deep/er/Java.java`, 'class Java {}');
    write(`${odd}/ignored/No.java`, 'class No {}');
    write(`${odd}/readme.md`, '');
    come(odd);
    await workspace.indexing.idle();
    assert.deepEqual(files(), [log, `${odd}/Odd.scala`, `${odd}/deep/er/Java.java`].sort());
    assert.equal(state(), 'exact');
  });

  it('take the files in them away, and no others', async () => {
    write(`${odd}/Odd.scala`, 'package kafka.odd\nclass Odd\n');
    write(`${odd}er/Odder.scala`, 'package kafka.odder\nclass Odder\n');
    come(odd);
    await workspace.indexing.idle();
    folders.delete(`${root}/${odd}`);
    go(odd);
    await workspace.indexing.idle();
    assert.deepEqual(files(), [log, `${odd}er/Odder.scala`]);
    assert.equal(state(), 'missing');
  });

  it('may go and come again before it is quiet', async () => {
    go('core');
    write(`${odd}/Odd.scala`, 'package kafka.odd\nclass Odd\n');
    come('core');
    await workspace.indexing.idle();
    assert.deepEqual(files(), [log, `${odd}/Odd.scala`]);
    assert.equal(state(), 'exact');
  });

  it('are found among thousands of files that a build makes, and such files alone cost no listing', async () => {
    const { asked } = folders;
    for (let number = 0; number < 20; number++) come(`build/${number}.class`);
    await workspace.indexing.idle();
    assert.isAtMost(folders.asked - asked, 20);
    write(`${odd}/Odd.scala`, 'package kafka.odd\nclass Odd\n');
    for (let number = 0; number < 5000; number++) come(`build/${number}.class`);
    come(odd);
    const before = folders.asked;
    await workspace.indexing.idle();
    assert.equal(state(), 'exact');
    assert.isAtMost(folders.asked - before, 50);
  });

  it('bring nothing where they, or the files in them, go again while the tree is looked through', async () => {
    for (const gone of [odd, `${odd}/Odd.scala`]) {
      write(`${odd}/Odd.scala`, 'package kafka.odd\nclass Odd\n');
      come(odd);
      const list = folders.list.bind(folders);
      let goOn: (() => void) | undefined;
      const late = new Promise<void>((resolve) => (goOn = resolve));
      // It is asked for once to see whether it is a folder, and then with the whole tree.
      let asked = 0;
      folders.list = async (uri) => {
        const entries = await list(uri);
        if (uri.endsWith('/odd') && ++asked === 2) await late;
        return entries;
      };
      await until('the tree is being looked through', () => asked === 2);
      folders.delete(`${root}/${odd}`);
      go(gone);
      goOn?.();
      await workspace.indexing.idle();
      assert.deepEqual(files(), [log], gone);
      folders.list = list;
    }
  });

  it('leave no file behind that came and went before it was read', async () => {
    come(`${odd}/Odd.scala`);
    go(odd);
    await workspace.indexing.idle();
    assert.deepEqual(files(), [log]);
    assert.isTrue(workspace.tree.table.complete);
    assert.isEmpty(workspace.tree.table.unindexed());
  });

  it('are none of the tree where they go while it is listed for the first time', async () => {
    write(`${odd}/Odd.scala`, 'package kafka.odd\nclass Odd\n');
    const list = folders.list.bind(folders);
    let goOn: (() => void) | undefined;
    const late = new Promise<void>((resolve) => (goOn = resolve));
    let isAsked = false;
    folders.list = async (uri) => {
      const entries = await list(uri);
      if (uri.endsWith('/odd')) {
        isAsked = true;
        await late;
      }
      return entries;
    };
    const { trees, person, indexing } = workspace;
    trees.open([]);
    trees.open([{ root: memoryUri(root), version: '2.2.0' }]);
    await until('the tree is being listed', () => isAsked);
    folders.delete(`${root}/${odd}`);
    person.delete(memoryUri(`${root}/${odd}`));
    // The folder's event is taken in before the list is there.
    await new Promise((resolve) => setTimeout(resolve, 400));
    goOn?.();
    await indexing.idle();
    assert.deepEqual([...(trees.active?.table.files ?? [])], [log]);
  });

  it('bring nothing and take nothing away where they may not be listed', async () => {
    folders.forbidden.add(`${root}/core`);
    write(`${odd}/Odd.scala`, 'package kafka.odd\nclass Odd\n');
    come('core');
    await workspace.indexing.idle();
    assert.deepEqual(files(), [log]);
  });
});
