import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Binding } from '../../../src/core/bindings/binding';
import type { Note } from '../../../src/core/notes/note';
import type { Trail } from '../../../src/core/trails/trail';
import { comparePositions, contains, type Position } from '../../../src/core/util/range';
import type { Model } from '../../../src/extension/model/model';
import { activeModel, activeTree, until } from '../support';

/** Walks every trail of the shipped notes, in both languages, as a reader does with one key. */
describe('the trails of the notes that ship', () => {
  for (const language of ['en', 'zh-cn']) {
    it(`lead step by step to their statements: ${language}`, async () => {
      const model = await activeModel();
      const configuration = vscode.workspace.getConfiguration('kafkaNotes');
      await configuration.update('language', language, vscode.ConfigurationTarget.Global);
      const tree = await activeTree(model);
      await until('the whole tree', () => tree.table.complete);
      const folder = await until('the notes', () => model.notes.folders.find(({ uri }) => uri.path.endsWith(`/${language}`)));
      const notes = model.trails.inFolder(folder).filter(({ trails = [] }) => trails.length > 0);
      assert.isAtLeast(notes.length, 25);
      let steps = 0;
      for (const note of notes) {
        const trails = model.trails.of(note.uri);
        const [main] = trails;
        assert(main !== undefined && main.steps.length >= 15 && main.steps.length <= 40, note.title);
        for (const trail of trails) steps += await walk(model, note, trail);
      }
      model.trails.end();
      console.log(`${language}: ${notes.length} notes, ${steps} steps`);
    });
  }
});

/** Walks one trail from its first step to its last, and returns the number of steps. */
async function walk(model: Model, note: Note, trail: Trail): Promise<number> {
  // A note that was read a moment ago has no bindings yet.
  await until(`the bindings of ${note.title}`, () => model.bindings.ofNote(note.uri).length > 0);
  await model.trails.goTo({ note: note.uri, trail: trail.id, index: 0 });
  for (const [index, step] of trail.steps.entries()) {
    if (index > 0) await model.trails.next();
    const name = `${note.title}: ${trail.name}, step ${index + 1} (${step.anchor.label})`;
    const target = await until(`the code of ${name}`, () => targetOf(model.bindings.ofNote(note.uri), step.anchor.text));
    await until(name, () => {
      const editor = vscode.window.activeTextEditor;
      return (
        editor !== undefined && model.trees.active?.fileOf(editor.document.uri) === target.file && isAt(editor, target.start)
      );
    });
    assert.equal(model.panel.place?.note, note.uri, name);
    const { position } = model.trails;
    assert.deepEqual([position?.note.uri, position?.trail.id, position?.index], [note.uri, trail.id, index], name);
  }
  return trail.steps.length;
}

/** Returns undefined as long as the anchor has no exact binding. */
function targetOf(bindings: readonly Binding[], text: string): { readonly file: string; readonly start: Position } | undefined {
  const result = bindings.find(({ anchor }) => anchor.text === text)?.result;
  return result?.state === 'exact' ? { file: result.target.file, start: result.target.range.start } : undefined;
}

/** Returns whether the cursor is at a place that is in view. */
function isAt({ selection, visibleRanges }: vscode.TextEditor, place: Position): boolean {
  return comparePositions(selection.start, place) === 0 && visibleRanges.some((range) => contains(range, place));
}
