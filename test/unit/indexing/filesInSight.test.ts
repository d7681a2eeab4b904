import { assert } from 'chai';
import { FilesInSight, type FileInSight } from '../../../src/workspace/indexing/filesInSight';
import { IndexedTree } from '../../../src/workspace/indexing/indexedTree';
import { Slices } from '../../../src/workspace/indexing/slices';

describe('source files in sight', () => {
  const tree = new IndexedTree('file:///kafka', undefined, { slices: new Slices(), log: console });
  const [first, second] = ['core/src/main/scala/kafka/log/Log.scala', 'core/src/main/scala/kafka/log/LogSegment.scala'];
  const unwanted = new Set<string>();
  let sight: FilesInSight;
  const see = (...files: string[]) => sight.see(files.map((file) => tree.uriOf(file))).map(({ file }) => file);
  const take = (): string | undefined => sight.take(() => false)?.file;

  beforeEach(() => {
    unwanted.clear();
    const treeOf = (uri: string) => (tree.fileOf(uri) === undefined ? undefined : tree);
    sight = new FilesInSight(treeOf, ({ file }: FileInSight) => !unwanted.has(file));
  });

  it('are taken once, the one in front first, also where an editor shows the same file twice', () => {
    see(second, first, second);
    assert.equal(sight.size, 2);
    assert.deepEqual([take(), take(), take()], [second, first, undefined]);
  });

  it('go when they are hidden', () => {
    see(first);
    assert.equal(sight.size, 1);
    see();
    assert.equal(sight.size, 0);
    assert.isUndefined(take());
  });

  it('are source files of trees only', () => {
    assert.deepEqual(see('README.md', first), [first]);
    assert.deepEqual(sight.see(['file:///elsewhere/A.java', 'untitled:Untitled-1']), []);
  });

  it('are not taken where they are not wanted any more when their turn comes', () => {
    see(first);
    unwanted.add(first);
    assert.isUndefined(take());
  });

  it('are told even where they are not wanted', () => {
    unwanted.add(first);
    assert.deepEqual(see(first), [first]);
    assert.equal(sight.size, 0);
  });

  it('stay where they are barred, and are not taken when they are gone', () => {
    see(first);
    assert.isUndefined(sight.take(() => true));
    assert.equal(sight.size, 1);
    sight.drop(tree.uriOf(first));
    assert.isUndefined(take());
  });
});
