import type { Range } from '../util/range';
import type { Span } from '../util/span';
import type { Anchor, AnchorError } from './anchor';

/** An explicit anchor at its place in a note. */
export interface NoteAnchor {
  /** The link destination as written, `kafka:` included. */
  readonly text: string;
  /** The link destination in the note's text, without the `<>` around it. */
  readonly range: Range;
  /** The whole link, `[text](destination)`; in a diagram the whole statement, in code the destination. */
  readonly linkRange: Range;
  /** The link's text as plain text; in a diagram what is drawn there, in a comment of code the code that it is about. */
  readonly label: string;
  readonly parsed: { readonly ok: true; readonly anchor: Anchor } | { readonly ok: false; readonly error: AnchorError };
  /** Index into {@link Note.sections} of the innermost section it stands in. */
  readonly section: number;
  /** `subject`: it stands in its section's heading. `mention`: anywhere else. */
  readonly role: 'subject' | 'mention';
  /** Only where it stands in a block that has no sentences around its anchors. */
  readonly inBlock?: 'diagram' | 'code';
}

/** A heading and what stands under it, up to the next heading of any level. Section 0 is what stands before the first heading. */
export interface Section {
  /** 1 to 6; 0 for the part before the first heading. */
  readonly level: number;
  /** The heading as plain text; empty for section 0. */
  readonly title: string;
  /** Unique in the note: the heading's GitHub-style slug. */
  readonly slug: string;
  /** Heading line included. */
  readonly range: Range;
  /** Index of the nearest section before it with a smaller level; -1 for none. */
  readonly parent: number;
}

/** A link to another place than code, or an image. */
export interface NoteLink {
  /** As written, without backslashes and entities. */
  readonly href: string;
  readonly isImage: boolean;
  /** The destination in the note's text, without the `<>` around it. */
  readonly range: Range;
}

/** Something wrong with a note itself, at its exact place. The edges put the code into words. */
export interface NoteProblem {
  readonly code:
    | 'note/frontMatter'
    | 'note/unclosedFence'
    | 'note/notUtf8'
    | 'note/tooLarge'
    /** The file cannot be read. */
    | 'note/unreadable'
    /** A link to a note, a section or an image that is not there: raised by the check, which knows the files. */
    | 'note/link'
    /** `[text](kafka:…)` that Markdown takes for plain text. */
    | 'note/notALink'
    /** An outline's entry says `[x]` but links to no note; or `[ ]` though its note is there. Raised by the check. */
    | 'outline/noNote'
    | 'outline/written'
    | AnchorError['code'];
  readonly range: Range;
  /** Values for the message's placeholders. */
  readonly args: readonly string[];
}

/** One Markdown file, read. Always there, however broken the text: what is wrong stands in `problems`. */
export interface Note {
  /** The URI of the file, as a string. */
  readonly uri: string;
  /** The front matter's title, else the first heading, else the file's name. */
  readonly title: string;
  readonly summary?: string;
  readonly text: string;
  /** The first line (0-based) behind the front matter. */
  readonly bodyLine: number;
  readonly sections: readonly Section[];
  readonly anchors: readonly NoteAnchor[];
  /** All others than anchors, in the order of the text. */
  readonly links: readonly NoteLink[];
  readonly problems: readonly NoteProblem[];
  /** The comments of HTML, which no reader sees, in the order of the text; left out where there are none. */
  readonly comments?: readonly Span[];
}

/** One entry of the outline: a list item of the note folder's README.md. */
export interface OutlineEntry {
  readonly title: string;
  /** Links to its note, and its box, if it has one, is checked. */
  readonly written: boolean;
  /** Its box: `[x]` or `[ ]`. */
  readonly box?: 'checked' | 'empty';
  /** The note it links to, relative to the README, percent-decoded; undefined where there is no link. */
  readonly note?: string;
  readonly range: Range;
  readonly children: readonly OutlineEntry[];
}

export interface OutlineChapter {
  readonly title: string;
  readonly range: Range;
  readonly entries: readonly OutlineEntry[];
}

export interface NotesOutline {
  readonly title: string;
  readonly chapters: readonly OutlineChapter[];
}
