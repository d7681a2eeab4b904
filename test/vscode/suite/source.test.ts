import { assert } from 'chai';
import * as vscode from 'vscode';
import { activeModel, activeTree, annotationOf, openSource, takeBack, until } from '../support';

const server = 'core/src/main/scala/kafka/network/SocketServer.scala';
const startup = 'kafka.network.SocketServer#startup';

describe('the source of Kafka', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is recognised, with its version', async () => {
    const tree = await activeTree(await activeModel());
    assert.equal(tree.version, '2.2.0');
    assert.equal(tree.root.toString(), vscode.workspace.workspaceFolders?.[0]?.uri.toString());
  });

  it('annotates an open file where the notes point', async () => {
    const model = await activeModel();
    const { document } = await openSource(model, server);
    const { target, note } = await annotationOf(model, document.uri, startup);
    assert.equal(
      document.getText(
        new vscode.Range(
          target.range.start.line,
          target.range.start.character,
          target.range.end.line,
          target.range.end.character,
        ),
      ),
      'startup',
    );
    assert.match(document.lineAt(target.range.start.line).text, /def startup\(/);
    assert.match(note.uri, /(?:how-to-read|network-layer)\.md$/);
  });

  it('shows the note in the hover of the declaration, with no command but its own', async () => {
    const model = await activeModel();
    const { document } = await openSource(model, server);
    const { target, section } = await annotationOf(model, document.uri, startup);
    const position = new vscode.Position(target.range.start.line, target.range.start.character + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    const contents = hovers.flatMap((hover) => hover.contents).filter((content) => content instanceof vscode.MarkdownString);
    const ours = contents.find(({ value }) => value.includes('command:kafkaNotes.link.openSection'));
    assert(ours !== undefined, 'no hover of ours');
    assert.include(ours.value, section.title.slice(0, 10));
    assert.notEqual(ours.supportHtml, true);
    const trusted = ours.isTrusted;
    assert(typeof trusted === 'object');
    for (const command of trusted.enabledCommands) assert.match(command, /^kafkaNotes\.link\./);
    const commands = Array.from(ours.value.matchAll(/\(command:([\w.]+)/g), ([, command]) => command);
    assert.includeMembers([...trusted.enabledCommands], commands);
  });

  it('says nothing where the hover is not on a declaration', async () => {
    const model = await activeModel();
    const { document } = await openSource(model, server);
    await annotationOf(model, document.uri, startup);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(5, 3),
    );
    const said = hovers
      .flatMap((hover) => hover.contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''));
    assert.notInclude(said.join('\n'), 'kafkaNotes');
  });

  it('is bound anew while it is edited, without being saved', async () => {
    const model = await activeModel();
    const editor = await openSource(model, server);
    const { uri } = editor.document;
    const before = await annotationOf(model, uri, startup);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// one\n// two\n'));
    await until('the annotation to move along', () => {
      const now = model.bindings.ofFile(uri).find(({ role, target }) => role === 'subject' && target.symbol?.path === startup);
      return now?.target.range.start.line === before.target.range.start.line + 2;
    });
    await takeBack(editor.document);
    await until('the annotation to come back', () => {
      const now = model.bindings.ofFile(uri).find(({ role, target }) => role === 'subject' && target.symbol?.path === startup);
      return now?.target.range.start.line === before.target.range.start.line;
    });
  });

  it('is read to its end', async () => {
    const model = await activeModel();
    const tree = await activeTree(model);
    await until('all files to be read', () => tree.table.complete);
    assert.isAbove(tree.progress.total, 2400);
    assert.equal(tree.progress.indexed, tree.progress.total);
    assert.equal(tree.table.unindexed().size, 0);
  });

  it('has every anchor of the shipped notes where they say', async () => {
    const model = await activeModel();
    const tree = await activeTree(model);
    await until('all files to be read', () => tree.table.complete);
    const notes = model.notes.folders.filter(({ own }) => !own).flatMap((folder) => folder.notes);
    const all = () => notes.flatMap(({ uri }) => model.bindings.ofNote(uri));
    await until('all quotes to be found', () => all().every(({ result }) => result.state !== 'unavailable'));
    assert.isAbove(all().length, 100);
    const wrong = all().filter(({ result }) => result.state !== 'exact');
    assert(wrong.length === 0, wrong.map(({ note, anchor, result }) => `${note} ${anchor.text} ${result.state}`).join('\n'));
  });
});
