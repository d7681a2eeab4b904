import type { TextFragment } from '../syntax/textFragment';
import type { Range } from '../util/range';

/**
 * A file to read. It has a `text` where the editor holds a version that is not on disk; otherwise the worker reads the file
 * itself.
 */
export interface SourceRequest {
  /** The name that comes back in the answer: relative to the source tree's root. */
  readonly file: string;
  readonly uri: string;
  readonly text?: string;
}

/** A file as an editor holds it. */
export type OpenSource = SourceRequest & { readonly text: string };

/** A fragment to find inside a part of a file. */
export interface FragmentRequest {
  readonly within?: Range;
  readonly fragment: TextFragment;
}
