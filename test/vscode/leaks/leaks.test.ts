import { assert } from 'chai';
import * as vscode from 'vscode';
import { activeModel, activeTree, annotationOf, openSource, OwnNotes, until } from '../support';
import type { Counted } from './extension';
import type { Kind } from './held';

const server = 'core/src/main/scala/kafka/network/SocketServer.scala';
const sender = 'clients/src/main/java/org/apache/kafka/clients/producer/internals/Sender.java';
const kinds = ['timer', 'worker', 'listener', 'decoration'] as const;

async function counted(): Promise<Counted> {
  await activeModel();
  const extension = vscode.extensions.getExtension<Counted>('kafka-notes.kafka-notes');
  assert(extension?.isActive === true);
  return extension.exports;
}

describe('what the extension takes from its host', () => {
  let own: OwnNotes;
  before(async () => {
    own = await OwnNotes.create({ 'held.md': '# Held\n\n[startup](kafka:kafka.network.SocketServer#startup) is held.\n' });
  });
  after(() => own.remove());

  it('is counted, each kind of it, until it is given back', async () => {
    const { held, take } = await counted();
    const before = new Map(kinds.map((kind) => [kind, new Set(held.list(kind))]));
    const added = (kind: Kind): number => held.list(kind).filter((one) => before.get(kind as 'timer')?.has(one) !== true).length;
    const taken = take();
    for (const kind of kinds) assert.isAbove(added(kind), 0, `a ${kind} is seen`);
    const own = (kind: Kind): boolean => held.list(kind).some((one) => /\btake\b/.test(one));
    for (const kind of kinds) await taken[kind]();
    for (const kind of kinds) await until(`the ${kind} to be given back`, () => !own(kind));
  });

  it('is used: source, notes, hovers, the panel, the search, the map and a trail', async () => {
    const model = await activeModel();
    const tree = await activeTree(model);
    await until('the whole tree', () => tree.table.complete);
    const { document } = await openSource(model, server);
    const { target, note } = await annotationOf(model, document.uri, 'kafka.network.SocketServer#startup');
    const at = new vscode.Position(target.range.start.line, target.range.start.character + 1);
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, at);
    await vscode.commands.executeCommand('vscode.executeReferenceProvider', document.uri, at);
    await vscode.commands.executeCommand('vscode.provideDocumentSemanticTokens', document.uri);
    const editor = await openSource(model, sender);
    assert.isTrue(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// typed\n')));
    await vscode.commands.executeCommand('kafkaNotes.showOutline');
    await vscode.commands.executeCommand('kafkaNotes.panel.focus');
    await vscode.commands.executeCommand('kafkaNotes.showReferences');
    model.panel.show({ note: note.uri, slug: undefined });
    await vscode.commands.executeCommand('kafkaNotes.openNoteBeside');
    await vscode.commands.executeCommand('kafkaNotes.showMap');
    const tabs = (): number =>
      vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(({ input }) => input instanceof vscode.TabInputWebview)
        .length;
    await until('the tabs of the note and the map', () => tabs() === 2);
    await vscode.commands.executeCommand('kafkaNotes.searchNotes');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('kafkaNotes.startTrail');
    await until('the trail', () => model.trails.position?.status === 'walking');
    await vscode.commands.executeCommand('kafkaNotes.nextStep');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    const { held } = await counted();
    for (const kind of ['worker', 'listener', 'decoration', 'registration'] as const)
      assert.isNotEmpty(held.list(kind), `the extension has a ${kind} in use`);
  });

  it('is all given back when the extension is disposed: no listener, timer, worker or decoration is left', async () => {
    const { held, context } = await counted();
    for (const one of context.subscriptions.splice(0)) await (one.dispose() as unknown);
    // A thread takes its time to end, and whoever waited for something may still have a turn.
    await until('the threads to end', () => held.list('worker').length === 0);
    await until('the last turns', () => held.list().length === 0).catch(() => undefined);
    assert.deepEqual(held.list(), []);
  });
});
