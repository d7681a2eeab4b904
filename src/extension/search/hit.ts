import type { Target } from '../../core/bindings/binding';
import type { SymbolHit } from '../../core/search/search';
import type { NotePlace, SourceTree } from '../model/model';

/** What a row of the list stands for. */
export type Hit =
  | { readonly kind: 'note'; readonly place: NotePlace }
  /** A place in code, and the section that explains it where a note does. */
  | { readonly kind: 'code'; readonly tree: SourceTree; readonly target: Target; readonly note?: NotePlace };

/** Returns the place of a symbol's name. */
export function targetOfSymbol({ file, symbol }: SymbolHit): Target {
  return { file, symbol, range: symbol.nameRange };
}
