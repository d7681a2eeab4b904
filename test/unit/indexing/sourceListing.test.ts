import { assert } from 'chai';
import { IndexedTree } from '../../../src/workspace/indexing/indexedTree';
import { Slices } from '../../../src/workspace/indexing/slices';
import { SourceListing } from '../../../src/workspace/indexing/sourceListing';
import { folderOf, KeptLog, until } from './workspaceIndexing';

/** So many files that taking them in cannot end at once. Those that are indexed first come last in the order of their paths. */
const names = Array.from(
  { length: 60_000 },
  (_, index) => `${index % 2 === 0 ? 'a/src/test/java' : 'z/src/main/java'}/File${index}.java`,
);

describe('the listing of a source tree', () => {
  const log = new KeptLog();
  const slices = new Slices();
  const tree = () => new IndexedTree('many:/kafka', undefined, { slices, log });

  it('gives out each file once, though somebody asks while the tree is still being listed', async () => {
    const listing = new SourceListing(folderOf(names), [], slices, log);
    const listed = new Promise((resolve) => listing.onDidList(resolve));
    const given: string[] = [];
    const many = tree();
    const take = (): number => given.push(...listing.take(many, 64, () => false));
    listing.want(many);
    listing.start();
    const asking = setInterval(take, 0);
    await listed;
    clearInterval(asking);
    for (let before = -1; before < given.length;) {
      before = given.length;
      take();
    }
    listing.dispose();
    assert.equal(given.length, names.length);
    assert.equal(new Set(given).size, names.length);
    assert.match(given[0]!, /^z\/src\/main/);
  });

  it('lists a tree after a while, even though nobody says that there is time', async () => {
    const listing = new SourceListing(folderOf(['A.java']), [], slices, log);
    const small = tree();
    listing.want(small);
    await until('it is listed', () => small.isListed);
    listing.dispose();
    assert.deepEqual([...small.table.files], ['A.java']);
  });

  it('has no file that went while the tree was being listed', async () => {
    const listing = new SourceListing(folderOf(['A.java', 'Gone.java']), [], slices, log);
    const small = tree();
    listing.want(small);
    listing.start();
    small.remove('Gone.java');
    await until('it is listed', () => small.isListed);
    assert.deepEqual([...small.table.files], ['A.java']);
    await until('a file to be given out', () => listing.take(small, 1, () => false).includes('A.java'));
    assert.deepEqual(
      listing.take(small, 1, () => false),
      [],
    );
    listing.dispose();
  });

  it('tells which folders cannot be listed, and why', async () => {
    const folders = {
      ...folderOf([]),
      list: (uri: string) => {
        if (uri.endsWith('/secret')) return Promise.reject(new Error('EACCES: permission denied'));
        if (uri.endsWith('/broken')) return Promise.reject(new Error('EIO: i/o error'));
        return Promise.resolve(['secret', 'broken'].map((name) => ({ name, kind: 'folder' as const, link: false })));
      },
    };
    const listing = new SourceListing(folders, [], slices, log);
    const partly = tree();
    listing.want(partly);
    listing.start();
    await until('it is listed', () => partly.isListed);
    listing.dispose();
    assert.deepEqual(Object.fromEntries(partly.unreadFolders), { secret: 'noPermission', broken: 'unreadable' });
    assert.isTrue(log.said.some((line) => line.includes('secret in many:/kafka cannot be read')));
  });

  it('says that a tree cannot be listed at all, and that it gave up', async () => {
    const folders = { ...folderOf(['.gitignore']), read: () => Promise.reject(new Error('no such disk')) };
    const listing = new SourceListing(folders, [], slices, log);
    const gone = tree();
    listing.want(gone);
    listing.start();
    await until('it gives up', () => listing.gaveUp(gone));
    listing.dispose();
    assert.isFalse(gone.isListed);
    assert.isTrue(log.said.some((line) => line.startsWith('The files of many:/kafka are not listed: Error: no such disk')));
  });
});
