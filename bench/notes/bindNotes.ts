/** Parses and binds the notes of a folder in a fresh process: `bindNotes.js NOTES SOURCE DIST`. Prints milliseconds as JSON. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readNotes } from '../../src/cli/noteFolders';
import { readTree, SourceReader } from '../../src/cli/sourceTree';
import { BindingIndex } from '../../src/core/bindings/bindingIndex';

export interface Bound {
  readonly parse: number;
  readonly bind: number;
  readonly anchors: number;
}

async function main([notes = '', source = '', dist = '']: readonly string[]): Promise<void> {
  const tree = await readTree(source, new SourceReader({ read: (name) => readFile(join(dist, name)) }));
  const began = performance.now();
  const read = await readNotes([notes], '/');
  const parsed = performance.now();
  const index = new BindingIndex(tree);
  index.setNotes(read.map(({ note }) => note));
  const bound = performance.now();
  const anchors = read.reduce((sum, { note }) => sum + index.byNote(note.uri).length, 0);
  console.log(JSON.stringify({ parse: parsed - began, bind: bound - parsed, anchors } satisfies Bound));
}

void main(process.argv.slice(2));
