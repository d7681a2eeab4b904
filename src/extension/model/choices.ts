import type { Target } from '../../core/bindings/binding';

/** A place that an anchor may mean. */
export interface Choice {
  readonly target: Target;
  readonly name: string;
  /** The file and the line. */
  readonly place: string;
  /** Says why it may be meant, where that is not certain. */
  readonly why?: string;
}

/** Everything that can be done about an anchor that does not surely lead to one place. */
export interface Choices {
  readonly title: string;
  /** Sentences: what stands in the note, what is meant by it, and how it stands. */
  readonly facts: readonly string[];
  /** Those that fit come before what is there around it. */
  readonly groups: readonly { readonly title?: string; readonly choices: readonly Choice[] }[];
  /** Whether a choice can be written into the note in place of the anchor. */
  readonly canBeWritten: boolean;
  /** The name to search for. */
  readonly wanted: string;
}

/** What the reader has chosen to do about an anchor. */
export type Chosen = { readonly act: 'open' | 'write'; readonly choice: Choice } | { readonly act: 'search' | 'markdown' };
