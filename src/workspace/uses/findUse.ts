import type { Headers } from '../../core/uses/resolve/catalogue';
import type { Resolver } from '../../core/uses/resolve/resolver';
import type { Use, UseSite } from '../../core/uses/use';

/** Fetches the headers of files, all at once. */
export type FetchHeaders = (files: readonly string[]) => Promise<Headers>;

/**
 * Returns what a use in a file refers to; undefined where that is nothing in the tree, or not known at all. The headers that
 * resolving lacks are fetched together, and resolving is tried again with them.
 */
export async function findUse(resolver: Resolver, site: UseSite, file: string, fetch: FetchHeaders): Promise<Use | undefined> {
  let resolved = resolver.resolve(site, file);
  while (resolved.kind === 'lacking') {
    resolver.add(await fetch(resolved.files));
    resolved = resolver.resolve(site, file);
  }
  return resolved.use;
}
