import { longestExcerpt } from '../../src/core/excerpts/excerptCode';
import { readExcerptFence } from '../../src/core/notes/excerptFence';
import { nameAnchor } from '../../src/core/notes/nameAnchor';
import { parseAnchor } from '../../src/core/notes/parseAnchor';
import type { PanelExcerpt, PanelNote, PanelWords } from '../../src/protocol/panel';
import { escapeHtml } from './escapeHtml';
import type { Highlighter } from './highlighter';
import { anchorAttributes } from './links';

/** The parts of an excerpt as HTML. Each is replaced only where it is another one, so that the others keep focus and selection. */
export interface ExcerptParts {
  readonly head: string;
  readonly state: string;
  readonly code: string;
  readonly foot: string;
}

/**
 * Renders a fence `kafka` before its code is there: the name of the code as a link. `data-excerpt` is the index of its anchor in the
 * note's anchors. A fence that holds no anchor says why, and shows what is written in it.
 */
export function renderExcerptFence(content: string, note: PanelNote, words: PanelWords): string {
  const fence = readExcerptFence(content);
  const index = fence.kind === 'anchor' ? note.anchors.findIndex(({ text }) => text === fence.text) : -1;
  if (index < 0) {
    const why = `<p class="state">${escapeHtml(fence.kind === 'empty' ? words.excerptEmpty : words.excerptLines)}</p>`;
    const written = content.trim() === '' ? '' : `<div class="code"><pre><code>${escapeHtml(content)}</code></pre></div>`;
    return `<figure class="excerpt">${why}${written}</figure>\n`;
  }
  const anchor = note.anchors[index];
  const isMalformed = anchor?.state === 'malformed';
  const { head, state, code, foot } = renderExcerpt(undefined, index, note, words);
  return (
    `<figure class="excerpt" data-excerpt="${index}"${isMalformed ? '' : ' aria-busy="true"'}>` +
    `<figcaption data-part="head">${head}</figcaption><div data-part="state">${state}</div>` +
    `<div data-part="code">${code}</div><div data-part="foot">${foot}</div></figure>\n`
  );
}

/** Renders an excerpt; undefined: before the host has said anything of it. */
export function renderExcerpt(
  excerpt: PanelExcerpt | undefined,
  index: number,
  note: PanelNote,
  words: PanelWords,
  highlight?: Highlighter,
): ExcerptParts {
  const { text, state, title } = note.anchors[index] ?? { text: '', state: 'malformed', title: '' };
  const code = excerpt?.code;
  const name = code?.place ?? nameAnchor({ text, parsed: parseAnchor(text) });
  const copy = code === undefined ? '' : `<button type="button" class="copy" data-copy>${escapeHtml(words.copy)}</button>`;
  const said = state === 'malformed' ? title : excerpt === undefined ? words.excerptComes : excerpt.state;
  return {
    head: `<a${anchorAttributes(note, index)}>${escapeHtml(name)}</a>${copy}`,
    state: (said === undefined ? '' : `<p class="state">${escapeHtml(said)}</p>`) + renderPlaces(excerpt),
    code: code === undefined ? '' : renderCode(code.text, code.language, highlight),
    foot: code === undefined ? '' : renderFoot(code, index, note, words),
  };
}

function renderCode(text: string, language: string, highlight: Highlighter | undefined): string {
  return `<div class="code"><pre><code>${highlight?.(text, language) ?? escapeHtml(text)}</code></pre></div>`;
}

function renderPlaces(excerpt: PanelExcerpt | undefined): string {
  if (excerpt === undefined || excerpt.places.length === 0) return '';
  const items = excerpt.places.map(
    ({ name, place }) => `<li><button type="button" data-place="${escapeHtml(place)}">${escapeHtml(name)}</button></li>`,
  );
  return `<ul>${items.join('')}</ul>`;
}

/** Renders what leads to the rest of the code: a button, and where even that does not show everything, a link into the file. */
function renderFoot(
  { left, isLong, text }: NonNullable<PanelExcerpt['code']>,
  index: number,
  note: PanelNote,
  words: PanelWords,
): string {
  if (left === 0 && !isLong) return '';
  const shown = text.split('\n').length;
  const label = isLong ? words.excerptLess : words.excerptMore.replace('{0}', String(Math.min(shown + left, longestExcerpt)));
  const button = `<button type="button" data-more="${index}" aria-expanded="${isLong}">${escapeHtml(label)}</button>`;
  if (left === 0 || !isLong) return button;
  const rest = words.excerptRest.replace('{0}', String(shown)).replace('{1}', String(shown + left));
  return `${button}<a${anchorAttributes(note, index)}>${escapeHtml(rest)}</a>`;
}
