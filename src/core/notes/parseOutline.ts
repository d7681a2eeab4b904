import type { Token } from 'markdown-it';
import type { Range } from '../util/range';
import { LineIndex } from '../util/lineIndex';
import { parseFrontMatter } from './frontMatter';
import { plainText, textOfToken } from './plainText';
import { createMarkdown } from './markdown';
import type { NotesOutline, OutlineChapter, OutlineEntry } from './note';
import { isAnchorText } from './parseAnchor';

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/**
 * Reads the outline of a notes folder from the text of its README.md. Chapters are headings, entries are list items with
 * a box or a link, nested as the lists are. `[x]` with a link, or a link without a box, is written. Prose is not part of it.
 */
export function parseOutline(readme: string): NotesOutline {
  const text = readme.startsWith('\uFEFF') ? readme.slice(1) : readme;
  const lines = new LineIndex(text);
  const { title, bodyLine } = parseFrontMatter(text, lines);
  const body = '\n'.repeat(bodyLine) + text.slice(lines.startOf(bodyLine));
  return new OutlineParse(createMarkdown().parse(body, {}), lines).read(title);
}

class OutlineParse {
  private readonly chapters: { chapter: Growing<OutlineChapter>; level: number; hasProse: boolean }[] = [];
  private title: string | undefined;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly lines: LineIndex,
  ) {}

  read(frontTitle: string | undefined): NotesOutline {
    for (let at = 0; at < this.tokens.length; at++) {
      const token = this.tokens[at];
      if (token?.type === 'heading_open' && token.level === 0) this.addHeading(token, plainText(this.tokens[at + 1]?.children ?? []));
      else if (token?.type === 'bullet_list_open' || token?.type === 'ordered_list_open') {
        const list = this.readList(at);
        if (list.entries.length > 0) this.chapterFor(list.entries).entries.push(...list.entries);
        else this.markProse();
        at = list.end;
      } else if (token?.type === 'paragraph_open' || (token?.type === 'html_block' && /\S/.test(textOfToken(token)))) this.markProse();
    }
    const chapters = this.chapters.filter(({ chapter, level, hasProse }) => chapter.entries.length > 0 || (level > 1 && !hasProse));
    return { title: frontTitle ?? this.title ?? '', chapters: chapters.map(({ chapter }) => chapter) };
  }

  private addHeading({ tag, map }: Token, title: string): void {
    const level = Number(tag.slice(1));
    if (level === 1) this.title ??= title;
    this.chapters.push({ level, hasProse: false, chapter: { title, range: this.lineRange(map?.[0] ?? 0), entries: [] } });
  }

  /** Entries before the first heading get a chapter without a title. */
  private chapterFor(entries: readonly OutlineEntry[]): Growing<OutlineChapter> {
    const last = this.chapters.at(-1);
    if (last !== undefined) return last.chapter;
    const chapter = { title: '', range: entries[0]?.range ?? this.lineRange(0), entries: [] };
    this.chapters.push({ level: 0, hasProse: false, chapter });
    return chapter;
  }

  private markProse(): void {
    const last = this.chapters.at(-1);
    if (last !== undefined) last.hasProse = true;
  }

  /** Reads a list from its first token on. `end` is the index of its last token. */
  private readList(start: number): { entries: OutlineEntry[]; end: number } {
    const entries: OutlineEntry[] = [];
    let at = start + 1;
    while (at < this.tokens.length && !isListEnd(this.tokens[at])) {
      const item = this.readItem(at);
      if (item.entry !== undefined) entries.push(item.entry);
      at = item.end + 1;
    }
    return { entries, end: at };
  }

  private readItem(start: number): { entry: OutlineEntry | undefined; end: number } {
    let line: Token | undefined;
    const children: OutlineEntry[] = [];
    let at = start + 1;
    for (; at < this.tokens.length && this.tokens[at]?.type !== 'list_item_close'; at++) {
      const token = this.tokens[at];
      // The text behind entries of the item is prose.
      if (token?.type === 'inline' && children.length === 0) line ??= token;
      else if (token?.type === 'bullet_list_open' || token?.type === 'ordered_list_open') {
        const list = this.readList(at);
        children.push(...list.entries);
        at = list.end;
      }
    }
    return { entry: this.entry(line, children, this.tokens[start]), end: at };
  }

  /** An item that holds only a list has no line of its own, and stands where it begins. */
  private entry(line: Token | undefined, children: readonly OutlineEntry[], item: Token | undefined): OutlineEntry | undefined {
    const text = plainText(line?.children ?? []);
    const box = /^\[([ xX])\](?:\s+|$)/.exec(text);
    const note = noteLink(line?.children ?? []);
    if (box === null && note === undefined && children.length === 0) return undefined;
    const firstLine = (line ?? item)?.map?.[0] ?? 0;
    return {
      title: text.slice(box?.[0].length ?? 0),
      written: note !== undefined && box?.[1] !== ' ',
      ...(box === null ? {} : { box: box[1] === ' ' ? 'empty' : 'checked' }),
      ...(note === undefined ? {} : { note }),
      range: this.lineRange(firstLine, line?.map?.[1]),
      children,
    };
  }

  private lineRange(first: number, end = first + 1): Range {
    return this.lines.range(this.lines.startOf(first), this.lines.endOf(end - 1));
  }
}

function isListEnd(token: Token | undefined): boolean {
  return token?.type === 'bullet_list_close' || token?.type === 'ordered_list_close';
}

/** Returns the path of the first link to a file, without `#section`. */
function noteLink(tokens: readonly Token[]): string | undefined {
  for (const token of tokens) {
    const href = token.type === 'link_open' ? String(token.attrGet('href')) : '';
    const path = href.split('#', 1)[0] ?? '';
    if (path === '' || isAnchorText(path) || /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(path)) continue;
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  }
  return undefined;
}
