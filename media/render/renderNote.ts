import type { Token } from 'markdown-it';
import { useFootnoteList } from '../../src/core/notes/footnoteList';
import { createMarkdown } from '../../src/core/notes/markdown';
import { plainText } from '../../src/core/notes/plainText';
import type { PanelNote, PanelWords } from '../../src/protocol/panel';
import { useCode } from './code';
import { escapeHtml } from './escapeHtml';
import { useImages } from './images';
import { useLinks } from './links';
import { useTables } from './tables';
import { useTasks } from './tasks';

/**
 * A note as HTML: one `<section data-slug>` per heading (of the note's own level, not in a list or a quotation) with what
 * stands under it, and the footnotes behind them. It holds nothing that the note's author could make run: HTML in notes is shown as
 * text, links and images are those of `links.ts` and `images.ts`.
 */
export function renderNote(note: PanelNote, words: PanelWords): string {
  const markdown = createMarkdown();
  useLinks(markdown, note, words);
  useImages(markdown, note, words);
  useCode(markdown, note, words);
  useTables(markdown);
  useTasks(markdown, words);

  // A footnote may hold headings and anchors: these are counted where the author wrote them, before it goes to the end.
  markdown.core.ruler.push('note_headings', ({ tokens }) => nameHeadings(tokens, note.slugs));
  useFootnoteList(markdown, words);

  const tokens = markdown.parse(note.markdown, {});
  const [text, footnotes] = splitAtFootnotes(tokens);
  const sections = splitAtHeadings(text);
  const titled = titleSection(sections, note);
  const summary =
    (note.summary === undefined ? '' : `<p class="summary">${escapeHtml(note.summary)}</p>\n`) + readingTime(note, words);
  return sections.map(renderSection).join('') + renderTokens(footnotes);

  function renderSection(section: Token[], index: number): string {
    const heading = index === 0 ? [] : section.slice(0, 3);
    const slug = String(heading[0]?.attrGet('id') ?? '');
    const body = renderTokens(section.slice(heading.length));
    const ownTitle = index === 0 && titled === undefined ? `<h1>${escapeHtml(note.title)}</h1>\n` : '';
    const lead = ownTitle !== '' || (index > 0 && index === titled) ? summary : '';
    const content = ownTitle + renderTokens(heading) + lead + body;
    return content === '' ? '' : `<section data-slug="${escapeHtml(slug)}">\n${content}</section>\n`;
  }

  function renderTokens(tokens: Token[]): string {
    return markdown.renderer.render(tokens, markdown.options, {});
  }
}

/** Only where it is worth a plan: what takes a minute is read at once. */
function readingTime({ seconds }: PanelNote, words: PanelWords): string {
  const minutes = Math.round(seconds / 60);
  return minutes < 2 ? '' : `<p class="reading-time">${escapeHtml(words.readingTime.replace('{0}', String(minutes)))}</p>\n`;
}

/** Every heading is one of the note's sections, those in lists and quotations too. */
function nameHeadings(tokens: readonly Token[], slugs: readonly string[]): void {
  const headings = tokens.filter(({ type }) => type === 'heading_open');
  headings.forEach((heading, index) => heading.attrSet('id', slugs[index + 1] ?? ''));
}

/** The list of footnotes stands last, where there is one. */
function splitAtFootnotes(tokens: Token[]): [text: Token[], footnotes: Token[]] {
  const start = tokens.findIndex(({ type }) => type === 'footnote_list_open');
  return start < 0 ? [tokens, []] : [tokens.slice(0, start), tokens.slice(start)];
}

/** The first part is what stands before the first heading: often nothing. */
function splitAtHeadings(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.type === 'heading_open' && token.level === 0) parts.push([]);
    parts.at(-1)?.push(token);
  }
  return parts;
}

/** Which section's heading is the note's title: the first, if it is of level 1 or says the same. */
function titleSection(sections: readonly Token[][], note: PanelNote): number | undefined {
  const [open, text] = sections[1] ?? [];
  return open?.tag === 'h1' || plainText(text?.children ?? []) === note.title ? 1 : undefined;
}
