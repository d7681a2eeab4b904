import type { Token } from 'markdown-it';
import { comparePositions, type Range } from '../util/range';
import { LineIndex } from '../util/lineIndex';
import type { Span } from '../util/span';
import type { AnchorPlace } from './anchorPlace';
import { findCodeAnchors, isAnnotatedCode } from './code/codeAnchors';
import { findDiagramAnchors, isDiagram } from './diagrams/diagramAnchors';
import { Entries, type Entry } from './entries';
import { isExcerpt, readExcerptFence } from './excerptFence';
import { nameAnchor } from './nameAnchor';
import { isUnclosedFence } from './fences';
import { parseFrontMatter } from './frontMatter';
import { readGlossary } from './glossary/glossary';
import { findHtmlComments } from './htmlComments';
import { InlineSource } from './inlineSource';
import { LinkFinder, type FoundLink } from './links';
import { writtenOffset } from './linkSource';
import type { Note, NoteAnchor, NoteLink, NoteProblem } from './note';
import { withoutExtension } from './noteFile';
import { isAnchorText, parseAnchor } from './parseAnchor';
import { plainText, textOfToken } from './plainText';
import { createPositionedMarkdown, type ParsedMarkdown } from './positionedMarkdown';
import { SectionList } from './sections';
import { findTrailLists, type TrailList } from './trailList';

/** The length of the longest note that is parsed, in UTF-16 units. */
export const longestNote = 5_000_000;

/** Parses notes. One parser serves any number of them. */
export class NoteParser {
  private readonly parseMarkdown = createPositionedMarkdown();

  /**
   * Parses a note. It never throws, however broken the text is: errors become problems of the note, behind those of decoding its
   * file.
   */
  read(uri: string, text: string, decoding: readonly NoteProblem[] = []): Note {
    const shown = text.startsWith('\uFEFF') ? text.slice(1) : text;
    // Markdown replaces U+0000 by U+FFFD.
    const lines = new LineIndex(shown.replaceAll('\0', '\uFFFD'));
    if (shown.length > longestNote) return tooLarge(uri, shown, lines, decoding);
    const frontMatter = parseFrontMatter(shown, lines);
    const parse = this.walk(shown, lines, frontMatter.bodyLine);
    const sections = parse.sections.finish(lines.positionAt(shown.length));
    const firstHeading = sections.find(({ level, title }) => level > 0 && title !== '');
    const problems = [...decoding, ...(frontMatter.problem === undefined ? [] : [frontMatter.problem]), ...parse.problems];
    return {
      uri,
      title: nonEmpty(frontMatter.title) ?? firstHeading?.title ?? fileTitle(uri),
      ...(nonEmpty(frontMatter.summary) === undefined ? {} : { summary: frontMatter.summary ?? '' }),
      text: shown,
      bodyLine: frontMatter.bodyLine,
      sections,
      anchors: parse.anchors,
      links: parse.links,
      problems: onePerPlace(problems),
      ...(parse.trails.length > 0 && { trails: parse.trails }),
      ...(parse.comments.length > 0 && { comments: parse.comments }),
      ...(frontMatter.kind === 'glossary' && { glossary: readGlossary(parse.tokens) }),
    };
  }

  /** Returns the blocks of a note's text, as Markdown's parser gives them. A text that is too long has none. */
  blocks(text: string): readonly Token[] {
    if (text.length > longestNote) return [];
    const lines = new LineIndex(text);
    return this.parse(text, lines, parseFrontMatter(text, lines).bodyLine).tokens;
  }

  /** Returns the places of the anchors among the words of a note's text, in the order of {@link Note.anchors}. */
  places(text: string): readonly AnchorPlace[] {
    if (text.length > longestNote) return [];
    const lines = new LineIndex(text.replaceAll('\0', '\uFFFD'));
    return this.walk(text, lines, parseFrontMatter(text, lines).bodyLine).places;
  }

  private walk(text: string, lines: LineIndex, bodyLine: number): NoteParse {
    const parse = new NoteParse(text, lines, this.parse(text, lines, bodyLine));
    parse.run();
    return parse;
  }

  private parse(text: string, lines: LineIndex, bodyLine: number): ParsedMarkdown {
    return this.parseMarkdown('\n'.repeat(bodyLine) + text.slice(lines.startOf(bodyLine)));
  }
}

/** Parses one note. */
export function parseNote(uri: string, text: string, decoding: readonly NoteProblem[] = []): Note {
  return new NoteParser().read(uri, text, decoding);
}

