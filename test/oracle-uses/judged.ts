import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgedUses } from '../../dev/usesJudge.mjs';
import type { SymbolTable } from '../../src/core/symbols/symbolTable';

/** A name in a file, and the symbols that the compiler takes it for. */
export interface JudgedName {
  readonly file: string;
  readonly line: number;
  readonly character: number;
  readonly name: string;
  /**
   * The paths of symbols of the tree; several where an import names a class and its object, none where the name is something
   * else.
   */
  readonly truth: readonly string[];
  /** The first and last line of each declaration that the compiler read, which tell one overload from another. */
  readonly declared?: readonly { readonly path: string; readonly first: number; readonly last: number }[];
}

/**
 * Returns all judged names in one language of Kafka's core and clients, by file.
 * @throws an Error where nothing was judged yet.
 */
export function judgedNames(language: 'java' | 'scala', table: SymbolTable): Map<string, readonly JudgedName[]> {
  const file = join(judgedUses, `${language}.tsv`);
  if (!existsSync(file)) throw new Error('Nothing was judged: run it by `npm run test:uses`.');
  const places = new Map<string, Map<string, JudgedName>>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [path, row, column, name, , found] = line.split('\t');
    if (path === undefined || row === undefined || column === undefined || name === undefined || found === undefined) continue;
    const inTree = /(?:core|clients)\/src\/.*/.exec(path)?.[0] ?? path;
    const ofFile = places.get(inTree) ?? new Map<string, JudgedName>();
    places.set(inTree, ofFile);
    const key = `${row}:${column}`;
    const known = ofFile.get(key);
    const [truth, declared] = [new Set(known?.truth), [...(known?.declared ?? [])]];
    for (const one of found.split('|')) {
      const [symbol = '', where = ''] = one.split('@');
      const [first, last = first] = where.split('-').map(Number);
      for (const symbolPath of inTable(symbol, table)) {
        truth.add(symbolPath);
        if (where !== '-' && first !== undefined && last !== undefined) declared.push({ path: symbolPath, first, last });
      }
    }
    ofFile.set(key, { file: inTree, line: Number(row), character: Number(column), name, truth: [...truth], declared });
  }
  return new Map([...places].map(([path, ofFile]) => [path, [...ofFile.values()]]));
}

/**
 * Returns the paths of the tree's symbols for a compiler's symbol. The companion of a case class that nobody wrote is the class,
 * and in Java a Scala object has the name of the class that its bytecode has beside it.
 */
function inTable(path: string, table: SymbolTable): readonly string[] {
  if (path === 'local' || path.startsWith('package:')) return [];
  if (table.byPath(path).length > 0) return [path];
  if (path.endsWith('$') && table.byPath(path.slice(0, -1)).length > 0) return [path.slice(0, -1)];
  return [...new Set(table.byPlainPath(path.replaceAll('$', '')).map(({ symbol }) => symbol.path))];
}
