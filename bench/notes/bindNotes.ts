/** Parses and binds the notes of a folder in a fresh process: `bindNotes.js NOTES SOURCE DIST`. Prints milliseconds as JSON. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localUri } from '../../src/cli/localUri';
import { localWorkspace } from '../../src/cli/localWorkspace';
import { BindingIndex } from '../../src/core/bindings/bindingIndex';
import { kafka } from '../../src/kafka/kafka';
import { nodeFolders } from '../../src/source/nodeFolders';
import { readLocalFile } from '../../src/worker/localFile';
import { noLog } from '../../src/workspace/log';
import { NoteShelves } from '../../src/workspace/notes/noteShelves';
import { parsingHere } from '../../src/cli/parseHere';

export interface Bound {
  readonly parse: number;
  readonly bind: number;
  readonly anchors: number;
}

async function main([notes = '', source = '', dist = '']: readonly string[]): Promise<void> {
  const workspace = localWorkspace({ read: (name) => readFile(join(dist, name)) }, kafka);
  await workspace.open({ notes: [], trees: [{ root: localUri('/', source) }] });
  await workspace.settled();
  const table = workspace.trees.active?.table;
  if (table === undefined) throw new Error('no tree');
  workspace.dispose();
  const began = performance.now();
  const shelves = new NoteShelves({ folders: nodeFolders, readFile: readLocalFile, parsing: parsingHere(), log: noLog });
  await shelves.load([{ uri: localUri('/', notes), own: true }]);
  const parsed = performance.now();
  const index = new BindingIndex({ table, release: await kafka.loadSymbols(), hasFile: () => false });
  index.setNotes(shelves.notes);
  const bound = performance.now();
  const anchors = shelves.notes.reduce((sum, { uri }) => sum + index.byNote(uri).length, 0);
  console.log(JSON.stringify({ parse: parsed - began, bind: bound - parsed, anchors } satisfies Bound));
}

void main(process.argv.slice(2));
