import { assert } from 'chai';
import * as vscode from 'vscode';
import { activeModel, activeTree, annotationOf, openSource, OwnNotes, until } from '../support';

const manager = 'core/src/main/scala/kafka/server/ReplicaManager.scala';
const apis = 'core/src/main/scala/kafka/server/KafkaApis.scala';
const appendRecords = 'kafka.server.ReplicaManager#appendRecords';
const text = `# Mine

## About [appendRecords](kafka:${appendRecords})

It is called by [the handler](kafka:kafka.server.KafkaApis#handleProduceRequest); then
[it](kafka:${appendRecords}) waits. See also [nothing](kafka:kafka.server.ReplicaManager#nowhere) and
[no less](kafka:kafka.server.ReplicaManager#nowhere:~:text=x).
`;

async function find(command: string, document: vscode.TextDocument, before: string, shift = 1): Promise<vscode.Location[]> {
  const offset = document.getText().indexOf(before);
  assert.isAtLeast(offset, 0, before);
  const position = document.positionAt(offset + shift);
  return vscode.commands.executeCommand<vscode.Location[]>(command, document.uri, position);
}

const references = 'vscode.executeReferenceProvider';

describe('references to symbols in notes', () => {
  let own: OwnNotes;
  before(async () => {
    own = await OwnNotes.create({ 'referring.md': text });
    const model = await activeModel();
    const { document } = await openSource(model, manager);
    await annotationOf(model, document.uri, appendRecords);
    const tree = await activeTree(model);
    await until('the whole tree', () => tree.table.complete);
    await until('the notes', () =>
      model.bindings.leadingInto(document.uri).some(({ note }) => note === own.file('referring.md').toString()),
    );
  });
  after(async () => {
    await own.remove();
    await vscode.workspace.getConfiguration('kafkaNotes').update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  function inMine(locations: readonly vscode.Location[]): number[] {
    const mine = locations.filter(({ uri }) => uri.toString() === own.file('referring.md').toString());
    return mine.map(({ range }) => range.start.line).sort((a, b) => a - b);
  }

  /** Returns the lines of my note as the list shows them. */
  async function saidInMine(locations: readonly vscode.Location[]): Promise<string[]> {
    const mine = locations.filter(({ uri }) => uri.path === '/Mine');
    const documents = await Promise.all(mine.map(({ uri }) => vscode.workspace.openTextDocument(uri)));
    return mine.map(({ range }, index) => documents[index]?.lineAt(range.start.line).text.trim() ?? '');
  }

  const said = ['About appendRecords', 'It is called by the handler; then it waits.'];

  it('are found from a declaration: the certain uses in code first, then the sentences of notes without Markdown', async () => {
    const { document } = await openSource(await activeModel(), manager);
    const found = await find(references, document, 'appendRecords(timeout: Long');
    assert.sameMembers(await saidInMine(found), said);
    const isCode = found.map(({ uri }) => uri.scheme === document.uri.scheme);
    const count = isCode.lastIndexOf(true) + 1;
    assert.isAtLeast(count, 5);
    assert.isFalse(isCode.slice(0, count).includes(false), 'code comes first');
    const files = found.slice(0, count).map(({ uri }) => uri.path.split('/').at(-1));
    assert.includeMembers(files, ['KafkaApis.scala', 'GroupMetadataManager.scala', 'TransactionStateManager.scala']);
    for (const { uri, range } of found.slice(0, count)) {
      assert.equal((await vscode.workspace.openTextDocument(uri)).getText(range), 'appendRecords');
    }
  }).timeout(120_000);

  it('are the same from a certain use', async () => {
    const { document } = await openSource(await activeModel(), apis);
    const found = await find(references, document, 'replicaManager.appendRecords(', 'replicaManager.a'.length);
    assert.sameMembers(await saidInMine(found), said);
    assert.isAtLeast(found.filter(({ uri }) => uri.path.endsWith('.scala')).length, 5);
  }).timeout(120_000);

  it('lead who opens a sentence of a note to its section in the panel', async () => {
    const model = await activeModel();
    const { document } = await openSource(model, manager);
    const found = await find(references, document, 'appendRecords(timeout: Long');
    const mine = found.find(({ uri }) => uri.path === '/Mine');
    assert(mine !== undefined);
    await vscode.window.showTextDocument(mine.uri, { selection: mine.range });
    await until('the section', () => model.panel.place?.note === own.file('referring.md').toString());
    assert.equal(model.panel.place?.slug, 'about-appendrecords');
    await until('no text in the way', () => vscode.window.activeTextEditor?.document.uri.scheme !== mine.uri.scheme);
  }).timeout(120_000);

  it('are not found from a word, a local name or a comment', async () => {
    const { document } = await openSource(await activeModel(), manager);
    for (const before of ['Append messages to leader', 'sTime = time.milliseconds'])
      assert.deepEqual(await find(references, document, before), [], before);
  });

  it('are not listed at all where the uses are too many to tell', async () => {
    const model = await activeModel();
    const { document } = await openSource(model, 'clients/src/main/java/org/apache/kafka/common/TopicPartition.java');
    assert.deepEqual(await find(references, document, 'class TopicPartition', 'class '.length + 1), []);
  }).timeout(120_000);

  it('are found from an anchor, with the declaration and without double', async () => {
    const model = await activeModel();
    const document = await vscode.workspace.openTextDocument(own.file('referring.md'));
    await vscode.window.showTextDocument(document);
    const found = await find(references, document, '[it]');
    assert.deepEqual(inMine(found), [2, 5]);
    const tree = await activeTree(model);
    const code = found.filter(({ uri }) => uri.toString() === tree.uriOf(manager).toString());
    assert.equal(code.length, 1);
    const source = await vscode.workspace.openTextDocument(tree.uriOf(manager));
    assert.equal(source.getText(code[0]?.range), 'appendRecords');
  });

  it('are those that are written the same where an anchor leads nowhere', async () => {
    const document = await vscode.workspace.openTextDocument(own.file('referring.md'));
    await vscode.window.showTextDocument(document);
    assert.deepEqual(inMine(await find(references, document, '[nothing]')), [5, 6]);
  });

  it('are counted above declarations where the reader wants it, and a click lists them', async () => {
    const { document } = await openSource(await activeModel(), manager);
    const lenses = () =>
      vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, Number.MAX_SAFE_INTEGER);
    const ours = (all: readonly vscode.CodeLens[]) => all.filter(({ command }) => (command?.title ?? '').includes('section'));
    assert.isEmpty(ours(await lenses()));
    await vscode.workspace.getConfiguration('kafkaNotes').update('codeLens', true, vscode.ConfigurationTarget.Workspace);
    const line = document.positionAt(document.getText().indexOf('def appendRecords(timeout: Long')).line;
    const [lens, ...others] = ours(await lenses()).filter(({ range }) => range.start.line === line);
    assert.isEmpty(others, 'one above each declaration');
    assert.match(lens?.command?.title ?? '', /^2 sections about it · \d+ mention it$/);
    assert.equal(lens?.command?.command, 'editor.action.showReferences');
    const places: unknown = lens?.command?.arguments?.[2];
    assert(Array.isArray(places));
    assert.isAtLeast(places.length, 4);
  });

  it('are shown in the view, whose entries open the note', async () => {
    const model = await activeModel();
    const editor = await openSource(model, manager);
    const place = editor.document.positionAt(editor.document.getText().indexOf('appendRecords(timeout: Long'));
    editor.selection = new vscode.Selection(place, place);
    model.panel.show({ note: own.file('referring.md').toString(), slug: undefined });
    await vscode.commands.executeCommand('kafkaNotes.showReferences');
    await vscode.commands.executeCommand('list.focusFirst');
    await vscode.commands.executeCommand('list.focusDown');
    await vscode.commands.executeCommand('list.select');
    await until('a section', () => model.panel.place?.slug !== undefined);
  });
});
