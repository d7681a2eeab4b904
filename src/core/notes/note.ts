import type { Range } from '../util/range';
import type { Span } from '../util/span';
import type { Anchor, AnchorError } from './anchor';
import type { Entry } from './entries';
import type { GlossaryEntry } from './glossary/glossary';
import type { TrailList } from './trailList';

/**
 * What a section does with the code that one of its anchors names: it is about it (the anchor stands in its heading), mentions it, or
 * only refers to it from a table or a list of names (see `entries.ts`).
 */
export type NoteRole = 'subject' | 'mention' | 'reference';

/** The roles, the strongest first. */
export const noteRoles: readonly NoteRole[] = ['subject', 'mention', 'reference'];

/** An explicit anchor at its place in a note. */
export interface NoteAnchor {
  /** The link destination as written, `kafka:` included. */
  readonly text: string;
  /** The link destination in the note's text, without the `<>` around it. */
  readonly range: Range;
  /** The whole link, `[text](destination)`; in a diagram the whole statement, in code and in an excerpt the destination. */
  readonly linkRange: Range;
  /** The link's text as plain text; in a diagram what is drawn there, in a comment of code the code that it is about; for an excerpt a short name. */
  readonly label: string;
  readonly parsed: { readonly ok: true; readonly anchor: Anchor } | { readonly ok: false; readonly error: AnchorError };
  /** The index into {@link Note.sections} of the innermost section that it stands in. */
  readonly section: number;
  readonly role: NoteRole;
  /** The table's row or the list's item that a reference stands in. */
  readonly entry?: Entry;
  /** The kind of block, if it stands in one that has no sentences around its anchors. A fence `kafka` is an `excerpt`. */
  readonly inBlock?: 'diagram' | 'code' | 'excerpt';
}

/** A heading with the text under it, up to the next heading of any level. Section 0 is the text before the first heading. */
export interface Section {
  /** The level of the heading, 1 to 6; 0 for the part before the first heading. */
  readonly level: number;
  /** The heading as plain text; empty for section 0. */
  readonly title: string;
  /** The heading's slug as GitHub makes it, which is unique in the note. */
  readonly slug: string;
  /** The range of the section, the heading included. */
  readonly range: Range;
  /** The index of the nearest section before it with a smaller level; -1 for none. */
  readonly parent: number;
}

/** A link to another place than code, or an image. */
export interface NoteLink {
  /** The destination as written, without backslashes and entities. */
  readonly href: string;
  readonly isImage: boolean;
  /** The destination in the note's text, without the `<>` around it. */
  readonly range: Range;
}

/** A problem of a note itself, at its exact place. The edges put the code into words. */
export interface NoteProblem {
  readonly code:
    | 'note/frontMatter'
    | 'note/unclosedFence'
    /** A fence `kafka` holds no anchor, or more than one line. */
    | 'note/emptyExcerpt'
    | 'note/excerptLines'
    | 'note/notUtf8'
    | 'note/tooLarge'
    /** The file cannot be read. */
    | 'note/unreadable'
    /** A link leads to a note, a section or an image that is not there. The check raises it, since it knows the files. */
    | 'note/link'
    /** Markdown takes a `[text](kafka:…)` for plain text. */
    | 'note/notALink'
    /** An outline's entry says `[x]` but links to no note, or says `[ ]` though its note is there. The check raises them. */
    | 'outline/noNote'
    | 'outline/written'
    | AnchorError['code'];
  readonly range: Range;
  /** The values for the message's placeholders. */
  readonly args: readonly string[];
}

/** One parsed Markdown file. However broken the text is, there is a note, and its errors stand in `problems`. */
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
  /** All links and images other than anchors, in the order of the text. */
  readonly links: readonly NoteLink[];
  readonly problems: readonly NoteProblem[];
  /** The trails that are written as lists, in the order of the text. A note without any has no such property. */
  readonly trails?: readonly TrailList[];
  /** The comments of HTML, which no reader sees, in the order of the text. A note without any has no such property. */
  readonly comments?: readonly Span[];
  /** The entries of a glossary. Only a note whose front matter says `kind: glossary` has them. */
  readonly glossary?: readonly GlossaryEntry[];
}

/** One entry of the outline: a list item of the note folder's README.md. */
export interface OutlineEntry {
  readonly title: string;
  /** True if it links to its note and its box, if it has one, is checked. */
  readonly written: boolean;
  /** Its box: `[x]` or `[ ]`. */
  readonly box?: 'checked' | 'empty';
  /** The path of the note that it links to, relative to the README and percent-decoded; undefined if there is no link. */
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
