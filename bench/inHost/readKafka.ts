import * as vscode from 'vscode';
import type { EditorTree } from '../../src/extension/indexing/editorTree';
import type { Model, SourceTree } from '../../src/extension/model/model';
import { kafkaApis } from '../kafkaApis';
import { startExtension } from './extension';
import { memory } from './heap';
import { IconWatch } from './icons';
import { program } from './program';
import type { KafkaReport } from './report';
import { StallWatch } from './stall';
import { pause, until } from './waiting';

const warmRepetitions = 7;

/** Measures everything that a first reading costs in a window with Kafka's source, then the same file again and again. */
export const run = program(async (): Promise<KafkaReport> => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('No folder is open.');
  const file = vscode.Uri.joinPath(folder.uri, kafkaApis);
  let shown = NaN;
  // This listener comes before the extension's own for the same event.
  vscode.window.onDidChangeVisibleTextEditors((editors) => {
    if (editors.some(({ document }) => document.uri.toString() === file.toString())) shown = performance.now();
  });
  await vscode.window.showTextDocument(file);
  await pause(2000);
  const idle = new StallWatch();
  await pause(3000);
  const idleStall = idle.end();
  const before = memory();
  await pause(500);

  const { exports, began, load, activate } = await startExtension();
  const { model } = exports;
  const reading = new StallWatch();
  const icons = new IconWatch(model.bindings, file);
  await until('the whole tree is read and all anchors are bound', () => isSettled(model));
  const allRead = performance.now() - began;
  await pause(300);
  const readingStall = reading.end();
  const coldIcons = icons.lastChange - began;
  const firstIcon = icons.firstIcon - began;
  const lines = icons.count;
  await pause(1500);
  const after = memory();

  const warmIcons: number[] = [];
  while (warmIcons.length < warmRepetitions) {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    forget(model.trees.of(file), kafkaApis);
    await until('the icons are gone', () => icons.count === 0);
    await pause(500);
    await vscode.window.showTextDocument(file);
    await until('the icons are back', () => icons.count === lines);
    warmIcons.push(icons.lastChange - shown);
  }
  return {
    load,
    activate,
    firstIcon,
    coldIcons,
    warmIcons,
    lines,
    idleStall,
    readingStall,
    allRead,
    heap: [before.heap, after.heap],
    buffers: [before.buffers, after.buffers],
    resident: [before.resident, after.resident],
  };
});

function isSettled({ trees, notes, bindings }: Model): boolean {
  if (trees.active?.table.complete !== true || notes.folders.length === 0) return false;
  const all = notes.folders.flatMap((folder) => folder.notes.flatMap(({ uri }) => bindings.ofNote(uri)));
  return all.length > 0 && all.every(({ result }) => result.state !== 'unavailable');
}

/**
 * Removes a file from the extension's own tree, as if it had been deleted. The interface that the extension gives to others does
 * not allow that.
 */
function forget(tree: SourceTree | undefined, file: string): void {
  if (tree === undefined) throw new Error(`No tree has ${file}.`);
  (tree as SourceTree & Pick<EditorTree, 'indexed'>).indexed.remove(file);
}
