import { assert } from 'chai';
import * as vscode from 'vscode';
import { activeModel, activeTree, openSource, takeBack, until } from '../support';

const apis = 'core/src/main/scala/kafka/server/KafkaApis.scala';
const manager = 'core/src/main/scala/kafka/server/ReplicaManager.scala';
const sender = 'clients/src/main/java/org/apache/kafka/clients/producer/internals/Sender.java';

/** Asks one of the editor's own commands again and again until its answer fits: providers come once there is a tree. */
function ask<T>(command: string, args: readonly unknown[], fits: (answer: T) => boolean): Promise<T> {
  return until(`${command} ${args.join()}`, async () => {
    const answer = await vscode.commands.executeCommand<T | undefined>(command, ...args);
    return answer !== undefined && fits(answer) && answer;
  });
}

function symbolsOf(uri: vscode.Uri, fits: (symbols: readonly vscode.DocumentSymbol[]) => boolean = (found) => found.length > 0) {
  return ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', [uri], fits);
}

function coloursOf(
  uri: vscode.Uri,
  fits = (tokens: vscode.SemanticTokens) => tokens.data.length > 0,
): Promise<vscode.SemanticTokens> {
  return ask('vscode.provideDocumentSemanticTokens', [uri], fits);
}

/** The place of the last character of `before`, where that stands first. */
function placeOf(document: vscode.TextDocument, before: string): vscode.Position {
  const offset = document.getText().indexOf(before);
  assert.isAtLeast(offset, 0, before);
  return document.positionAt(offset + before.length - 1);
}

async function definitionsAt(document: vscode.TextDocument, before: string): Promise<vscode.LocationLink[]> {
  return vscode.commands.executeCommand('vscode.executeDefinitionProvider', document.uri, placeOf(document, before));
}

async function hoverAt(document: vscode.TextDocument, before: string): Promise<string> {
  const place = placeOf(document, before);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place);
  const texts = hovers.flatMap(({ contents }) => contents.map((one) => (one instanceof vscode.MarkdownString ? one.value : '')));
  return texts.join('\n');
}

async function configure(features: Readonly<Record<string, string>> | undefined): Promise<void> {
  const { Workspace } = vscode.ConfigurationTarget;
  await vscode.workspace.getConfiguration('kafkaNotes').update('languageFeatures', features, Workspace);
}

