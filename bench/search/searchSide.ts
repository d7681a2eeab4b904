/**
 * Types into the search over all of Kafka and the notes of both languages, in a fresh process: `searchSide.js ROOT SOURCE DIST
 * BUNDLES`. Prints {@link Searched} as JSON.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { localUri } from '../../src/cli/localUri';
import { NoteParser } from '../../src/core/notes/parseNote';
import { NoteIndex } from '../../src/core/search/noteIndex';
import { search } from '../../src/core/search/search';
import { sectionTexts } from '../../src/core/search/sectionTexts';
import { createSymbolTable } from '../../src/core/symbols/createSymbolTable';
import type { SymbolTable } from '../../src/core/symbols/symbolTable';
import { nodeFolders } from '../../src/source/nodeFolders';
import { readLocalFile } from '../../src/worker/localFile';
import { noLog } from '../../src/workspace/log';
import { NoteShelves } from '../../src/workspace/notes/noteShelves';
import { parsingHere } from '../../src/cli/parseHere';
import { listSources } from '../kafka';
import { OutlineWorker } from '../worker/outlineWorker';

/**
 * The texts that are typed, letter after letter: names, their humps, words, a value, Chinese, both together, and words with a
 * wrong letter.
 */
const typed = [
  'appendRecords',
  'repMan#appRec',
  'KafkaApis',
  'log.flush.interval.messages',
  '__consumer_offsets',
  'who calls fsync',
  'zero copy',
  'appendRecords 副本',
  '刷盘的两个触发条件',
  'acknowledgment',
  'recievers',
];
const rounds = 5;

/** The times in milliseconds. */
export interface Searched {
  /** The time of each keystroke: all that computes until the hits are there. */
  readonly keystrokes: readonly number[];
  /** The longest time for which nothing else could run. */
  readonly longestStep: number;
  /** The time to take the notes in, once. */
  readonly index: number;
  readonly hits: number;
}

async function tableOf(source: string, dist: string, bundles: string): Promise<SymbolTable> {
  const worker = new OutlineWorker(dist, bundles);
  const requests = (await listSources(source)).map((file) => ({ file, uri: pathToFileURL(join(source, file)).href }));
  const table = createSymbolTable(requests.map(({ file }) => file));
  for (const reading of await worker.outline(requests)) table.set(reading);
  await worker.end();
  return table;
}

async function main([root = '', source = '', dist = '', bundles = '']: readonly string[]): Promise<void> {
  const table = await tableOf(source, dist, bundles);
  const shelves = new NoteShelves({ folders: nodeFolders, readFile: readLocalFile, parsing: parsingHere(), log: noLog });
  await shelves.load(['en', 'zh-cn'].map((language) => ({ uri: localUri(root, `notes/${language}`), own: false })));
  let longestStep = 0;
  const run = <T>(steps: Generator<void, T>): T => {
    for (;;) {
      const began = performance.now();
      const step = steps.next();
      longestStep = Math.max(longestStep, performance.now() - began);
      if (step.done === true) return step.value;
    }
  };
  const notes = new NoteIndex();
  const reader = new NoteParser();
  const began = performance.now();
  for (const note of shelves.notes) run(notes.set(note, sectionTexts(reader, note.text)));
  const index = performance.now() - began;
  const keystrokes: number[] = [];
  let hits = 0;
  for (let round = 0; round < rounds; round++) {
    if (round === 1) longestStep = 0;
    for (const text of typed) {
      for (let length = 1; length <= text.length; length++) {
        const start = performance.now();
        const groups = run(search(text.slice(0, length), { notes, table, notedAs: () => undefined }));
        if (round > 0) keystrokes.push(performance.now() - start);
        hits += groups.reduce((sum, group) => sum + group.hits.length, 0);
      }
    }
  }
  console.log(JSON.stringify({ keystrokes, longestStep, index, hits } satisfies Searched));
}

void main(process.argv.slice(2));
