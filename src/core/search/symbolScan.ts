import { columns, type PackedOutline } from '../symbols/packedOutline';
import { symbolKinds, type SymbolKind } from '../symbols/symbol';
import { isTest } from '../symbols/sourcePlace';
import type { SymbolTable } from '../symbols/symbolTable';
import type { CodeQuery, CodeToken } from './codeQuery';
import { nothing, type HumpPattern } from './humps';
import { lettersOf } from './letters';

/** A symbol whose name fits, in the form in which the table keeps it. */
export interface FoundSymbol {
  readonly file: string;
  readonly inTest: boolean;
  /** The index among the symbols of its file. */
  readonly index: number;
  readonly kind: SymbolKind;
  /** The part of its path before the name: `kafka.log.Log#`. */
  readonly prefix: string;
  readonly name: string;
}

/** The number of files between two steps. */
const filesAStep = 16;

/**
 * Yields all indexed symbols whose names fit a query, in the order of the files. The names are scanned as the table keeps them:
 * those of Kafka are some megabytes, and an index of their own would be as much again.
 */
export function* scanSymbols(table: SymbolTable, query: CodeQuery, found: FoundSymbol[]): Generator<void, void> {
  // A name has its own letters and those of its type, so all tokens are looked for in both.
  const needed = query.tokens.reduce((letters, { name }) => letters | (name?.letters ?? 0), 0);
  let files = 0;
  for (const file of table.files) {
    const reading = table.indexed(file);
    if (reading !== undefined && 'packed' in reading) scanFile(file, reading.packed, query.tokens, needed, found);
    if (++files % filesAStep === 0) yield;
  }
}

function scanFile(
  file: string,
  outline: PackedOutline,
  tokens: readonly CodeToken[],
  needed: number,
  found: FoundSymbol[],
): void {
  const { names, prefixes, numbers } = outline;
  const letters = lettersOf(outline);
  /**
   * Returns the state of each token behind a prefix, computed when the prefix is first met; `none` where one of them cannot fit
   * behind it.
   */
  const states: (readonly PrefixState[] | 'none')[] = [];
  let [index, end] = [-1, 0];
  let inTest: boolean | undefined;
  for (let start = 1; start < names.length; start = end + 1) {
    end = names.indexOf('\n', start);
    const at = ++index * columns;
    const prefix = numbers[at + 1] ?? 0;
    if ((needed & ~((letters.names[index] ?? 0) | (letters.prefixes[prefix] ?? 0))) !== 0) continue;
    const before = (states[prefix] ??= statesBehind(tokens, prefixes[prefix] ?? ''));
    if (before !== 'none' && fits(names, start, end, tokens, before)) {
      const kind = symbolKinds[numbers[at] ?? 0] ?? 'class';
      inTest ??= isTest(file);
      found.push({ file, inTest, index, kind, prefix: prefixes[prefix] ?? '', name: names.slice(start, end) });
    }
  }
}

/** The state of a token before a name. */
interface PrefixState {
  /** The state behind the type that the symbol is a member of. */
  readonly known: number;
  /** Whether that type alone matches all of the token. */
  readonly isInOwner: boolean;
}

const unowned: PrefixState = { known: nothing, isInOwner: false };

function statesBehind(tokens: readonly CodeToken[], prefix: string): readonly PrefixState[] | 'none' {
  const states: PrefixState[] = [];
  for (const { owners, name } of tokens) {
    if (owners.length > 0) {
      if (!isOwned(owners, prefix)) return 'none';
      states.push(unowned);
    } else {
      states.push(name === undefined ? unowned : stateBehind(name, prefix));
    }
  }
  return states;
}

function stateBehind(name: HumpPattern, prefix: string): PrefixState {
  const end = endOfSegment(prefix, prefix.length);
  const start = startOfSegment(prefix, end);
  // A package does not count in a name that is typed without it.
  if (!prefix.endsWith('#') && !/[A-Z]/.test(prefix.charAt(start))) return unowned;
  const known = name.behind(prefix, start, end);
  // A reader who typed the whole type does not mean each of its members whose name has one of its letters.
  return name.isFound(known) ? { known: nothing, isInOwner: true } : { known, isInOwner: false };
}

/**
 * Returns whether the parts of an owner fit those of a path in their order: the last one fits a member's type, but any package of
 * a type.
 */
function isOwned(owners: CodeToken['owners'], prefix: string): boolean {
  let end = endOfSegment(prefix, prefix.length);
  let mustFit = prefix.endsWith('#');
  for (let index = owners.length - 1; index >= 0; end = endOfSegment(prefix, startOfSegment(prefix, end))) {
    if (end <= 0) return false;
    if (owners[index]?.finishes(prefix, startOfSegment(prefix, end), end) === true) index--;
    else if (mustFit) return false;
    mustFit = false;
  }
  return true;
}

/** Returns the offset behind the last character before `end` that does not stand between two parts of a path. */
function endOfSegment(prefix: string, end: number): number {
  let at = end;
  while (at > 0 && isBetween(prefix.charCodeAt(at - 1))) at--;
  return at;
}

function startOfSegment(prefix: string, end: number): number {
  let at = end;
  while (at > 0 && !isBetween(prefix.charCodeAt(at - 1))) at--;
  return at;
}

/** Returns whether a character is `#`, `$` or `.`. */
function isBetween(unit: number): boolean {
  return unit === 0x23 || unit === 0x24 || unit === 0x2e;
}

/** Returns whether all tokens fit, at least one of them the name itself. */
function fits(names: string, start: number, end: number, tokens: readonly CodeToken[], before: readonly PrefixState[]): boolean {
  let isNamed = false;
  for (let index = 0; index < tokens.length; index++) {
    const { known, isInOwner } = before[index] ?? unowned;
    const name = tokens[index]?.name;
    if (name === undefined || name.finishes(names, start, end, known)) isNamed = true;
    else if (!isInOwner) return false;
  }
  return isNamed;
}
