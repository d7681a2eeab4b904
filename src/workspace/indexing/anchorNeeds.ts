import type { PendingSearch } from '../../core/bindings/bindingIndex';
import type { Range } from '../../core/util/range';

/** Quotes of one file to look for. */
export interface QuotesOfFile {
  readonly file: string;
  readonly searches: readonly PendingSearch[];
}

/**
 * The needs of the anchors of notes in one tree. Others ask it for work and tell it the answers; it never asks for either
 * itself.
 */
export interface AnchorNeeds {
  /** Resolves when some more is bound, after which there may be more to wait for; undefined where all is bound. */
  readonly binding: Promise<void> | undefined;
  /**
   * Tells whether everything that the anchors need is there: none waits for a file or a quote, and the whole tree is indexed where
   * one of them misses its symbol.
   */
  readonly isSettled: boolean;
  /** Returns at most `most` files that are neither indexed nor asked for and that anchors wait for. */
  waitingFor(most: number, isAsked: (file: string) => boolean): readonly string[];
  /** Returns the quotes of one file that nobody looks for yet; the `first` files come before all others. */
  nextQuotes(first: ReadonlySet<string>, isSearched: (id: number) => boolean): QuotesOfFile | undefined;
  /** Takes the places of each search's quote; `places` is undefined where the file could not be read. */
  answer(searches: readonly PendingSearch[], places: readonly (readonly Range[])[] | undefined): void;
}
