import type { Catalogue, TypeEntry } from './catalogue';
import { hierarchyOf, type Hierarchy } from './hierarchy';
import type { Ancestry, Resolution } from './resolution';
import type { Type } from './type';

/** Finds what types inherit, and caches it. */
export class Ancestors implements Ancestry {
  private readonly hierarchies = new Map<string, Hierarchy>();
  private readonly parents = new Map<string, readonly Type[]>();
  /** The types whose parents are being resolved right now. */
  private readonly open = new Set<string>();

  constructor(private readonly resolution: Pick<Resolution, 'catalogue' | 'writtenType'>) {}

  hierarchy(entry: TypeEntry, args: readonly Type[]): Hierarchy {
    const { path } = entry.header;
    const key = `${path} ${JSON.stringify(args)}`;
    const known = this.hierarchies.get(key);
    if (known !== undefined) return known;
    if (this.open.has(path))
      return { ancestors: [{ entry, by: new Map() }], outside: [], inherits: (one, other) => one === other };
    this.open.add(path);
    try {
      return this.whole(this.hierarchies, key, ({ catalogue }) =>
        hierarchyOf(entry, args, catalogue, (one) => this.parentsOf(one)),
      );
    } finally {
      this.open.delete(path);
    }
  }

  parentsOf({ header, file }: TypeEntry): readonly Type[] {
    return (
      this.parents.get(header.path) ??
      this.whole(this.parents, header.path, (resolution) => header.parents.map((parent) => resolution.writtenType(parent, file)))
    );
  }

  selfType({ header, file }: TypeEntry): Type | undefined {
    const key = `self ${header.path}`;
    if (header.self === undefined || this.open.has(key)) return undefined;
    this.open.add(key);
    try {
      return this.resolution.writtenType(header.self, file);
    } finally {
      this.open.delete(key);
    }
  }

  /** Returns what `make` makes, and caches it only if no header was lacking meanwhile. */
  private whole<T>(
    kept: Map<string, T>,
    key: string,
    make: (resolution: { readonly catalogue: Catalogue } & Pick<Resolution, 'writtenType'>) => T,
  ): T {
    const { catalogue } = this.resolution;
    const before = catalogue.lacks;
    const made = make(this.resolution);
    if (catalogue.lacks === before) kept.set(key, made);
    return made;
  }
}
