import { assert } from 'chai';
import * as vscode from 'vscode';
import { search, type SearchGroup } from '../../../src/core/search/search';
import type { Model } from '../../../src/extension/model/model';
import { Slices } from '../../../src/workspace/indexing/slices';
import { noLog } from '../../../src/workspace/log';
import { corpusOf } from '../../../src/extension/search/noteSearch';
import type { NoteCorpus } from '../../../src/workspace/search/noteCorpus';
import { activeModel, activeTree, openSource, OwnNotes, until } from '../support';

const server = 'core/src/main/scala/kafka/network/SocketServer.scala';

/** Describes what the editor shows of texts: the tabs, and the cursor of the active one. */
function shown(): unknown {
  const { activeTextEditor: editor, tabGroups } = vscode.window;
  return {
    tabs: tabGroups.all.map(({ tabs }) => tabs.map(({ label, isActive, isPreview }) => `${label} ${isActive} ${isPreview}`)),
    file: editor?.document.uri.toString(),
    selections: editor?.selections.map(({ anchor, active }) => [anchor.line, anchor.character, active.line, active.character]),
  };
}

/** Moves through the hits until the editor shows a note. */
async function moveToNote(): Promise<void> {
  const isShown = (): boolean => vscode.window.activeTextEditor?.document.uri.path.endsWith('.md') === true;
  await until('a note', async () => {
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    for (let look = 0; look < 20 && !isShown(); look++) await new Promise((resolve) => setTimeout(resolve, 20));
    return isShown();
  });
}

async function find(model: Model, corpus: NoteCorpus, typed: string): Promise<readonly SearchGroup[]> {
  await corpus.ready();
  const sources = {
    notes: corpus.index,
    table: model.trees.active?.table,
    notedAs: (path: string) => corpus.notedAt(path)?.as,
  };
  return (await new Slices().run(search(typed, sources), () => true)) ?? [];
}

function titles(groups: readonly SearchGroup[]): string[] {
  return groups.flatMap((group) => (group.kind === 'notes' ? group.hits.map(({ document }) => document.title) : []));
}

/** Looks again until what has changed is taken in. */
async function findsOnly(model: Model, corpus: NoteCorpus, typed: string, title: string): Promise<void> {
  await until(`${title}, and nothing else, for ${typed}`, async () => titles(await find(model, corpus, typed)).join() === title);
}

function paths(groups: readonly SearchGroup[], kind: 'symbols' | 'constants'): string[] {
  return groups.flatMap((group) =>
    group.kind !== 'notes' && group.kind === kind ? group.hits.map(({ symbol }) => symbol.path) : [],
  );
}

describe('search', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows what the reader moves to, and puts back what was there', async () => {
    // The panel is hidden, so notes are shown as texts.
    await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar');
    const model = await activeModel();
    const editor = await openSource(model, server);
    // No note speaks of the licence, so that the panel follows nowhere.
    editor.selections = [new vscode.Selection(5, 4, 5, 9), new vscode.Selection(7, 0, 7, 0)];
    const [before, place] = [shown(), model.panel.place];
    await vscode.commands.executeCommand('kafkaNotes.searchNotes');
    await moveToNote();
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await until('what was there before', () => JSON.stringify(shown()) === JSON.stringify(before));
    assert.deepEqual(model.panel.place, place);
  });

  it('opens the note that is chosen', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar');
    const model = await activeModel();
    const editor = await openSource(model, server);
    model.panel.show({ note: 'file:///no.md', slug: 'none' });
    await vscode.commands.executeCommand('kafkaNotes.searchNotes');
    await moveToNote();
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    // All notes are listed before anything is typed.
    const uris = new Set(model.notes.folders.flatMap(({ notes }) => notes.map(({ uri }) => uri)));
    await until('the note', () => uris.has(model.panel.place?.note ?? '') && model.panel.place?.slug === undefined);
    await until('the code', () => vscode.window.activeTextEditor?.document.uri.toString() === editor.document.uri.toString());
  });

  it('finds symbols of the source, those with notes first, and constants by their values', async () => {
    const model = await activeModel();
    const tree = await activeTree(model);
    await until('all files to be read', () => tree.table.complete);
    await until('the bindings', () =>
      model.notes.folders.some(({ notes }) => notes.some(({ uri }) => model.bindings.ofNote(uri).length > 0)),
    );
    const corpus = corpusOf({ model, vocabulary: [], slices: new Slices(), log: noLog });
    const appended = 'kafka.server.ReplicaManager#appendRecords';
    for (const typed of ['repMan#appRec', 'RMappend', 'appendRecords', 'rmappend']) {
      assert.equal(paths(await find(model, corpus, typed), 'symbols')[0], appended, typed);
    }
    const constants = paths(await find(model, corpus, 'log.flush.interval.messages'), 'constants');
    assert.equal(constants[0], 'kafka.server.KafkaConfig$#LogFlushIntervalMessagesProp');
    await until('what notes say', () => corpus.notedAt(appended)?.as === 'subject');
    corpus.dispose();
  });

  it("finds the reader's own notes as they are typed and as they lie on the disk", async () => {
    const own = await OwnNotes.create({ 'found.md': '# Mine\n\nAbout hippopotamuses.\n' });
    const model = await activeModel();
    await until('the note', () => model.notes.note(own.file('found.md').toString()));
    const corpus = corpusOf({ model, vocabulary: [], slices: new Slices(), log: noLog });
    try {
      await findsOnly(model, corpus, 'hippopotamsues', 'Mine');
      const typing = await vscode.window.showTextDocument(own.file('found.md'));
      await typing.edit((edit) => edit.replace(new vscode.Range(2, 6, 2, 19), 'rhinoceroses'));
      await findsOnly(model, corpus, 'rhinoceroses', 'Mine');
      assert.deepEqual(titles(await find(model, corpus, 'hippopotamuses')), []);
      await typing.document.save();
      await own.write('other.md', '# Other\n\nAbout wildebeests.\n');
      await until('the other note', () => model.notes.note(own.file('other.md').toString()));
      await findsOnly(model, corpus, 'wildebeest', 'Other');
    } finally {
      corpus.dispose();
      await own.remove();
    }
  });
});
