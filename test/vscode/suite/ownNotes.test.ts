import { assert } from 'chai';
import * as vscode from 'vscode';
import { activeModel, activeTree, OwnNotes, until } from '../support';

const good = '[`startup`](kafka:kafka.network.SocketServer#startup)';
const text = `---
title: Mine
---
# About ${good}

A [lost](kafka:kafka.network.SocketServer#nowhere) one, a [bad](kafka:kafka.log.Log#) one,
and [several](kafka:org.apache.kafka.clients.producer.KafkaProducer#close).
`;

describe("notes of the reader's own", () => {
  let own: OwnNotes;

  before(async () => {
    own = await OwnNotes.create({ 'README.md': '# My notes\n\n## First\n\n- [x] [Mine](mine.md)\n', 'mine.md': text });
  });
  after(() => own.remove());
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  function problems(): readonly vscode.Diagnostic[] {
    return vscode.languages.getDiagnostics(own.file('mine.md')).filter(({ source }) => source === 'Kafka Notes');
  }

  it('stand beside the shipped ones', async () => {
    const { notes } = await activeModel();
    const folder = await until('the folder', () => notes.folders.find((one) => one.own));
    assert.equal(folder.title, 'My notes');
    assert.equal(folder.outline?.chapters[0]?.entries[0]?.note, 'mine.md');
    assert.isTrue(notes.folders.some((one) => !one.own && one.notes.length > 0));
  });

  it('come before the shipped ones, in the folders and at the code', async () => {
    const model = await activeModel();
    const tree = await activeTree(model);
    assert.isTrue(model.notes.folders[0]?.own);
    assert.isFalse(model.notes.folders.at(-1)?.own);
    const file = tree.uriOf('core/src/main/scala/kafka/network/SocketServer.scala');
    const mine = own.file('mine.md').toString();
    const subjects = await until('both', () => {
      const found = model.bindings
        .ofFile(file)
        .filter(({ target }) => target.symbol?.path === 'kafka.network.SocketServer#startup');
      const notes = found.filter(({ role }) => role === 'subject').map(({ note }) => note.uri);
      return notes.length > 1 && notes.includes(mine) && notes;
    });
    assert.equal(subjects[0], mine);
  });

  it('annotate code', async () => {
    const model = await activeModel();
    const tree = await activeTree(model);
    const file = tree.uriOf('core/src/main/scala/kafka/network/SocketServer.scala');
    await until('the annotation', () =>
      model.bindings.ofFile(file).some(({ note }) => note.uri === own.file('mine.md').toString()),
    );
  });

  it('have a Problem at the exact place of each anchor that is wrong', async () => {
    const tree = await activeTree(await activeModel());
    await until('all files to be read', () => tree.table.complete);
    await until('three problems', () => problems().length === 3);
    const lines = text.split('\n');
    const at = (code: string) => {
      const range = problems().find((problem) => problem.code === code)?.range;
      return range === undefined ? undefined : lines[range.start.line]?.slice(range.start.character, range.end.character);
    };
    assert.equal(at('binding/missingSymbol'), 'kafka:kafka.network.SocketServer#nowhere');
    assert.equal(at('binding/ambiguous'), 'kafka:org.apache.kafka.clients.producer.KafkaProducer#close');
    assert.match(at('anchor/member') ?? '', /#?$/);
  });

  it('count as they are typed, before they are saved', async () => {
    const model = await activeModel();
    const uri = own.file('mine.md');
    const editor = await vscode.window.showTextDocument(uri);
    const typed = '\n[new](kafka:kafka.server.KafkaApis)\n';
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), typed));
    await until('the new anchor', () =>
      model.bindings.ofNote(uri.toString()).some(({ anchor }) => anchor.text === 'kafka:kafka.server.KafkaApis'),
    );
    await editor.edit((edit) => edit.delete(new vscode.Range(4, 0, 6, 0)));
    assert.isTrue(await editor.document.save());
    await until('the old text', () => model.notes.note(uri.toString())?.text === text);
  });

  it('have links to the code in their editor', async () => {
    const model = await activeModel();
    const document = await vscode.workspace.openTextDocument(own.file('mine.md'));
    await vscode.window.showTextDocument(document);
    await activeTree(model);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 10);
    const ours = links.filter(({ target }) => target?.scheme === 'command');
    assert.equal(ours.length, 4);
    const [first] = ours;
    assert.equal(first?.target?.path, 'kafkaNotes.link.openAnchor');
    assert.equal(document.getText(first?.range), 'kafka:kafka.network.SocketServer#startup');
  });

  it('lead to the definition, and their anchors say their state', async () => {
    const model = await activeModel();
    const tree = await activeTree(model);
    const document = await vscode.workspace.openTextDocument(own.file('mine.md'));
    await vscode.window.showTextDocument(document);
    await until('the binding', () => model.bindings.ofNote(document.uri.toString())[0]?.result.state === 'exact');
    const position = new vscode.Position(3, 10);
    const [definition] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      position,
    );
    assert.equal(definition?.targetUri.toString(), tree.uriOf('core/src/main/scala/kafka/network/SocketServer.scala').toString());
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    const said = hovers
      .flatMap((hover) => hover.contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''));
    assert.include(said.join('\n'), 'SocketServer&#46;scala');
  });

  it('go with their folder, which says so, and come back with it; what is typed stays', async () => {
    const model = await activeModel();
    const uri = own.file('mine.md').toString();
    const away = vscode.Uri.joinPath(own.uri, '..', 'notes that are away');
    const folder = () => model.notes.folders.find((one) => one.own);
    await until('the note', () => model.notes.note(uri));
    await vscode.workspace.fs.rename(own.uri, away);
    await until('the note to go', () => model.notes.note(uri) === undefined);
    await until('its folder to say so', () => folder()?.unreadable?.includes('is gone'));
    await vscode.workspace.fs.writeFile(own.uri, new TextEncoder().encode('a file'));
    await until('the file in its place', () => folder()?.unreadable?.includes('is a file'));
    await vscode.workspace.fs.delete(own.uri);
    await vscode.workspace.fs.rename(away, own.uri);
    await until('the note to be back', () => model.notes.note(uri)?.text === text && folder()?.unreadable === undefined);
    // What happens in the folder is followed again.
    await own.write('again.md', '# Again\n');
    await until('a note that is new', () => model.notes.note(own.file('again.md').toString()));
    await vscode.workspace.fs.delete(own.file('again.md'));
  });

  it('come and go with their files', async () => {
    const model = await activeModel();
    const uri = own.file('later.md').toString();
    await own.write('later.md', `# Later ${good}\n`);
    await until('the new note', () => model.notes.note(uri));
    await vscode.workspace.fs.delete(own.file('later.md'));
    await until('the note to go', () => model.notes.note(uri) === undefined && model.bindings.ofNote(uri).length === 0);
  });
});
