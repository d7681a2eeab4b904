/** Outlines files of a tree as the worker does, in one thread: `outlineSide.js SOURCE DIST`. The files are in memory. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createIndexer } from '../../src/core/symbols/indexer';
import { readSources } from '../kafka';
import { takeTurns } from './turns';

const nothing = new Uint8Array();

async function main([source = '', dist = '']: readonly string[]): Promise<void> {
  const sources = await readSources(source);
  const contents = new Map(sources.map(({ file, text }) => [`memory:${file}`, new TextEncoder().encode(text)]));
  const reader = createIndexer({ read: (name) => readFile(join(dist, name)) }, (uri) =>
    Promise.resolve(contents.get(uri) ?? nothing),
  );
  takeTurns(async ({ from, to }) => {
    const requests = sources.slice(from, to).map(({ file }) => ({ file, uri: `memory:${file}` }));
    for (const reading of await reader.outline(requests)) {
      if ('unindexed' in reading) throw new Error(`${reading.file} is not read: ${reading.unindexed}`);
    }
  });
}

void main(process.argv.slice(2));
