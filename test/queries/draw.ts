import { readFileSync, writeFileSync } from 'node:fs';
import { outlineFile } from '../unit/symbols/outlineFile';
import { languageOf } from '../../src/core/syntax/language';
import { Parsers } from '../../src/core/syntax/parsers';
import { assets } from '../unit/bindings/readTable';
import { draw, parseFixture } from './expectation';

/**
 * Draws the symbols that are found now into fixtures: `npx tsx test/queries/draw.ts FIXTURE…`. The drawing has to be read before
 * it is believed.
 */
async function main(): Promise<void> {
  const parsers = new Parsers(assets);
  for (const file of process.argv.slice(2)) {
    const info = languageOf(file);
    if (info === undefined) throw new Error(`${file} is of no known language`);
    const { source } = parseFixture(readFileSync(file, 'utf8'));
    writeFileSync(file, draw(source, outlineFile(source, await parsers.load(info.id))));
  }
}

void main();
