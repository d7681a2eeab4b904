/** Types in a file, in a fresh process: `keystrokes.js SOURCE DIST BUNDLES`. Prints {@link Typed} as JSON. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Parsers } from '../../src/core/syntax/parsers';
import { kafkaApis } from '../kafkaApis';
import { OutlineWorker } from '../worker/outlineWorker';
import { randomNumbers } from './random';
import { type } from './typist';

/** The times in milliseconds. */
export interface Typed {
  /** The time of each keystroke from its text to its outline, through the worker, and where it was typed. */
  readonly keystrokes: readonly { readonly where: string; readonly milliseconds: number }[];
  /** The times of parses, each of all that is in the file, in a warm thread. */
  readonly parses: readonly number[];
}

const seed = 20190322;
const warmUp = 15;
const pieces = 120;
/** The number of keystrokes for each parse. */
const ratio = 5;

async function main([source = '', dist = '', bundles = '']: readonly string[]): Promise<void> {
  const path = join(source, kafkaApis);
  const text = readFileSync(path, 'utf8');
  const file = { file: kafkaApis, uri: pathToFileURL(path).href };
  const scala = await new Parsers({ read: (name) => readFile(join(dist, name)) }).load('scala');
  const worker = new OutlineWorker(dist, bundles);
  const [keystrokes, parses]: [{ where: string; milliseconds: number }[], number[]] = [[], []];
  const random = randomNumbers(seed);
  for (const isCounted of [false, true]) {
    let count = 0;
    for (const keystroke of type(text, isCounted ? pieces : warmUp, random)) {
      // The text is made of pieces until something looks into it, while an editor's text is whole.
      keystroke.text.charCodeAt(0);
      const began = performance.now();
      const [reading] = await worker.outline([{ ...file, text: keystroke.text }]);
      const milliseconds = performance.now() - began;
      if (reading === undefined || 'unindexed' in reading) throw new Error('KafkaApis.scala is not read.');
      if (isCounted) keystrokes.push({ where: keystroke.where, milliseconds });
      if (count++ % ratio !== 0) continue;
      const parsing = performance.now();
      scala.parse(keystroke.text, () => undefined);
      if (isCounted) parses.push(performance.now() - parsing);
    }
  }
  console.log(JSON.stringify({ keystrokes, parses } satisfies Typed));
  await worker.end();
}

void main(process.argv.slice(2));
