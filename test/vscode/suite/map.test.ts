import { assert } from 'chai';
import * as vscode from 'vscode';
import { openMapped } from '../../../src/extension/map/openMapped';
import { activeModel, activeTree, until } from '../support';

const view = 'kafkaNotes.map';

function maps(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(view));
}

describe('the map', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens in one tab, which comes to the front when it is asked for again', async () => {
    const model = await activeModel();
    const tree = await activeTree(model);
    await vscode.commands.executeCommand('kafkaNotes.showMap');
    await until('the map', () => maps().length === 1);
    const [file] = await until('a file', () => (tree.table.files.size > 0 ? [...tree.table.files] : undefined));
    await vscode.window.showTextDocument(tree.uriOf(file ?? ''));
    await until('the file in front', () => maps()[0]?.isActive === false);
    await vscode.commands.executeCommand('kafkaNotes.showMap');
    await until('the map in front', () => maps()[0]?.isActive === true);
    assert.lengthOf(maps(), 1);
  });

  it('is made anew after it was closed', async () => {
    await activeModel();
    await vscode.commands.executeCommand('kafkaNotes.showMap');
    const tab = await until('the map', () => maps()[0]);
    await vscode.window.tabGroups.close(tab);
    await until('no map', () => maps().length === 0);
    await vscode.commands.executeCommand('kafkaNotes.showMap');
    await until('the map again', () => maps().length === 1);
  });

  it('opens a type with the section about it in the panel, unless the panel is pinned, and the code keeps the focus', async () => {
    const model = await activeModel();
    const tree = await activeTree(model);
    const file = 'core/src/main/scala/kafka/network/RequestChannel.scala';
    await until('the notes', () => model.bindings.ofFile(tree.uriOf(file)).length > 0);
    await openMapped(tree, file, 'RequestChannel', vscode.ViewColumn.Active, model);
    const place = model.panel.place;
    assert.match(place?.note ?? '', /network-layer\.md$/);
    assert.include(place?.slug, 'requestchannel');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), tree.uriOf(file).toString());
    model.panel.pin(true);
    await openMapped(
      tree,
      'core/src/main/scala/kafka/server/checkpoints/CheckpointFile.scala',
      null,
      vscode.ViewColumn.Active,
      model,
    );
    assert.deepEqual(model.panel.place, place);
    model.panel.pin(false);
  });

  it('is restored with its window: the editor is told of it before the extension is', () => {
    const manifest = vscode.extensions.getExtension('kafka-notes.kafka-notes')?.packageJSON as {
      readonly activationEvents: readonly string[];
    };
    assert.include(manifest.activationEvents, 'onWebviewPanel:kafkaNotes.map');
  });
});
