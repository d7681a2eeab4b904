/** Opens files one after the other and types in each, in a fresh process: `readings.js SOURCE DIST BUNDLES`. Prints {@link Weighed}[]. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { memory } from '../inHost/heap';
import { readSources } from '../kafka';
import { OutlineWorker } from '../worker/outlineWorker';
import { pick, randomNumbers } from './random';

/** The memory in use after so many readings, in bytes, garbage collected. */
export interface Weighed {
  readonly readings: number;
  /** The resident memory of the whole process. */
  readonly resident: number;
  /** The memory of the worker: that of JavaScript, and that of its parsers with their trees. */
  readonly heap: number;
  readonly parsers: number;
}

/** The number of readings: more than a reader makes in an hour who opens a file every two seconds. */
const readings = 10_000;
const keystrokes = 4;
const interval = 500;
const seed = 20190322;
const signs = 'abc (){}.;\n'.split('');

async function main([source = '', dist = '', bundles = '']: readonly string[]): Promise<void> {
  const random = randomNumbers(seed);
  const sources = await readSources(source);
  const worker = new OutlineWorker(dist, bundles);
  const weighed: Weighed[] = [];
  for (let count = 0; count < readings;) {
    const { file, text } = pick(sources, random);
    const request = { file, uri: pathToFileURL(join(source, file)).href };
    for (let typed = 0; typed <= keystrokes; typed++) {
      const at = Math.floor(random() * text.length);
      // The file is outlined first as it is on the disk.
      await worker.outline([
        typed === 0 ? request : { ...request, text: text.slice(0, at) + pick(signs, random) + text.slice(at) },
      ]);
      if (++count % interval === 0) {
        weighed.push({ readings: count, resident: memory().resident, ...(await worker.memory()) });
      }
    }
  }
  console.log(JSON.stringify(weighed));
  await worker.end();
}

void main(process.argv.slice(2));
