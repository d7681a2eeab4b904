import type { Token } from 'markdown-it';
import { useFootnoteList } from '../../src/core/notes/footnoteList';
import { createMarkdown } from '../../src/core/notes/markdown';
import { plainText } from '../../src/core/notes/plainText';
import type { PanelNote, PanelWords } from '../../src/protocol/panel';
import { useAlertTitles } from './alerts';
import { useCode } from './code';
import { escapeHtml } from './escapeHtml';
import type { Highlighter } from './highlighter';
import { depthOfHtml, useHtmlTags } from './html';
import { useImages } from './images';
import { useLinks } from './links';
import { useMathsSource } from './maths';
import { useTables } from './tables';
import { useTasks } from './tasks';
import { useGlossary } from './terms';

/** What else the page has for rendering. */
interface RenderMeans {
  /** Gives code its colours. */
  readonly highlight?: Highlighter | undefined;
  /** It tells whether the HTML of the note is shown as text, as tags that are not known are. */
  readonly isHtmlText?: boolean;
}

/** Holds the slug of a heading. It is no `id`, since an author chooses it, and the page has ids of its own. */
const headingData = 'data-heading';

/**
 * Renders a note as HTML: one `<section data-slug>` for each heading of the note's own level (not in a list or a quotation) with the
 * text under it, and the footnotes at the end. The HTML holds nothing that the note's author could make run: HTML is that of
 * `html.ts`, and links and images are those of `links.ts` and `images.ts`.
 */
export function renderNote(note: PanelNote, words: PanelWords, { highlight, isHtmlText = false }: RenderMeans = {}): string {
  const markdown = createMarkdown();
  useLinks(markdown, note, words);
  const image = useImages(markdown, note, words);
  useHtmlTags(markdown, isHtmlText ? undefined : image);
  useAlertTitles(markdown, words);
  useMathsSource(markdown);
  useGlossary(markdown, note);
  useCode(markdown, note, words, highlight);
  useTables(markdown);
  useTasks(markdown, words);

  // A footnote may hold headings and anchors. They are counted where the author wrote them, before the footnote goes to the end.
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
    const slug = String(heading[0]?.attrGet(headingData) ?? '');
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

/** Renders the reading time, if it is longer than a minute: a shorter text is read at once. */
function readingTime({ seconds }: PanelNote, words: PanelWords): string {
  const minutes = Math.round(seconds / 60);
  return minutes < 2 ? '' : `<p class="reading-time">${escapeHtml(words.readingTime.replace('{0}', String(minutes)))}</p>\n`;
}

/** Gives each heading the slug of its section. Headings in lists, quotations and footnotes are sections too. */
function nameHeadings(tokens: readonly Token[], slugs: readonly string[]): void {
  const headings = tokens.filter(({ type }) => type === 'heading_open');
  headings.forEach((heading, index) => heading.attrSet(headingData, slugs[index + 1] ?? ''));
}

/** Splits off the list of footnotes, which stands last. */
function splitAtFootnotes(tokens: Token[]): [text: Token[], footnotes: Token[]] {
  const start = tokens.findIndex(({ type }) => type === 'footnote_list_open');
  return start < 0 ? [tokens, []] : [tokens.slice(0, start), tokens.slice(start)];
}

/** Splits a note at its headings. The first part stands before the first heading and is often empty. No heading in an element of HTML splits it. */
function splitAtHeadings(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += depthOfHtml(token);
    if (token.type === 'heading_open' && token.level === 0 && depth === 0) parts.push([]);
    parts.at(-1)?.push(token);
  }
  return parts;
}

/** Returns the section whose heading is the note's title: the first one, if it is of level 1 or says the same. */
function titleSection(sections: readonly Token[][], note: PanelNote): number | undefined {
  const [open, text] = sections[1] ?? [];
  return open?.tag === 'h1' || plainText(text?.children ?? []) === note.title ? 1 : undefined;
}
