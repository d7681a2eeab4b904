import type { TextFragment } from '../syntax/textFragment';

/** A symbol path in its parts. A `$` stands where the author wrote it; the design says where it may be left out. */
export type AnchorTarget =
  /** A type, a package, or a member of a type. Only resolving it tells whether `type` is a type or a package. */
  | { readonly kind: 'symbol'; readonly type: string; readonly member?: string; readonly parameters?: readonly string[] }
  /** A file that has no symbols; the path is relative to the root of the source tree, without the leading slash. */
  | { readonly kind: 'file'; readonly file: string };

/** A well-formed anchor as written, and its parts. */
export interface Anchor {
  /** The link destination as written, `kafka:` included. */
  readonly text: string;
  readonly target: AnchorTarget;
  readonly fragment?: TextFragment;
}

/** The error in an anchor's text; `offset` counts UTF-16 units from the start of the text, `kafka:` included. */
export interface AnchorError {
  readonly code:
    | 'anchor/empty'
    | 'anchor/type'
    | 'anchor/member'
    | 'anchor/parameters'
    | 'anchor/file'
    | 'anchor/fragment'
    | 'anchor/encoding'
    | 'anchor/lineNumber';
  readonly offset: number;
  readonly length: number;
}

export type ParsedAnchor = { readonly ok: true; readonly anchor: Anchor } | { readonly ok: false; readonly error: AnchorError };
