import { withoutComments } from '../htmlComments';
import type { AlertWords } from '../alerts';
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
  /** The titles of alerts. */
  readonly alerts?: AlertWords;
}

/** A link's destination as the note has it: an anchor, or a file or section of the notes. */
export interface QuotedLink {
  readonly kind: 'anchor' | 'file';
  readonly href: string;
}

/**
 * Markdown in which nothing has a meaning but what the parser of notes saw. Where a destination belongs stands the number of a
 * link between two NUL characters; the parser leaves no such character in what a note says. In the place of an excerpt stands a line
 * that ends with its number between `\0x` and `\0`.
 */
export interface Quotation {
  readonly markdown: string;
  readonly links: readonly QuotedLink[];
  /** The anchors of the excerpts. */
  readonly excerpts: readonly string[];
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

/**
 * Returns the Markdown of a quotation with the lines that `write` gives for its excerpts, which become blocks of their own in the list
 * or quotation around them. Destinations are to be put in before, so that nothing in the lines is taken for one.
 */
export function withExcerpts(markdown: string, excerpts: readonly string[], write: (anchor: string) => readonly string[]): string {
  if (excerpts.length === 0) return markdown;
  const lines = markdown.split('\n').flatMap((line) => {
    const [, before, number] = /^(.*)\0x(\d+)\0$/.exec(line) ?? [];
    const anchor = excerpts[Number(number)];
    if (before === undefined || anchor === undefined) return [line];
    // The mark of a list's item stands before its first line only.
    const others = before.replace(/[^>\s]/g, ' ');
    const [first = '', ...rest] = write(anchor);
    const own = [before + first, ...rest.map((one) => (others + one).trimEnd())];
    return others === before ? [before.trimEnd(), ...own] : own;
  });
  return lines.join('\n');
}
