import type { NoteAnchor, NoteRole } from '../notes/note';
import type { SourceSymbol, UnindexedReason } from '../symbols/symbol';
import type { Range } from '../util/range';

/** The place that an anchor leads to. */
export interface Target {
  /** The path of the file, relative to the root of the source tree, with `/`. */
  readonly file: string;
  /** The symbol, or undefined for a package or a file without symbols. */
  readonly symbol?: SourceSymbol;
  /** The range to reveal: the fragment's place, else the symbol's name, else the start of the file. */
  readonly range: Range;
}

/** A symbol that could have been meant, and the reason to think so. */
export interface Candidate {
  readonly target: Target;
  readonly reason: 'sameName' | 'otherKind' | 'otherParameters' | 'otherContainer' | 'similarName' | 'caseDiffers';
}

/** The reason why nothing can be said yet. */
export type Unavailable = 'noSourceTree' | 'notIndexedYet' | UnindexedReason;

/** An anchor resolved against one source tree. The state is a closed union, and every view handles every member. */
export type BindingState =
  | { readonly state: 'exact'; readonly target: Target }
  /** The symbol is there but its text has changed; `similarity` is between 0 and 1. */
  | { readonly state: 'edited'; readonly target: Target; readonly similarity: number }
  | { readonly state: 'moved'; readonly target: Target; readonly from: string }
  | { readonly state: 'ambiguous'; readonly targets: readonly Target[] }
  /** Nothing fits; `fragment` means that the symbol is there but the quoted text is not in it. */
  | { readonly state: 'missing'; readonly what: 'symbol' | 'fragment' | 'file'; readonly candidates: readonly Candidate[] }
  | { readonly state: 'unavailable'; readonly why: Unavailable };

export interface Binding {
  /** The URI of the note. */
  readonly note: string;
  readonly anchor: NoteAnchor;
  readonly result: BindingState;
}

/** Returns the one target of a binding that surely leads somewhere; undefined where it has none or several. */
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

/** Returns whether an anchor leads to a quoted place and not to a whole symbol or file. */
export function isQuote({ anchor }: Pick<Binding, 'anchor'>): boolean {
  return anchor.parsed.ok && anchor.parsed.anchor.fragment !== undefined;
}

/** Returns what a binding's section does with the symbol as a whole: a section about a statement in it only mentions the symbol. */
export function roleForSymbol(binding: Pick<Binding, 'anchor'>): NoteRole {
  const { role } = binding.anchor;
  return role === 'subject' && isQuote(binding) ? 'mention' : role;
}

/** Returns whether several targets are places in one symbol, not several symbols. */
export function isOneSymbol(targets: readonly Target[]): boolean {
  return (
    new Set(targets.map(({ file, symbol }) => `${file} ${symbol?.nameRange.start.line}:${symbol?.nameRange.start.character}`))
      .size === 1
  );
}
