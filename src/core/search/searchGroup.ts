import type { SourceSymbol } from '../symbols/symbol';
import type { NoteHit } from './noteIndex';
import type { NotedAs } from './rankSymbols';

/** A symbol that was found, in a file relative to its tree's root. */
export interface SymbolHit {
  readonly file: string;
  readonly symbol: SourceSymbol;
  readonly notedAs: NotedAs | undefined;
}

/** The hits of one kind, the best first, at least one. There may be several groups of a kind. */
export type SearchGroup =
  | { readonly kind: 'notes'; readonly hits: readonly NoteHit[] }
  | { readonly kind: 'symbols'; readonly hits: readonly SymbolHit[] }
  | { readonly kind: 'constants'; readonly hits: readonly SymbolHit[] };
