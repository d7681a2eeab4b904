import type { NoteAnchor } from '../notes/note';
import type { SourceSymbol, UnindexedReason } from '../symbols/symbol';
import type { Range } from '../util/range';

/** Where an anchor leads. */
export interface Target {
  /** Relative to the source tree's root, with `/`. */
  readonly file: string;
  /** Undefined for a package or a file without symbols. */
  readonly symbol?: SourceSymbol;
  /** What to reveal: the fragment's place, else the symbol's name, else the start of the file. */
  readonly range: Range;
}

/** A symbol that could have been meant, and why. */
export interface Candidate {
  readonly target: Target;
  readonly reason: 'sameName' | 'otherKind' | 'otherParameters' | 'otherContainer' | 'similarName' | 'caseDiffers';
}

/** Why nothing can be said yet. */
export type Unavailable = 'noSourceTree' | 'notIndexedYet' | UnindexedReason;

/** An anchor resolved against one source tree: a closed union, and every view handles every member. */
export type BindingState =
  | { readonly state: 'exact'; readonly target: Target }
  /** `similarity` in 0…1. */
  | { readonly state: 'edited'; readonly target: Target; readonly similarity: number }
  | { readonly state: 'moved'; readonly target: Target; readonly from: string }
  | { readonly state: 'ambiguous'; readonly targets: readonly Target[] }
  /** `fragment`: the symbol is there but the quoted text is not in it. */
  | { readonly state: 'missing'; readonly what: 'symbol' | 'fragment' | 'file'; readonly candidates: readonly Candidate[] }
  | { readonly state: 'unavailable'; readonly why: Unavailable };

export interface Binding {
  /** The URI of the note. */
  readonly note: string;
  readonly anchor: NoteAnchor;
  readonly result: BindingState;
}

/** The target that a binding surely has; undefined where it has none or several. */
export function targetOf(result: BindingState): Target | undefined {
  switch (result.state) {
    case 'exact':
    case 'edited':
    case 'moved':
      return result.target;
    case 'ambiguous':
    case 'missing':
    case 'unavailable':
      return undefined;
    default:
      return result satisfies never;
  }
}
