/** Outlines files of a tree as the worker does, in one thread: `outlineSide.js SOURCE DIST`. The files are in memory. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createReader } from '../../src/core/symbols/reader';
import { readSources } from '../kafka';
import { takeTurns } from './turns';

async function main([source = '', dist = '']: readonly string[]): Promise<void> {
  const sources = await readSources(source);
  const reader = createReader({ read: (name) => readFile(join(dist, name)) }, () => Promise.reject(new Error('vanished')));
  takeTurns(async ({ from, to }) => {
    const requests = sources.slice(from, to).map(({ file, text }) => ({ file, uri: `memory:${file}`, text }));
    for (const reading of await reader.outline(requests)) {
      if ('unread' in reading) throw new Error(`${reading.file} is not read: ${reading.unread}`);
    }
  });
}

void main(process.argv.slice(2));
