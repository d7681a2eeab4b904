import { assert } from 'chai';
import * as vscode from 'vscode';
import { IndexedTree } from '../../../src/workspace/indexing/indexedTree';
import { SourceListing } from '../../../src/workspace/indexing/sourceListing';
import type { Folders } from '../../../src/source/folders';

/** The paths of so many files that taking them in cannot end at once. The files that are read first come last in the order of their paths. */
const names = Array.from({ length: 60_000 }, (_, index) => `${index % 2 === 0 ? 'a/test' : 'z/main'}/File${index}.java`);

describe('the files of a tree', () => {
  const tree = new IndexedTree(vscode.Uri.parse('many:/kafka'), undefined);
  const changed = new vscode.EventEmitter<void>();
  const folders: Folders = {
    list: () => Promise.resolve(names.map((name) => ({ name, kind: 'file', link: false }))),
    read: () => Promise.resolve(undefined),
    identity: (uri) => Promise.resolve(uri),
  };
  const said = (): void => undefined;
  const listing = new SourceListing({ all: [tree], onDidChange: changed.event }, folders, { info: said, warn: said });
  after(() => {
    listing.dispose();
    changed.dispose();
    tree.dispose();
  });

  it('are all given out, though somebody asks while they are still being listed', async () => {
    const listed = new Promise((resolve) => listing.onDidList(resolve));
    const given: string[] = [];
    const take = (): number => given.push(...listing.take(tree, 64, () => false));
    listing.want(tree);
    listing.start();
    const asking = setInterval(take, 0);
    await listed;
    clearInterval(asking);
    for (let before = -1; before < given.length;) {
      before = given.length;
      take();
    }
    assert.equal(given.length, names.length);
    assert.equal(new Set(given).size, names.length);
  });
});
