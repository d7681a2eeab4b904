import type { Token } from 'markdown-it';
import type { Range } from '../util/range';
import type { LineIndex } from '../util/lineIndex';
import type { InlineSource } from './inlineSource';
import { codeSpanEnd, readDefinition, readLinkTail, type Destination } from './linkSource';
import { plainText } from './plainText';
import type { ParsedMarkdown } from './positionedMarkdown';

/** A link or an image of a note, of whatever scheme. */
export interface FoundLink {
  readonly isImage: boolean;
  /** Without backslashes and entities, percent-encoding as written. */
  readonly destination: string;
  /** Offsets of the destination in the note, without `<>`; a reference link's stands in its definition. */
  readonly start: number;
  readonly end: number;
  readonly linkRange: Range;
  readonly label: string;
  /** Index of the token that opens it among the inline token's children. */
  readonly token: number;
}

/** What stands in one inline token. */
export interface InlineLinks {
  readonly links: readonly FoundLink[];
  /** Offsets of `kafka:…` behind `](` where Markdown sees no link, for there is a space in it or no `)`. */
  readonly failed: readonly { readonly start: number; readonly end: number }[];
}

/** Finds the links of one inline token with their exact places in the note. */
export class LinkFinder {
  private readonly definitions = new Map<string, Destination | undefined>();

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly parsed: ParsedMarkdown,
  ) {}

  find(inline: Token, source: InlineSource): InlineLinks {
    const { content } = inline;
    const links: FoundLink[] = [];
    /** What no failed link may stand in: half-open ranges of the content. */
    const taken: { start: number; end: number }[] = [];
    const tokens = inline.children ?? [];
    tokens.forEach((token, index) => {
      const at = this.parsed.positionOf(token);
      if (at === undefined) return;
      if (token.type === 'code_inline') taken.push({ start: at, end: codeSpanEnd(content, at, token.markup.length) });
      if (token.type === 'html_inline') taken.push({ start: at, end: at + token.content.length });
      if (token.type !== 'link_open' && token.type !== 'image') return;
      const isImage = token.type === 'image';
      const place = isImage ? this.place(content, token, at, this.parsed.labelEndOf(token)) : this.linkPlace(content, tokens, index, at);
      if (place === undefined) return;
      taken.push(place);
      const { destination, isInContent } = place;
      if (destination === undefined) return;
      const inNote = (offset: number): number => (isInContent ? source.offset(offset) : offset);
      links.push({
        isImage,
        destination: destination.text,
        start: inNote(destination.start),
        end: inNote(destination.end - 1) + 1,
        linkRange: this.lines.range(source.offset(place.start), source.offset(place.end - 1) + 1),
        label: plainText(isImage ? (token.children ?? []) : tokens.slice(index + 1, closeOf(tokens, index))),
        token: index,
      });
    });
    return { links, failed: failedLinks(content, taken).map(({ start, end }) => ({ start: source.offset(start), end: source.offset(end - 1) + 1 })) };
  }

  private linkPlace(content: string, tokens: readonly Token[], open: number, at: number): LinkPlace | undefined {
    const token = tokens[open];
    const close = tokens[closeOf(tokens, open)];
    if (token === undefined || close === undefined) return undefined;
    if (token.markup === 'autolink') {
      const end = content.indexOf('>', at);
      return { start: at, end: end + 1, isInContent: true, destination: { start: at + 1, end, text: content.slice(at + 1, end) } };
    }
    return this.place(content, token, at - 1, this.parsed.positionOf(close));
  }

  private place(content: string, token: Token, start: number, labelEnd: number | undefined): LinkPlace | undefined {
    if (labelEnd === undefined || labelEnd < 0) return undefined;
    const label = token.meta?.label;
    const reference = typeof label === 'string' ? label : undefined;
    const { destination, end } = readLinkTail(content, labelEnd, reference);
    if (reference === undefined) return { start, end, isInContent: true, destination };
    return { start, end, isInContent: false, destination: this.definition(reference) };
  }

  private definition(label: string): Destination | undefined {
    if (!this.definitions.has(label)) {
      const definition = this.parsed.definitions.get(label);
      this.definitions.set(label, definition && readDefinition(this.text, definition, this.lines));
    }
    return this.definitions.get(label);
  }
}

interface LinkPlace {
  readonly start: number;
  readonly end: number;
  /** Whether the destination's offsets count in the content, not in the note. */
  readonly isInContent: boolean;
  readonly destination: Destination | undefined;
}

/** Links do not nest, so the next end is the link's own. */
function closeOf(tokens: readonly Token[], open: number): number {
  let at = open + 1;
  while (at < tokens.length && tokens[at]?.type !== 'link_close') at++;
  return at;
}

/** `taken` in the order of their starts. */
function failedLinks(content: string, taken: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const failed = [];
  let next = 0;
  let takenUntil = 0;
  for (const match of content.matchAll(/\]\([ \t]*<?(kafka:[^)>\n]*)/gi)) {
    for (; (taken[next]?.start ?? Infinity) <= match.index; next++) takenUntil = Math.max(takenUntil, taken[next]?.end ?? 0);
    if (match.index < takenUntil || !opensLink(content, match.index)) continue;
    const end = match.index + match[0].length;
    failed.push({ start: end - (match[1] ?? '').length, end });
  }
  return failed;
}

/** Whether the link's text starts with a `[` that its author did not take back with a backslash. A text is seldom long. */
function opensLink(content: string, close: number): boolean {
  const before = content.slice(Math.max(0, close - 1000), close);
  const open = before.lastIndexOf('[');
  return open >= 0 && before[open - 1] !== '\\' && !before.endsWith('\\');
}
