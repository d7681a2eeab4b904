import { withoutComments } from '../htmlComments';
import type { Note } from '../note';

/** A part of a note that another renderer of Markdown shall show: the editor's hover. */
export interface QuotationRequest {
  /** Whole lines of the note. */
  readonly passage: string;
  /** The lines of the note that define its reference links, as far as anyone can tell without parsing it. */
  readonly definitions: readonly string[];
  /** The address of the note's folder, and of the folder of notes around it; both end with a slash. */
  readonly base: string;
  readonly root: string;
}

/** A link's destination as the note has it: an anchor, or a file or section of the notes. */
export interface QuotedLink {
  readonly kind: 'anchor' | 'file';
  readonly href: string;
}

/**
 * Markdown in which nothing has a meaning but what the parser of notes saw. Where a destination belongs stands the number of a
 * link between two NUL characters; the parser leaves no such character in what a note says.
 */
export interface Quotation {
  readonly markdown: string;
  readonly links: readonly QuotedLink[];
}

/**
 * Returns the lines of a note that can define a reference link. Those in code are among them, and none that goes on in a second
 * line is whole; the text of such a link stays text.
 */
export function definitionsIn(note: Note): string[] {
  return withoutComments(note)
    .split(/\r\n|\r|\n/)
    .filter((line) => /^ {0,3}\[(?!\^)[^\]]+\]:/.test(line));
}

/** Returns the Markdown of a quotation with the destinations that `address` gives for its links. */
export function withDestinations({ markdown, links }: Quotation, address: (link: QuotedLink) => string): string {
  return markdown.replace(/\0(\d+)\0/g, (_, number: string) => {
    const link = links[Number(number)];
    return link === undefined ? '' : address(link);
  });
}
