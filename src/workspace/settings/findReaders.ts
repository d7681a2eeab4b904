import { isTest } from '../../core/symbols/sourcePlace';
import { typeKinds, type SourceSymbol } from '../../core/symbols/symbol';
import type { LocatedSymbol, SymbolTable } from '../../core/symbols/symbolTable';
import { contains } from '../../core/util/range';
import type { SymbolUse, SymbolUses } from '../uses/findUses';

/** A place that reads a setting, and the symbol around it. */
export interface SettingReader extends SymbolUse {
  readonly within: SourceSymbol | undefined;
}

interface ReaderMeans {
  readonly table: SymbolTable;
  /** Finds the certain uses of a symbol in some files. */
  readonly usesOf: (symbol: LocatedSymbol, files: readonly string[]) => Promise<SymbolUses>;
}

/** How often a constant may lead to a field, and that field to another. */
const mostHops = 3;
/** The most lines of a declaration that only hands a setting on. */
const mostLines = 4;
/** The most symbols whose uses are looked for, since each takes a look through all files. */
const mostSymbols = 6;

/**
 * Finds the main sources that read a setting, given the constants that have its name. Where a constant is only handed on, as by
 * `val flushInterval = getLong(FlushMessagesProp)` in a class of settings, the uses of that field are meant. Undefined where
 * not all could be told.
 */
export async function findReaders(
  constants: readonly LocatedSymbol[],
  { table, usesOf }: ReaderMeans,
): Promise<SettingReader[] | undefined> {
  const files = [...table.files].filter((file) => !isTest(file));
  const known = new Set<string>();
  const readers = new Map<string, SettingReader>();
  let asked = 0;

  /** Looks at the uses of a symbol. Returns how many there were, or undefined where they could not be told. */
  async function follow(symbol: LocatedSymbol, hops: number): Promise<number | undefined> {
    known.add(keyOf(symbol));
    if (++asked > mostSymbols) return undefined;
    const found = await usesOf(symbol, files);
    if (found.kind !== 'found') return undefined;
    let count = 0;
    for (const use of found.uses) {
      const within = memberAround(table, use);
      if (/^import\b/.test(use.line) || saysOnly(within, use)) continue;
      count++;
      const isHanded = hops < mostHops && within !== undefined && handsOn(within, use.file);
      const handed = isHanded ? { file: use.file, symbol: within } : undefined;
      if (handed !== undefined && known.has(keyOf(handed))) continue;
      const beyond = handed === undefined ? 0 : await follow(handed, hops + 1);
      if (beyond === undefined) return undefined;
      if (beyond === 0) readers.set(`${use.file}:${use.range.start.line}`, { ...use, within });
    }
    return count;
  }

  for (const constant of constants) if ((await follow(constant, 0)) === undefined) return undefined;
  return [...readers.values()];
}

function keyOf({ file, symbol: { path } }: LocatedSymbol): string {
  return `${file} ${path}`;
}

/** Returns the innermost symbol around a use that is no type. */
function memberAround(table: SymbolTable, { file, range }: SymbolUse): SourceSymbol | undefined {
  const around = table.outline(file)?.symbols.filter((one) => contains(one.range, range.start)) ?? [];
  return around.filter(({ kind }) => !typeKinds.has(kind)).at(-1);
}

/** Returns whether a use stands in the definition or in the doc of a setting, which do not read it. */
function saysOnly(within: SourceSymbol | undefined, { line }: SymbolUse): boolean {
  return /doc$|^(?:CONFIG|configDef)$/i.test(within?.name ?? '') || /\bdefine(?:Internal)?\(/.test(line);
}

/** Returns whether a symbol is a short member of a class of settings. */
function handsOn({ kind, range }: SourceSymbol, file: string): boolean {
  const isMember = kind === 'val' || kind === 'field' || kind === 'method';
  return isMember && range.end.line - range.start.line < mostLines && /Configs?\.(?:java|scala)$/.test(file);
}
