import type { SymbolTable } from '../../symbols/symbolTable';
import type { TypeReference } from '../scope';
import type { Use, UseSite } from '../use';
import { Ancestors } from './ancestors';
import { answerTo } from './answers';
import { Catalogue, type Headers } from './catalogue';
import { Enclosing } from './enclosing';
import { Libraries, type LibraryNames } from './libraries';
import { NameLookup } from './nameLookup';
import type { Lookup, Resolution, Selection } from './resolution';
import { Selections } from './selections';
import type { Type } from './type';
import { Values } from './values';
import { WrittenTypes } from './writtenTypes';

/** The thing that a use refers to, or the files whose headers must be known to tell it. */
export type Resolved =
  /** The use; undefined where the name means nothing in the tree, or is not known at all. */
  { readonly kind: 'resolved'; readonly use: Use | undefined } | { readonly kind: 'lacking'; readonly files: readonly string[] };

/** Resolves uses in one state of a tree, from the headers that it was given. */
export class Resolver implements Resolution {
  readonly catalogue: Catalogue;
  readonly lookup: Lookup = new NameLookup(this);
  readonly selection: Selection = new Selections(this);
  readonly ancestry: Ancestors;
  readonly values: Values;
  private readonly types = new WrittenTypes(this);
  private readonly libraries: Libraries;

  constructor(table: SymbolTable, libraryNames: LibraryNames) {
    this.catalogue = new Catalogue(table);
    this.libraries = new Libraries(libraryNames);
    this.ancestry = new Ancestors(this);
    this.values = new Values(this, new Enclosing(this));
  }

  /** Adds headers that were lacking. */
  add(headers: Headers): void {
    this.catalogue.add(headers);
  }

  /** Returns what a use in a file refers to, or else the files of all headers that are seen to be lacking so far. */
  resolve({ target, range, name }: UseSite, file: string): Resolved {
    const answer = answerTo(target, file, this);
    const files = this.catalogue.takeLacking();
    if (files.length > 0) return { kind: 'lacking', files };
    return { kind: 'resolved', use: answer && { range, name, answer } };
  }

  writtenType(reference: TypeReference, file: string, depth?: number): Type {
    return this.types.type(reference, file, depth);
  }

  mayHold(from: readonly string[], name: string): boolean {
    return this.libraries.mayHold(from, name);
  }
}
