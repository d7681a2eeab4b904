import type { Candidate } from '../../../src/core/bindings/binding';
import { groupOf } from '../../../src/core/bindings/releaseSymbols';
import type { SymbolAnchor } from '../../../src/core/bindings/symbolPath';
import { typeKinds, type SourceSymbol } from '../../../src/core/symbols/symbol';
import type { LocatedSymbol, SymbolTable } from '../../../src/core/symbols/symbolTable';

type Reason = Candidate['reason'];
interface Guess {
  readonly located: LocatedSymbol;
  readonly reason: Reason;
  readonly distance: number;
}

const order: readonly Reason[] = ['otherKind', 'otherParameters', 'caseDiffers', 'sameName', 'otherContainer', 'similarName'];

/** Returns the candidates of a missing anchor, found by looking at every symbol of a tree. */
export function naiveCandidates(anchor: SymbolAnchor, table: SymbolTable): readonly Pick<Candidate, 'target' | 'reason'>[] {
  const all = [...table.files]
    .sort()
    .flatMap((file) => (table.outline(file)?.symbols ?? []).map((symbol): LocatedSymbol => ({ file, symbol })));
  const guesses = all.flatMap((located) => {
    const guess = guessOf(anchor, located);
    return guess === undefined ? [] : [guess];
  });
  const rank = ({ reason }: Guess): number => order.indexOf(reason);
  guesses.sort(
    (one, other) =>
      rank(one) - rank(other) ||
      one.distance - other.distance ||
      compare(prefixOf(one.located.symbol), prefixOf(other.located.symbol)) ||
      compare(one.located.symbol.name, other.located.symbol.name) ||
      compare(one.located.file, other.located.file),
  );
  return guesses
    .slice(0, 8)
    .map(({ located: { file, symbol }, reason }) => ({ target: { file, symbol, range: symbol.nameRange }, reason }));
}

function guessOf(anchor: SymbolAnchor, located: LocatedSymbol): Guess | undefined {
  const { symbol } = located;
  const { type, member, parameters } = anchor;
  const wanted = plain(member === undefined ? type : `${type}#${member}`);
  const wantedName = member ?? plain(type.split('.').at(-1) ?? '');
  const isLike = (member === undefined) === typeKinds.has(symbol.kind);
  const isSibling = isLike && plain(prefixOf(symbol)) === wanted.slice(0, wanted.length - wantedName.length);
  if (isSibling && symbol.name === wantedName && (member === undefined || isShort(type, symbol.path.split('#')[0] ?? ''))) {
    if (parameters === undefined || groupOf(symbol.kind) !== 'method') return { located, reason: 'otherKind', distance: 0 };
    const has = symbol.parameters ?? [];
    if (has.join() !== parameters.join()) {
      return { located, reason: 'otherParameters', distance: Math.abs(has.length - parameters.length) };
    }
  }
  if (isSibling && symbol.name !== wantedName) {
    const distance = distanceOf(wantedName.toLowerCase(), symbol.name.toLowerCase());
    if (distance === 0) return { located, reason: 'caseDiffers', distance };
    const limit = Math.max(1, Math.floor(wantedName.length / 4));
    if (distance <= limit) return { located, reason: 'similarName', distance };
  }
  if (symbol.name !== wantedName) return undefined;
  const near = commonParts(wanted, plain(symbol.path));
  if (member === undefined) {
    const isMeant = isLike || plain(symbol.path).replace('#', '.') === wanted;
    return isMeant ? { located, reason: 'sameName', distance: -near } : undefined;
  }
  if (!isLike) return undefined;
  const typeName = plain(type.split('.').at(-1) ?? '');
  const ownerName =
    plain(symbol.path.split('#')[0] ?? '')
      .split('.')
      .at(-1) ?? '';
  if (member === '<init>' && ownerName !== typeName) return undefined;
  return { located, reason: 'otherContainer', distance: 100 * Math.min(distanceOf(typeName, ownerName), 10) - near };
}

function prefixOf({ kind, path, name }: SourceSymbol): string {
  return path.slice(0, path.length - name.length - (kind === 'object' ? 1 : 0));
}

function plain(path: string): string {
  return path.replaceAll('$', '');
}

/** Returns whether a path with some of its `$` left out is the one written. */
function isShort(written: string, path: string): boolean {
  const pattern = path.replaceAll(/[^\w$]/gu, String.raw`\$&`).replaceAll('$', String.raw`\$?`);
  return new RegExp(`^${pattern}$`, 'u').test(written);
}

function commonParts(one: string, other: string): number {
  const [first, second] = [one.split(/[.#]/), other.split(/[.#]/)];
  const most = Math.min(first.length, second.length);
  let front = 0;
  while (front < most && first[front] === second[front]) front++;
  let back = 0;
  while (back < most - front && first.at(-1 - back) === second.at(-1 - back)) back++;
  return front + back;
}

/** Returns the optimal string alignment distance by its definition. */
export function distanceOf(one: string, other: string): number {
  const table: number[][] = [];
  for (let row = 0; row <= one.length; row++) {
    const cells: number[] = (table[row] = []);
    for (let column = 0; column <= other.length; column++) {
      if (row === 0 || column === 0) cells[column] = row + column;
      else {
        const isSame = one[row - 1] === other[column - 1];
        const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
        const at = (up: number, left: number): number => table[row - up]?.[column - left] ?? Infinity;
        cells[column] = Math.min(at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + (isSame ? 0 : 1), isSwapped ? at(2, 2) + 1 : Infinity);
      }
    }
  }
  return table[one.length]?.[other.length] ?? 0;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