describe('Scala and Java without a build', () => {
  before(async () => {
    const model = await activeModel();
    const tree = await activeTree(model);
    await until('the whole tree', () => tree.table.complete);
  });
  after(async () => {
    await configure(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('has Scala as a language, with its tokens', async () => {
    const { document } = await openSource(await activeModel(), apis);
    assert.equal(document.languageId, 'scala');
    const { data } = await coloursOf(document.uri);
    assert.isAbove(data.length, 5 * 5000);
    assert.equal(data.length % 5, 0);
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    assert.include(legend.tokenTypes, 'keyword');
    // Of the licence in front of it.
    assert.equal(legend.tokenTypes[data[3] ?? -1], 'comment');
  });

  it('colours what is not saved', async () => {
    const editor = await openSource(await activeModel(), manager);
    const { uri } = editor.document;
    const { length } = (await coloursOf(uri)).data;
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'object Typed { val one = 1 }\n'));
    const { data } = await coloursOf(uri, (tokens) => tokens.data.length > length);
    assert.deepEqual([...data.slice(0, 10)].slice(0, 3), [0, 0, 'object'.length]);
    const symbols = await symbolsOf(uri, ([first]) => first?.name === 'Typed');
    assert.equal(symbols[0]?.children[0]?.name, 'one');
    const tree = await activeTree(await activeModel());
    const readTyped = () => tree.table.outline(manager)?.symbols[0]?.name === 'Typed';
    await until('what was typed', readTyped);
    await takeBack(editor.document);
    await until('the file as it was', () => !readTyped());
    await symbolsOf(uri, ([first]) => first !== undefined && first.name !== 'Typed');
  });

  it('has an outline, once each symbol, inside of what contains it', async () => {
    const model = await activeModel();
    const scala = await openSource(model, apis);
    const [type] = await symbolsOf(scala.document.uri);
    assert(type?.name === 'KafkaApis');
    assert.equal(type.children.filter(({ name }) => name === 'handleProduceRequest').length, 1);
    assert.equal(type.children.find(({ name }) => name === 'handleProduceRequest')?.detail, '(Request)');
    const java = await openSource(model, sender);
    const found = await symbolsOf(java.document.uri);
    assert.deepEqual(
      found.map(({ name }) => name),
      ['Sender'],
    );
    assert.include(found[0]?.children.map(({ name }) => name) ?? [], 'sendProducerData');
  });

  it('folds bodies, comments and imports', async () => {
    const model = await activeModel();
    for (const [file, method] of [
      [apis, 'def handleProduceRequest('],
      [sender, 'private long sendProducerData('],
    ] as const) {
      const { document } = await openSource(model, file);
      const ranges = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', [document.uri], (found) =>
        found.some(({ kind }) => kind === vscode.FoldingRangeKind.Imports),
      );
      assert.equal(ranges[0]?.kind, vscode.FoldingRangeKind.Comment);
      const { line } = placeOf(document, method);
      assert.isAbove(ranges.find(({ start }) => start === line)?.end ?? 0, line + 10, method);
    }
  });

  it('finds symbols of the workspace by their humps', async () => {
    const found = await ask<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', ['apprec'], (symbols) =>
      symbols.some(({ name }) => name === 'appendRecords'),
    );
    const places = found.filter(({ name }) => name === 'appendRecords').map(({ containerName }) => containerName);
    assert.include(places, 'kafka.server.ReplicaManager');
    const nothing = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '');
    assert.deepEqual(nothing, []);
  });

  it('goes from a use to the declaration where that is certain, and nowhere where it is not', async () => {
    const model = await activeModel();
    const { document } = await openSource(model, apis);
    const [definition, ...more] = await definitionsAt(document, 'replicaManager.appendRecords');
    assert.deepEqual(more, []);
    assert.match(definition?.targetUri.path ?? '', /ReplicaManager\.scala$/);
    const target = await vscode.workspace.openTextDocument(definition!.targetUri);
    assert.equal(target.getText(definition?.targetSelectionRange), 'appendRecords');
    assert.deepEqual(await definitionsAt(document, 'val produceRequest = req'), []);
    const [itself] = await definitionsAt(document, 'def handleProduceRequest');
    assert.equal(document.getText(itself?.targetSelectionRange), 'handleProduceRequest');
    const java = (await openSource(model, sender)).document;
    assert.match((await definitionsAt(java, 'this.accumulator.ready'))[0]?.targetUri.path ?? '', /RecordAccumulator\.java$/);
  });

  it('tells in a hover how a symbol is declared, and its doc comment', async () => {
    const model = await activeModel();
    const { document } = await openSource(model, sender);
    const said = await hoverAt(document, 'this.accumulator.ready');
    assert.match(said, /```java\npublic ReadyCheckResult ready\(Cluster cluster, long nowMs\)/);
    assert.include(said, 'Get a list of nodes whose partitions are ready to be sent');
    const scala = (await openSource(model, apis)).document;
    assert.match(
      await hoverAt(scala, 'replicaManager.getLogConfig'),
      /```scala\ndef getLogConfig\(topicPartition: TopicPartition\)/,
    );
    assert.equal(await hoverAt(scala, 'val produceRequest = req'), '');
  });

  it('leaves to others what the setting says', async () => {
    const { document } = await openSource(await activeModel(), apis);
    await configure({ outline: 'off', definitions: 'off', hover: 'off' });
    assert.isUndefined(await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri));
    assert.deepEqual(await definitionsAt(document, 'replicaManager.appendRecords'), []);
    assert.equal(await hoverAt(document, 'replicaManager.getLogConfig'), '');
    await coloursOf(document.uri);
    await configure(undefined);
    await symbolsOf(document.uri);
  });

  it('is for the files of source trees', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'scala',
      content: 'object A {\n  def b = {\n    1\n  }\n}\n',
    });
    const symbols = await vscode.commands.executeCommand<unknown[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(symbols ?? [], []);
    const tokens = await vscode.commands.executeCommand('vscode.provideDocumentSemanticTokens', document.uri);
    assert.isUndefined(tokens);
  });
});