function tooLarge(uri: string, text: string, lines: LineIndex, decoding: readonly NoteProblem[]): Note {
  return {
    uri,
    title: fileTitle(uri),
    text,
    bodyLine: 0,
    sections: new SectionList().finish(lines.positionAt(text.length)),
    anchors: [],
    links: [],
    problems: [...decoding, { code: 'note/tooLarge', range: lines.range(0, 0), args: [String(longestNote)] }],
  };
}

/** One walk over a note's tokens. */
class NoteParse {
  readonly sections = new SectionList();
  readonly anchors: NoteAnchor[] = [];
  readonly links: NoteLink[] = [];
  readonly problems: NoteProblem[] = [];
  readonly comments: Span[] = [];
  /** The places of the anchors, one for each. */
  readonly places: AnchorPlace[] = [];
  trails: readonly TrailList[] = [];
  /** The indices of the anchors with which a block's words begin. */
  private readonly begin = new Map<Token, number>();
  private readonly finder: LinkFinder;

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly parsed: ParsedMarkdown,
  ) {
    this.finder = new LinkFinder(text, lines, parsed);
  }

  get tokens(): readonly Token[] {
    return this.parsed.tokens;
  }

  run(): void {
    const { tokens } = this;
    const entries = new Entries(tokens);
    tokens.forEach((token, index) => {
      entries.enter(index);
      const next = tokens[index + 1];
      if (token.type === 'heading_open' && token.map !== null) {
        const start = this.lines.positionAt(this.lines.startOf(token.map[0]));
        this.sections.add(Number(token.tag.slice(1)), plainText(next?.children ?? []), start);
      } else if (token.type === 'inline' && token.map !== null) {
        const heading = tokens[index - 1]?.type === 'heading_open';
        const isAtx = heading && tokens[index - 1]?.markup.startsWith('#') === true;
        const source = InlineSource.ofLines(token.content, token.map[0], isAtx, this.lines);
        const kind = heading ? ({ role: 'subject' } as const) : kindIn(entries.at(index));
        this.readInline(token, source, { blocks: [token], isWhole: heading }, kind);
      } else if (token.type === 'tr_open' && token.map !== null) {
        const cells = cellsOf(tokens, index);
        const sources = InlineSource.ofCells(cells, token.map[0], this.lines);
        cells.forEach((cell, at) => {
          const source = sources[at];
          if (source !== undefined) this.readInline(cell, source, { blocks: cells, isWhole: true }, kindIn(entries.at(index)));
        });
      } else if (token.type === 'fence' && token.map !== null) {
        const [line] = token.map;
        if (isDiagram(token.info)) this.readDiagram(token.content, line + 1);
        else if (isExcerpt(token.info)) this.readExcerpt(token, line);
        else if (isAnnotatedCode(token.info)) this.readCode(token.content, token.info, line + 1);
        if (isUnclosedFence(token, this.lines)) this.addUnclosed(token.markup, line);
      } else if (token.type === 'html_block' && token.map !== null) {
        this.readHtml(token.content, 0, InlineSource.ofLines(token.content, token.map[0], false, this.lines));
      }
    });
    this.trails = findTrailLists(tokens, this.begin, (anchor) => this.anchors[anchor]?.section ?? 0);
  }

  private addUnclosed(markup: string, line: number): void {
    this.problems.push({ code: 'note/unclosedFence', range: this.rangeOfMark(markup, line), args: [markup] });
  }

  /** Returns the place of the mark that opens a fence in a line. */
  private rangeOfMark(markup: string, line: number): Range {
    const start = this.lines.startOf(line) + this.lines.line(line).indexOf(markup);
    return this.lines.range(start, start + markup.length);
  }

  private readExcerpt({ content, markup }: Token, line: number): void {
    const found = readExcerptFence(content);
    if (found.kind === 'empty') {
      this.problems.push({ code: 'note/emptyExcerpt', range: this.rangeOfMark(markup, line), args: [] });
      return;
    }
    const source = InlineSource.ofLines(content, line + 1, false, this.lines);
    const [start, end] = [source.offset(found.start), source.offset(found.end - 1) + 1];
    if (found.kind === 'severalLines') {
      this.problems.push({ code: 'note/excerptLines', range: this.lines.range(start, end), args: [] });
      return;
    }
    const { text, added } = found;
    const label = nameAnchor({ text, parsed: parseAnchor(text) });
    this.places.push({ kind: 'code', label });
    const link = { destination: text, label, start, end, linkRange: this.lines.range(start, end) };
    this.addAnchor(link, { role: 'mention', inBlock: 'excerpt' }, (at) => Math.max(0, at - added));
  }

  /** Collects the comments of raw HTML that starts at `at` in the content of `source`. */
  private readHtml(html: string, at: number, source: InlineSource): void {
    for (const { start, end } of findHtmlComments(html)) {
      this.comments.push({ start: source.offset(at + start), end: source.offset(at + end - 1) + 1 });
    }
  }

  private readDiagram(content: string, firstLine: number): void {
    const found = findDiagramAnchors(content);
    if (found.length === 0) return;
    const source = InlineSource.ofLines(content, firstLine, false, this.lines);
    const lines = content.split('\n');
    for (const anchor of found) {
      const { text, label, start, end, statement } = anchor;
      this.places.push({ kind: 'diagram', lines, anchor });
      const linkRange = this.lines.range(source.offset(statement.start), source.offset(statement.end));
      const place = { start: source.offset(start), end: source.offset(end), linkRange };
      this.addAnchor({ destination: text, label, ...place }, { role: 'mention', inBlock: 'diagram' }, (at) => at);
    }
  }

  private readCode(content: string, info: string, firstLine: number): void {
    const found = findCodeAnchors(content, info);
    if (found.length === 0) return;
    const source = InlineSource.ofLines(content, firstLine, false, this.lines);
    for (const { text, label, ...place } of found) {
      const [start, end] = [source.offset(place.start), source.offset(place.end)];
      this.places.push({ kind: 'code', label: label || text });
      const link = { destination: text, label: label || text, start, end, linkRange: this.lines.range(start, end) };
      this.addAnchor(link, { role: 'mention', inBlock: 'code' }, (at) => at);
    }
  }

  private readInline(
    token: Token,
    source: InlineSource,
    around: { readonly blocks: readonly Token[]; readonly isWhole: boolean },
    kind: AnchorKind,
  ): void {
    const { links, failed } = this.finder.find(token, source);
    for (const child of token.children ?? []) {
      const at = this.parsed.positionOf(child);
      if (child.type === 'html_inline' && at !== undefined) this.readHtml(child.content, at, source);
    }
    for (const link of links) {
      const written = (): string => this.text.slice(link.start, link.end);
      if (!link.isImage && isAnchorText(link.destination)) {
        this.places.push({ kind: 'text', ...around, block: token, token: link.token });
        if (link === links[0] && beginsAt(token, link.token)) this.begin.set(token, this.anchors.length);
        this.addAnchor(link, kind, (at) => writtenOffset(written(), at));
      } else this.links.push({ href: link.destination, isImage: link.isImage, range: this.lines.range(link.start, link.end) });
    }
    for (const { start, end } of failed) {
      this.problems.push({ code: 'note/notALink', range: this.lines.range(start, end), args: [this.text.slice(start, end)] });
    }
  }

  /** Adds an anchor and its problem. `written` maps an offset in the destination to one in the text that the author wrote. */
  private addAnchor(
    link: Omit<FoundLink, 'isImage' | 'token'>,
    kind: AnchorKind,
    written: (offset: number) => number,
  ): void {
    const text = link.destination;
    const parsed = parseAnchor(text);
    this.anchors.push({
      text,
      range: this.lines.range(link.start, link.end),
      linkRange: link.linkRange,
      label: link.label,
      parsed,
      section: this.sections.current,
      ...kind,
    });
    if (parsed.ok) return;
    const { code, offset, length } = parsed.error;
    const place = (at: number): number => link.start + written(at);
    this.problems.push({ code, range: this.lines.range(place(offset), place(offset + length)), args: [text] });
  }
}

