import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Annotation } from '../../../src/extension/model/model';
import { activeModel, annotationOf, openSource, until } from '../support';

const server = 'core/src/main/scala/kafka/network/SocketServer.scala';
const startup = 'kafka.network.SocketServer#startup';

function cursorLine(): number | undefined {
  return vscode.window.activeTextEditor?.selection.active.line;
}

describe('ways between notes and code', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens the code of an anchor and puts the cursor on the symbol', async () => {
    const model = await activeModel();
    const { document } = await openSource(model, server);
    const { note, binding, target } = await annotationOf(model, document.uri, startup);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('kafkaNotes.link.openAnchor', note.uri, binding.anchor.text);
    const editor = await until('the editor', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.uri.toString(), document.uri.toString());
    assert.equal(editor.selection.active.line, target.range.start.line);
    assert.equal(editor.selection.active.character, target.range.start.character);
  });

  it('shows the section about the symbol at the cursor', async () => {
    const model = await activeModel();
    const editor = await openSource(model, server);
    await annotationOf(model, editor.document.uri, startup);
    const inside = ({ target }: Annotation): vscode.Position => new vscode.Position(target.range.start.line + 1, 0);
    // The reader is asked for a section where several are about a symbol.
    const alone = model.bindings.ofFile(editor.document.uri).find((one) => {
      const { place } = model.bindings.at(editor.document.uri, inside(one));
      return place?.annotations.length === 1 && place.annotations[0]?.binding === one.binding;
    });
    assert.isDefined(alone);
    const { note, section } = alone;
    editor.selection = new vscode.Selection(inside(alone), inside(alone));
    await until('the cursor to rest', () => model.cursor.place?.annotations[0]?.binding === alone.binding);
    await vscode.commands.executeCommand('kafkaNotes.openNoteAtCursor');
    await until('the section', () => model.panel.place?.note === note.uri && model.panel.place.slug === section.slug);
  });

  it('opens the note of the line whose number was clicked', async () => {
    const model = await activeModel();
    const { document } = await openSource(model, server);
    const { note, section, target } = await annotationOf(model, document.uri, 'kafka.network.Acceptor#run');
    await vscode.commands.executeCommand('kafkaNotes.openNoteAtCursor', {
      lineNumber: target.range.start.line + 1,
      uri: document.uri,
    });
    assert.deepEqual(model.panel.place, { note: note.uri, slug: section.slug });
  });

  it('goes back and forward among the sections that were shown', async () => {
    const { panel: reading } = await activeModel();
    reading.show({ note: 'file:///a.md', slug: 'one' });
    reading.show({ note: 'file:///a.md', slug: 'two' });
    await vscode.commands.executeCommand('kafkaNotes.back');
    assert.equal(reading.place?.slug, 'one');
    assert.isTrue(reading.canGoForward);
    await vscode.commands.executeCommand('kafkaNotes.forward');
    assert.equal(reading.place?.slug, 'two');
    assert.isFalse(reading.canGoForward);
  });

  it('walks the annotations of a file, around its end', async () => {
    const model = await activeModel();
    const editor = await openSource(model, server);
    await annotationOf(model, editor.document.uri, startup);
    // An annotation that only refers to code has no icon, and no stop.
    const stops = model.bindings.ofFile(editor.document.uri).filter(({ role }) => role !== 'reference');
    const lines = [...new Set(stops.map(({ target }) => target.range.start.line))].sort((a, b) => a - b);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('kafkaNotes.nextAnnotation');
    assert.equal(cursorLine(), lines[0]);
    await vscode.commands.executeCommand('kafkaNotes.nextAnnotation');
    assert.equal(cursorLine(), lines[1]);
    await vscode.commands.executeCommand('kafkaNotes.previousAnnotation');
    await vscode.commands.executeCommand('kafkaNotes.previousAnnotation');
    assert.equal(cursorLine(), lines.at(-1));
    await vscode.commands.executeCommand('kafkaNotes.nextAnnotation');
    assert.equal(cursorLine(), lines[0]);
  });

  it('lets the panel follow the cursor, unless it is pinned', async () => {
    const model = await activeModel();
    const editor = await openSource(model, server);
    const [first, second] = [
      await annotationOf(model, editor.document.uri, startup),
      await annotationOf(model, editor.document.uri, 'kafka.network.Acceptor#run'),
    ];
    const goTo = ({ start }: { start: { line: number; character: number } }) => {
      editor.selection = new vscode.Selection(start.line, start.character, start.line, start.character);
    };
    // The panel stays with a symbol that was jumped to from a note, as by a test before, until the cursor leaves it.
    goTo(second.target.range);
    await until('the cursor to rest', () => model.cursor.place?.symbol?.path === 'kafka.network.Acceptor#run');
    goTo(first.target.range);
    await until('the first section', () => model.panel.place?.slug === first.section.slug);
    await vscode.commands.executeCommand('kafkaNotes.togglePin');
    goTo(second.target.range);
    await until('the cursor to rest', () => model.cursor.place?.symbol?.path === 'kafka.network.Acceptor#run');
    assert.equal(model.panel.place?.slug, first.section.slug);
    await vscode.commands.executeCommand('kafkaNotes.togglePin');
    goTo(first.target.range);
    await until('the cursor to rest', () => model.cursor.place?.symbol?.path === startup);
    goTo(second.target.range);
    await until('the second section', () => model.panel.place?.slug === second.section.slug);
  });
});
