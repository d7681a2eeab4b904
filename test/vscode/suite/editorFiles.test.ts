import { assert } from 'chai';
import * as vscode from 'vscode';
import { EditorFiles } from '../../../src/extension/indexing/editorFiles';
import { EditorTree } from '../../../src/extension/indexing/editorTree';
import type { TreesModel } from '../../../src/extension/indexing/treesModel';
import { IndexedTree } from '../../../src/workspace/indexing/indexedTree';
import { Slices } from '../../../src/workspace/indexing/slices';
import { until } from '../support';

const parts = { slices: new Slices(), log: console };

describe('files in editors', () => {
  const folder = (): vscode.Uri => {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    if (first === undefined) throw new Error('No folder is open.');
    return first.uri;
  };
  const uriOf = (file: string): vscode.Uri => vscode.Uri.joinPath(folder(), file);
  const [first, second] = ['core/src/main/scala/kafka/log/Log.scala', 'core/src/main/scala/kafka/log/LogSegment.scala'];
  const show = (file: string, viewColumn: vscode.ViewColumn): Thenable<unknown> =>
    vscode.window.showTextDocument(uriOf(file), { viewColumn, preview: false });
  const changed = new vscode.EventEmitter<void>();
  let trees: EditorTree[];
  let files: EditorFiles;

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    trees = [new EditorTree(new IndexedTree(folder().toString(), undefined, parts))];
    const model: Pick<TreesModel, 'all' | 'onDidChange' | 'look'> = {
      all: trees,
      onDidChange: changed.event,
      look: () => Promise.resolve(),
    };
    files = new EditorFiles(model);
  });
  afterEach(async () => {
    files.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(() => changed.dispose());

  it('are told when they are shown and hidden, the one in front first', async () => {
    let calls = 0;
    const listening = files.onDidChangeVisible(() => calls++);
    await show(first, vscode.ViewColumn.One);
    await show(second, vscode.ViewColumn.Two);
    await until('both editors', () => new Set(files.visible).size === 2);
    assert.deepEqual([...new Set(files.visible)], [uriOf(second).toString(), uriOf(first).toString()]);
    assert.isAbove(calls, 0);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('no editor', () => files.visible.length === 0);
    listening.dispose();
  });

  it('are told when they come, change and go on the disk', async () => {
    const heard: string[] = [];
    const listening = vscode.Disposable.from(
      files.onDidChange((uri) => heard.push(`changed ${uri}`)),
      files.onDidDelete((uri) => heard.push(`deleted ${uri}`)),
    );
    const uri = uriOf("it's new #1 (ä).java");
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('class New {}'));
    await until('the file that came', () => heard.includes(`changed ${uri.toString()}`));
    await vscode.workspace.fs.delete(uri);
    await until('the file that went', () => heard.includes(`deleted ${uri.toString()}`));
    listening.dispose();
  });

  it('are told of a folder that comes or goes with what is in it', async () => {
    const heard: string[] = [];
    const listening = vscode.Disposable.from(
      files.onDidChange((uri) => heard.push(`changed ${uri}`)),
      files.onDidDelete((uri) => heard.push(`deleted ${uri}`)),
    );
    const uri = uriOf('core/src/main/scala/kafka/new');
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(uri, 'New.scala'), new TextEncoder().encode('class New'));
    await until('the folder that came', () => heard.includes(`changed ${uri.toString()}`));
    await vscode.workspace.fs.delete(uri, { recursive: true });
    await until('the folder that went', () => heard.includes(`deleted ${uri.toString()}`));
    listening.dispose();
  });

  it('have the URIs that the tree gives them, whatever their names', () => {
    const names = [
      "it's",
      '(a) b!',
      '#1',
      '100%',
      '%25',
      'ä',
      'a@b:c',
      '日本',
      '[x]{y}',
      'a+b&c=d;e,f$',
      '~-_.',
      '*',
      'a\\b',
      '?',
    ];
    for (const root of [
      folder(),
      ...names.map((name) => vscode.Uri.joinPath(folder(), name)),
      vscode.Uri.parse('file:///C:/kafka'),
    ]) {
      const tree = new IndexedTree(root.toString(), undefined, parts);
      for (const name of names) {
        const file = `${name}/A${name}.java`;
        const uri = vscode.Uri.joinPath(root, file);
        assert.equal(tree.uriOf(file), uri.toString());
        assert.equal(tree.fileOf(uri.toString()), file);
        if (!/[%?#]/.test(uri.path)) assert.equal(tree.fileOf(uri.toString(true)), file);
        assert.equal(new EditorTree(tree).uriOf(file).toString(), uri.toString());
        assert.equal(new EditorTree(tree).fileOf(uri), file);
      }
    }
  });
});
