import { assert } from 'chai';
import fc from 'fast-check';
import { readMemory } from '../../src/extension/panel/pageMessages';
import { damaged } from './damage';
import { parsedJson } from './parsedJson';
import { createTarget } from './target';

const values = '"a" "" null true 1 -0 [] {} {"slug":1}'.split(' ');
const value = fc.constantFrom(...values);
const memory = fc
  .tuple(fc.constantFrom('"file:///n.md"', ...values), value, fc.constantFrom('7', ...values), fc.constantFrom('true', ...values))
  .map(
    ([note, section, shown, pinned]) =>
      `{"note":${note},"section":${section},"shown":${shown},"pinned":${pinned},"top":{"slug":"s","block":2,"offset":12.5}}`,
  );
const pieces = [...values, '"note":', '"top":', '"slug":', '"__proto__":{"note":1},', '['.repeat(200)];

function checkMemory(text: string): void {
  const kept = readMemory(parsedJson(text));
  if (kept === undefined) return;
  const { note, section = '', shown, pinned, top, ...more } = kept;
  assert.deepEqual(
    [note, section, shown, pinned].map((one) => typeof one),
    ['string', 'string', 'number', 'boolean'],
  );
  assert.deepEqual(
    Object.entries(top).map(([name, one]) => `${name} ${typeof one}`),
    ['slug string', 'block number', 'offset number'],
  );
  assert.deepEqual(Reflect.ownKeys(more), []);
}

export const pageMemory = createTarget(
  'page-memory',
  'the state that the panel’s page keeps',
  damaged(memory, pieces),
  checkMemory,
);
