import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Model } from '../../../src/extension/model/model';
import { activeModel, activeTree, annotationOf, openSource, OwnNotes, until } from '../support';

const apis = 'core/src/main/scala/kafka/server/KafkaApis.scala';
const manager = 'core/src/main/scala/kafka/server/ReplicaManager.scala';
const sender = 'clients/src/main/java/org/apache/kafka/clients/producer/internals/Sender.java';
const appendRecords = 'kafka.server.ReplicaManager#appendRecords';
const said = 'Every record that a client produces goes through here.';
const note = `---
title: Appending
---

# Appending

## [appendRecords](kafka:${appendRecords})

${said}

## [ready](kafka:org.apache.kafka.clients.producer.internals.RecordAccumulator#ready)

Which batches may be sent.

## [allMemberMetadata](kafka:kafka.coordinator.group.GroupMetadata#allMemberMetadata)

Who is in the group.
`;

/** The texts of all hovers with notes, which have links to them, at the first place behind `before` in a document. */
async function hoversAt(document: vscode.TextDocument, before: string, name: string): Promise<string> {
  const offset = document.getText().indexOf(before + name);
  assert.isAtLeast(offset, 0, `${before}${name} in ${document.fileName}`);
  const position = document.positionAt(offset + before.length + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  const values = hovers.flatMap(({ contents }) => contents.map((one) => (one instanceof vscode.MarkdownString ? one.value : '')));
  // The signs of a note are character references there.
  const texts = values.map((one) => one.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))));
  return texts.filter((text) => text.includes('command:kafkaNotes.link.')).join('\n');
}

async function wholeTree(model: Model): Promise<void> {
  const tree = await activeTree(model);
  await until('the whole tree', () => tree.table.complete);
}

describe('hovers where a symbol is used', () => {
  let notes: OwnNotes;
  before(async () => {
    notes = await OwnNotes.create({ 'appending.md': note });
    const model = await activeModel();
    const { document } = await openSource(model, manager);
    await annotationOf(model, document.uri, appendRecords);
    await wholeTree(model);
  });
  after(async () => {
    await notes.remove();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('show the note about a method that a field’s type has, in Scala', async () => {
    const { document } = await openSource(await activeModel(), apis);
    assert.include(await hoversAt(document, 'replicaManager.', 'appendRecords('), said);
  });

  it('show the note about a method, in Java', async () => {
    const { document } = await openSource(await activeModel(), sender);
    assert.include(await hoversAt(document, 'this.accumulator.', 'ready('), 'Which batches may be sent.');
  });

  it('are silent where the symbol has no note, and where a name is bound locally', async () => {
    const { document } = await openSource(await activeModel(), apis);
    assert.equal(await hoversAt(document, 'replicaManager.', 'getLogConfig('), '');
    assert.equal(
      await hoversAt(
        document,
        'def handleProduceRequest(request: RequestChannel.Request) {\n    val produceRequest = ',
        'request.body',
      ),
      '',
    );
  });

  it('follow what is typed', async () => {
    const editor = await openSource(await activeModel(), apis);
    const { document } = editor;
    await editor.edit((edit) =>
      edit.insert(document.positionAt(document.getText().indexOf('  def handleProduceRequest')), '  // typed\n'),
    );
    assert.include(await hoversAt(document, 'replicaManager.', 'appendRecords('), said);
    await vscode.commands.executeCommand('undo');
  });
});
