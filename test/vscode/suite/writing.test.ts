import { assert } from 'chai';
import * as vscode from 'vscode';
import { activeModel, activeTree, openSource, OwnNotes, until } from '../support';

const manager = 'core/src/main/scala/kafka/server/ReplicaManager.scala';
const text = `# Writing

[the leader](kafka:repMan#appRec)

\`\`\`kafka
DelOpPur
\`\`\`

\`\`\`java
kafka:repMan
\`\`\`
`;

describe('what helps to write', () => {
  let own: OwnNotes;
  before(async () => {
    own = await OwnNotes.create({ 'writing.md': text });
    const tree = await activeTree(await activeModel());
    await until('the whole tree', () => tree.table.complete);
  });
  after(() => own.remove());

  /** Returns the texts that would be written for the proposals behind some words, the first one first. */
  async function proposed(words: string): Promise<readonly string[]> {
    const document = await vscode.workspace.openTextDocument(own.file('writing.md'));
    const position = document.positionAt(document.getText().indexOf(words) + words.length);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    return list.items.flatMap(({ insertText }) => (typeof insertText === 'string' ? [insertText] : []));
  }

  it('are proposals of symbols in the destination of a link and in a fence that shows code, nowhere else', async () => {
    const first = await until('the proposals', async () => {
      const [one] = (await proposed('repMan#appRec')).filter((insert) => insert.startsWith('kafka:'));
      return one;
    });
    assert.equal(first, 'kafka:kafka.server.ReplicaManager#appendRecords');
    assert.include(await proposed('DelOpPur'), 'kafka.server.DelayedOperationPurgatory');
    const inCode = await proposed('```java\nkafka:repMan');
    assert.deepEqual(
      inCode.filter((insert) => insert.includes('kafka.server')),
      [],
    );
  });

  it('are actions on the code at the cursor, for who asks for actions', async () => {
    const { document } = await openSource(await activeModel(), manager);
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(200, 0, 200, 0),
    );
    const ours = actions.flatMap(({ command }) => (command?.command.startsWith('kafkaNotes.') === true ? [command.command] : []));
    assert.deepEqual(ours, ['kafkaNotes.addNote', 'kafkaNotes.copyAnchor']);
  });

  it('copies the anchor of the symbol at the cursor', async () => {
    const editor = await openSource(await activeModel(), manager);
    const at = editor.document.positionAt(editor.document.getText().indexOf('def appendRecords(') + 5);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('kafkaNotes.copyAnchor');
    assert.equal(await vscode.env.clipboard.readText(), 'kafka:kafka.server.ReplicaManager#appendRecords');
  });
});