/** What the place of an anchor in a note makes of it. */
type AnchorKind = Pick<NoteAnchor, 'role' | 'entry' | 'inBlock'>;

function kindIn(entry: Entry | undefined): AnchorKind {
  return entry === undefined ? { role: 'mention' } : { role: 'reference', entry };
}

/** Returns whether nothing but marks and comments stands before one of a block's tokens. */
function beginsAt({ children }: Token, index: number): boolean {
  const before = (children ?? []).slice(0, index);
  return before.every((token) => token.type !== 'image' && textOfToken(token).trim() === '');
}

function cellsOf(tokens: readonly Token[], row: number): Token[] {
  const cells = [];
  for (let at = row + 1; at < tokens.length && tokens[at]?.type !== 'tr_close'; at++) {
    const token = tokens[at];
    if (token?.type === 'inline') cells.push(token);
  }
  return cells;
}

/** Keeps one problem for each place: a broken definition that two links use is wrong once. */
function onePerPlace(problems: readonly NoteProblem[]): NoteProblem[] {
  const places = new Map(problems.map((one) => [`${one.code} ${one.range.start.line}:${one.range.start.character}`, one]));
  return [...places.values()].sort(
    (one, other) => comparePositions(one.range.start, other.range.start),
  );
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** Returns the last part of the URI, without its extension. */
function fileTitle(uri: string): string {
  const name = withoutExtension(uri.slice(uri.lastIndexOf('/') + 1));
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
