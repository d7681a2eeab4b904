import { assert } from 'chai';
import * as vscode from 'vscode';
import { FilesInSight, type FileInSight } from '../../../src/extension/indexing/filesInSight';
import { IndexedTree } from '../../../src/workspace/indexing/indexedTree';

describe('source files in sight', () => {
  const folder = (): vscode.Uri => {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    if (first === undefined) throw new Error('No folder is open.');
    return first.uri;
  };
  const shown = (file: string, viewColumn = vscode.ViewColumn.One): Thenable<unknown> =>
    vscode.window.showTextDocument(vscode.Uri.joinPath(folder(), file), { viewColumn, preview: false });
  const [first, second] = ['core/src/main/scala/kafka/log/Log.scala', 'core/src/main/scala/kafka/log/LogSegment.scala'];
  let tree: IndexedTree;
  let sight: FilesInSight;
  const unwanted = new Set<string>();
  const take = (): string | undefined => sight.take(() => false)?.file;

  before(() => (tree = new IndexedTree(folder(), undefined)));
  after(() => tree.dispose());
  beforeEach(async () => {
    unwanted.clear();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    sight = new FilesInSight(
      () => tree,
      ({ file }: FileInSight) => !unwanted.has(file),
    );
  });
  afterEach(async () => {
    sight.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('comes with its editor, the one in front first, and is taken once', async () => {
    await shown(first);
    await shown(second, vscode.ViewColumn.Two);
    assert.equal(sight.size, 2);
    assert.deepEqual([take(), take(), take()], [second, first, undefined]);
  });

  it('goes with its editor', async () => {
    await shown(first);
    assert.equal(sight.size, 1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    assert.equal(sight.size, 0);
    assert.isUndefined(take());
  });

  it('is not what is not wanted any more when its turn comes', async () => {
    await shown(first);
    unwanted.add(first);
    assert.isUndefined(take());
  });

  it('stays where it is barred, and is not taken when it is gone', async () => {
    await shown(first);
    assert.isUndefined(sight.take(() => true));
    assert.equal(sight.size, 1);
    sight.drop(vscode.Uri.joinPath(folder(), first).toString());
    assert.isUndefined(take());
  });
});
