import { columns, docColumns, type PackedOutline } from '../packedOutline';
import { symbolKinds } from '../symbol';
import type { Position, Range } from '../../util/range';
import { isRecord } from '../../util/record';

/** A {@link PackedOutline} as JSON; see `encodeOutline`. */
export interface OutlineRecord extends Omit<PackedOutline, 'numbers' | 'docs'> {
  readonly symbolCount: number;
  readonly docCount: number;
  readonly numbers: string;
  readonly docs: string;
}

/**
 * Returns whether JSON has the fields of a record, and no counts that its texts are too short for. It takes linear time, and whoever
 * allocates memory for the counts then allocates no more than some bytes for each character.
 */
export function isOutlineRecord(value: unknown): value is OutlineRecord {
  if (!isRecord(value)) return false;
  const { packages, hasErrors, prefixes, names, parameters, values, symbolCount, docCount, numbers, docs } = value;
  if (typeof names !== 'string' || typeof parameters !== 'string' || typeof numbers !== 'string' || typeof docs !== 'string')
    return false;
  if (typeof hasErrors !== 'boolean' || !isCount(symbolCount) || !isCount(docCount)) return false;
  return (
    lineEndsIn(names) === symbolCount + 1 &&
    lineEndsIn(parameters) === Math.max(symbolCount - 1, 0) &&
    docCount * docColumns <= docs.length &&
    isListOf(prefixes, (prefix) => typeof prefix === 'string') &&
    isListOf(values, (one) => Array.isArray(one) && isCount(one[0]) && one[0] < symbolCount && typeof one[1] === 'string') &&
    isListOf(packages, (one) => isRecord(one) && typeof one.name === 'string' && isRange(one.nameRange))
  );
}

/** Returns whether each symbol has a kind and a prefix that are there, and each doc comment a symbol. */
export function isSound({ prefixes, numbers, docs }: PackedOutline): boolean {
  for (let at = 0; at < numbers.length; at += columns) {
    if ((numbers[at] ?? 0) >= symbolKinds.length || (numbers[at + 1] ?? 0) >= prefixes.length) return false;
  }
  for (let at = 0; at < docs.length; at += docColumns) if ((docs[at] ?? 0) >= numbers.length / columns) return false;
  return true;
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isRange(value: unknown): value is Range {
  return isRecord(value) && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): value is Position {
  return isRecord(value) && isCount(value.line) && isCount(value.character);
}

function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
