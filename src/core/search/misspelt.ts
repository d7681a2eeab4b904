import { nameDistance } from '../bindings/nameDistance';
import { columns } from '../symbols/packedOutline';
import { symbolKinds } from '../symbols/symbol';
import { isTest } from '../symbols/sourcePlace';
import type { SymbolTable } from '../symbols/symbolTable';
import { lettersMissing, lettersNeeded, lettersOf } from './letters';
import type { FoundSymbol } from './symbolScan';

/** A symbol whose name is nearly what was typed. */
export interface NearlyFound {
  readonly found: FoundSymbol;
  /** The number of letters that differ. */
  readonly distance: number;
}

/** The least letters of a name that is corrected, since shorter names are near to too many others. */
const shortest = 5;
/** The least letters of a name that may have two letters wrong. */
const long = 8;
const filesAStep = 4;

/** Yields all symbols whose names differ from what was typed in at most so many letters, in one where it is short. */
export function* findMisspelt(table: SymbolTable, typed: string, most: 1 | 2): Generator<void, NearlyFound[]> {
  if (typed.length < shortest) return [];
  const small = typed.toLowerCase();
  const limit = typed.length < long ? 1 : most;
  // A letter that differs may be missing from the name.
  const needed = lettersNeeded(small);
  /** Many symbols have the same name. */
  const distances = new Map<string, number>();
  const nearly: NearlyFound[] = [];
  let files = 0;
  for (const file of table.files) {
    const reading = table.indexed(file);
    if (reading === undefined || !('packed' in reading)) continue;
    const { names, numbers, prefixes } = reading.packed;
    const letters = lettersOf(reading.packed).names;
    let start = 1;
    for (let index = 0; start < names.length; index++) {
      const end = names.indexOf('\n', start);
      const isNear = Math.abs(end - start - small.length) <= limit;
      if (isNear && lettersMissing(needed, letters[index] ?? 0) <= limit) {
        const name = names.slice(start, end);
        const distance = distances.get(name) ?? nameDistance(name.toLowerCase(), small, limit);
        distances.set(name, distance);
        const at = index * columns;
        const kind = symbolKinds[numbers[at] ?? 0] ?? 'class';
        if (distance <= limit)
          nearly.push({
            found: { file, inTest: isTest(file), index, kind, prefix: prefixes[numbers[at + 1] ?? 0] ?? '', name },
            distance,
          });
      }
      start = end + 1;
    }
    if (++files % filesAStep === 0) yield;
  }
  return nearly;
}
