import { columns, type PackedOutline } from '../symbols/packedOutline';
import { symbolKinds } from '../symbols/symbol';
import { isTest } from '../symbols/sourcePlace';
import type { SymbolTable } from '../symbols/symbolTable';
import type { FoundSymbol } from './symbolScan';

/** A string constant whose value contains what was typed. */
export interface FoundConstant {
  readonly found: FoundSymbol;
  readonly value: string;
}

/** The least characters of a part of a value that is looked for. */
const shortest = 3;
const filesAStep = 64;

/**
 * Yields constants whose values have all these words (in small letters): the exact value first, then those that begin with it,
 * the shorter the better, then sentences, and tests last.
 */
export function* findConstants(table: SymbolTable, words: readonly string[], most: number): Generator<void, FoundConstant[]> {
  const constants: { readonly file: string; readonly index: number; readonly value: string; readonly rank: number }[] = [];
  if (words.some((word) => word.length < shortest)) return [];
  let files = 0;
  for (const file of table.files) {
    const reading = table.indexed(file);
    if (reading !== undefined && 'packed' in reading) {
      for (const [index, value] of reading.packed.values) {
        const rank = rankOf(value, words);
        if (rank === undefined) continue;
        constants.push({ file, index, value, rank: rank + (isTest(file) ? 3 : 0) });
      }
    }
    if (++files % filesAStep === 0) yield;
  }
  const best = constants.sort((one, other) => one.rank - other.rank || one.value.length - other.value.length).slice(0, most);
  return best.flatMap(({ file, index, value }) => {
    const reading = table.indexed(file);
    return reading !== undefined && 'packed' in reading ? [{ found: symbolAt(file, reading.packed, index), value }] : [];
  });
}

/**
 * Ranks a value: 0 for the value itself, 1 where it begins so, 2 where it contains it, 2.5 where it is a sentence; undefined
 * where it lacks a word.
 */
function rankOf(value: string, words: readonly string[]): number | undefined {
  const small = value.toLowerCase();
  if (!words.every((word) => small.includes(word))) return undefined;
  const [first = ''] = words;
  if (words.length === 1 && small === first) return 0;
  if (/\s/.test(value)) return 2.5;
  return words.length === 1 && small.startsWith(first) ? 1 : 2;
}

function symbolAt(file: string, { names, prefixes, numbers }: PackedOutline, index: number): FoundSymbol {
  return {
    file,
    inTest: isTest(file),
    index,
    kind: symbolKinds[numbers[index * columns] ?? 0] ?? 'val',
    prefix: prefixes[numbers[index * columns + 1] ?? 0] ?? '',
    name: names.split('\n')[index + 1] ?? '',
  };
}
