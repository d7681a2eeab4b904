import { typeKinds } from '../symbols/symbol';
import type { LocatedSymbol, SymbolTable } from '../symbols/symbolTable';
import type { Candidate } from './binding';
import { nameDistance } from './nameDistance';
import { pathOf, symbolsOf, withoutDollars, type SymbolAnchor } from './symbolPath';

/** More are no help to a person who has to choose. */
const mostCandidates = 8;

/** Names that differ more are all equally far from each other. */
const farthest = 9;

type Reason = Candidate['reason'];
interface Guess {
  readonly located: LocatedSymbol;
  readonly reason: Reason;
  /** Smaller is better; compared among guesses of the same reason. */
  readonly distance: number;
}

const ranks: Readonly<Record<Reason, number>> = {
  otherParameters: 0,
  caseDiffers: 1,
  sameName: 2,
  otherContainer: 3,
  similarName: 4,
};

/** Symbols that the author of a `missing` anchor may have meant, the likeliest first. A person decides. */
export function symbolCandidates(anchor: SymbolAnchor, table: SymbolTable): readonly Candidate[] {
  const guesses = [...otherOverloads(anchor, table), ...neighbours(anchor, table), ...namesakes(anchor, table)];
  guesses.sort(
    (one, other) =>
      ranks[one.reason] - ranks[other.reason] ||
      one.distance - other.distance ||
      compare(one.located.symbol.path, other.located.symbol.path) ||
      compare(one.located.file, other.located.file),
  );
  const seen = new Set<string>();
  const best: Candidate[] = [];
  for (const { located, reason } of guesses) {
    const { file, symbol } = located;
    const { line, character } = symbol.nameRange.start;
    const key = `${file} ${line} ${character} ${symbol.path}`;
    if (seen.has(key) || best.length === mostCandidates) continue;
    seen.add(key);
    best.push({ target: { file, symbol, range: symbol.nameRange }, reason });
  }
  return best;
}

/** Source files with the same name elsewhere. */
export function fileCandidates(file: string, table: SymbolTable): readonly Candidate[] {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const start = { line: 0, character: 0 };
  return [...table.files]
    .filter((one) => one === name || one.endsWith(`/${name}`))
    .sort(compare)
    .slice(0, mostCandidates)
    .map((one) => ({ target: { file: one, range: { start, end: start } }, reason: 'sameName' }));
}

/** The same path with other parameters. */
function otherOverloads(anchor: SymbolAnchor, table: SymbolTable): Guess[] {
  const { parameters, ...name } = anchor;
  if (parameters === undefined) return [];
  return symbolsOf(name, table).map((located) => ({
    located,
    reason: 'otherParameters',
    distance: Math.abs((located.symbol.parameters?.length ?? -1) - parameters.length),
  }));
}

/** What stands in the same type (or package) and is called almost the same. */
function neighbours(anchor: SymbolAnchor, table: SymbolTable): Guess[] {
  const wanted = lastName(anchor);
  const limit = Math.max(1, Math.floor(wanted.length / 4));
  return siblings(anchor, table).flatMap((located): Guess[] => {
    const { name } = located.symbol;
    if (name === wanted) return [];
    if (name.toLowerCase() === wanted.toLowerCase()) return [{ located, reason: 'caseDiffers', distance: 0 }];
    const distance = nameDistance(wanted.toLowerCase(), name.toLowerCase(), limit);
    return distance > limit ? [] : [{ located, reason: 'similarName', distance }];
  });
}

function siblings(anchor: SymbolAnchor, table: SymbolTable): LocatedSymbol[] {
  if (anchor.member !== undefined) {
    const owners = new Set(table.byPlainPath(withoutDollars(anchor.type)).map(({ symbol, file }) => `${file} ${symbol.path}#`));
    return membersOf(owners, table);
  }
  const container = containerOf(anchor.type);
  const owners = table.byPlainPath(withoutDollars(container));
  const files = new Set([...table.packageFiles(container), ...owners.map(({ file }) => file)]);
  return inFiles(files, table).filter(
    ({ symbol }) => typeKinds.has(symbol.kind) && withoutDollars(containerOf(symbol.path)) === withoutDollars(container),
  );
}

/** `owners`: a file, a space and the beginning of its members' paths. */
function membersOf(owners: ReadonlySet<string>, table: SymbolTable): LocatedSymbol[] {
  const files = new Set(Array.from(owners, (owner) => owner.slice(0, owner.lastIndexOf(' '))));
  return inFiles(files, table).filter(({ file, symbol }) =>
    owners.has(`${file} ${symbol.path.slice(0, symbol.path.indexOf('#') + 1)}`),
  );
}

function inFiles(files: ReadonlySet<string>, table: SymbolTable): LocatedSymbol[] {
  return [...files].flatMap((file) => (table.outline(file)?.symbols ?? []).map((symbol) => ({ file, symbol })));
}

/** What has the same name elsewhere: types for a type, members for a member; what is nearer counts more. */
function namesakes(anchor: SymbolAnchor, table: SymbolTable): Guess[] {
  const name = lastName(anchor);
  const wanted = withoutDollars(pathOf(anchor));
  const distance = ({ symbol }: LocatedSymbol): number => -commonParts(wanted, withoutDollars(symbol.path));
  if (anchor.member === undefined) {
    return table
      .byName(name)
      .filter(({ symbol }) => typeKinds.has(symbol.kind) || withoutDollars(symbol.path).replace('#', '.') === wanted)
      .map((located) => ({ located, reason: 'sameName', distance: distance(located) }));
  }
  // Every class has constructors: only those of a type with the same name say anything.
  const typeName = withoutDollars(anchor.type.slice(anchor.type.lastIndexOf('.') + 1));
  return table
    .byName(name)
    .filter(({ symbol }) => symbol.path.includes('#') && (name !== '<init>' || ownerName(symbol.path) === typeName))
    .filter(({ symbol }) => withoutDollars(symbol.path) !== wanted)
    .map((located) => ({
      located,
      reason: 'otherContainer',
      distance: 100 * nameDistance(typeName, ownerName(located.symbol.path), farthest) + distance(located),
    }));
}

function lastName({ type, member }: SymbolAnchor): string {
  return member ?? withoutDollars(type.slice(type.lastIndexOf('.') + 1));
}

function containerOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

function ownerName(path: string): string {
  const owner = withoutDollars(path.slice(0, path.indexOf('#')));
  return owner.slice(owner.lastIndexOf('.') + 1);
}

/** How many parts two paths have in common, from the front and from the back. */
function commonParts(one: string, other: string): number {
  const [first, second] = [one.split(/[.#]/), other.split(/[.#]/)];
  const most = Math.min(first.length, second.length);
  let front = 0;
  while (front < most && first[front] === second[front]) front++;
  let back = 0;
  while (back < most - front && first.at(-1 - back) === second.at(-1 - back)) back++;
  return front + back;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
