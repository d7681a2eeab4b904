import { isSameSymbol, typeKinds } from '../../core/symbols/symbol';
import type { LocatedSymbol } from '../../core/symbols/symbolTable';
import type { Resolver } from '../../core/uses/resolve/resolver';
import type { NamedSite, Use } from '../../core/uses/use';
import type { Range } from '../../core/util/range';
import { findUse, type FetchHeaders } from './findUse';

/** A place that surely uses a symbol, and its line of text. */
export interface SymbolUse {
  readonly file: string;
  readonly range: Range;
  readonly line: string;
}

/** The outcome of a search for all uses of a symbol. */
export type SymbolUses =
  /** All places that surely use it, in the order of the files asked. */
  | { readonly kind: 'found'; readonly uses: readonly SymbolUse[] }
  /** Its name stands in too many places to look at each, or looking took too long. */
  | { readonly kind: 'tooMany' }
  /** Nobody wants to know any more, or no worker could tell. */
  | { readonly kind: 'stopped' };

/** The means of a search for uses. */
export interface UseMeans {
  readonly resolver: Resolver;
  readonly fetch: FetchHeaders;
  /** Returns the places in files where a name is used; undefined where no worker could tell. */
  readonly named: (files: readonly string[], name: string) => Promise<readonly (readonly NamedSite[] | undefined)[] | undefined>;
  readonly isWanted: () => boolean;
  /** Lets others run, between two uses. */
  readonly pause: () => Promise<void>;
}

/** The files that are asked for at once: the worker answers others in between. */
const filesAtOnce = 48;
/** The most places of a name that are looked at. `ReplicaManager` stands in 400 places of Kafka, `append` in 1,500. */
const mostSites = 2500;
/** The most milliseconds that a search takes. */
const longest = 20_000;

/**
 * Finds everything in these files that surely uses a symbol. A place that only may use it is left out. The result is whole: where
 * not all places could be looked at, there is none.
 */
export async function findUses(of: LocatedSymbol, files: readonly string[], means: UseMeans): Promise<SymbolUses> {
  const name = nameInCode(of);
  if (name === undefined) return { kind: 'tooMany' };
  const end = performance.now() + longest;
  const uses: SymbolUse[] = [];
  let count = 0;
  for (let at = 0; at < files.length; at += filesAtOnce) {
    const some = files.slice(at, at + filesAtOnce);
    const found = await means.named(some, name);
    if (found === undefined || !means.isWanted()) return { kind: 'stopped' };
    count += found.reduce((sum, sites) => sum + (sites?.length ?? 0), 0);
    if (count > mostSites) return { kind: 'tooMany' };
    for (const [index, sites] of found.entries()) {
      const file = some[index] ?? '';
      for (const { site, line } of sites ?? []) {
        const use = await findUse(means.resolver, site, file, means.fetch);
        await means.pause();
        if (!means.isWanted()) return { kind: 'stopped' };
        if (performance.now() > end) return { kind: 'tooMany' };
        if (isUseOf(of, use)) uses.push({ file, range: site.range, line });
      }
    }
  }
  return { kind: 'found', uses };
}

/** Returns the name by which code uses a symbol; undefined where code never names it. */
function nameInCode({ symbol: { kind, name, path } }: LocatedSymbol): string | undefined {
  if (kind === 'constructor') return /([^.#$]+)\$?#<init>$/.exec(path)?.[1];
  // The members of a package object, and what `f(x)` means, are used without their names.
  return name === 'package' || name === 'apply' || name === 'unapply' ? undefined : name;
}

/** Who makes an instance of a class uses the class, too. */
function isUseOf({ file, symbol }: LocatedSymbol, use: Use | undefined): boolean {
  if (use?.answer.kind !== 'certain') return false;
  return (
    use.answer.symbols.length > 0 &&
    use.answer.symbols.every((one) => {
      if (one.file !== file) return false;
      if (isSameSymbol(one.symbol, symbol)) return true;
      return typeKinds.has(symbol.kind) && one.symbol.path === `${symbol.path}#<init>`;
    })
  );
}
