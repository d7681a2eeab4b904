import type { MarkdownIt, Token } from 'markdown-it';
import { isAnchorText } from '../../src/core/notes/parseAnchor';
import type { PanelAnchor, PanelNote, PanelWords } from '../../src/protocol/panel';
import { escapeHtml } from './escapeHtml';

/** The look of an anchor: the state's name is the class, see panel.css. */
export function anchorClass(state: PanelAnchor['state']): string {
  return `anchor ${state}`;
}

/** Where a link's destination leads; the page acts by it, see `page/clicks.ts`. */
type Destination =
  | { readonly kind: 'anchor' }
  /** A section of the same note. */
  | { readonly kind: 'section'; readonly slug: string }
  /** Another file of the notes: the host says whether it may be opened. */
  | { readonly kind: 'file' }
  /** The editor asks the reader before it opens it. */
  | { readonly kind: 'web' }
  /** Anything else, `command:` above all: shown as text. */
  | { readonly kind: 'inert' };

function destinationOf(href: string): Destination {
  if (isAnchorText(href)) return { kind: 'anchor' };
  if (/^(?:https?|mailto):/i.test(href)) return { kind: 'web' };
  if (/^[a-z][a-z\d+.-]*:/i.test(href) || /^[/\\]{2}/.test(href)) return { kind: 'inert' };
  return href.startsWith('#') ? { kind: 'section', slug: decode(href.slice(1)) } : { kind: 'file' };
}

/** Broken percent-encoding stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Gives every link the data that the page needs to act on a click: `data-anchor` (index in the note's anchors), `data-section`
 * (a slug), `data-file` (the destination as the parser has it); a link to the web is left to the editor. `data-occurrence` tells
 * the links to the same anchor apart, as `PanelStep` does.
 */
export function useLinks(markdown: MarkdownIt, note: PanelNote, words: PanelWords): void {
  // The parser normalises destinations (percent-encoding): compare what it made of both.
  const anchors = new Map(note.anchors.map(({ text }, index) => [markdown.normalizeLink(text), index]));
  const openTags: string[] = [];
  markdown.core.ruler.push('note_occurrences', ({ tokens }) => countOccurrences(tokens));

  markdown.renderer.rules.link_open = (tokens, at) => {
    const token = tokens[at];
    const href = String(token?.attrGet('href') ?? '');
    const title = token?.attrGet('title');
    const [tag, attributes] = open(href, title === null || title === undefined ? undefined : String(title), token?.attrGet(occurrence));
    openTags.push(tag);
    return `<${tag}${attributes}>`;
  };
  markdown.renderer.rules.link_close = () => `</${openTags.pop() ?? 'a'}>`;

  function open(href: string, title: string | undefined, which: unknown): [tag: string, attributes: string] {
    const destination = destinationOf(href);
    switch (destination.kind) {
      case 'anchor': {
        const known = anchors.get(href);
        // The host sends note and anchors together: an unknown one is a link that the host does not take for an anchor.
        if (known === undefined) return ['span', attributesOf({ class: 'inert', title: words.linkLeftOut })];
        return ['a', anchorAttributes(note, known) + attributesOf({ [occurrence]: String(which) })];
      }
      case 'section':
        return ['a', attributesOf({ href, title, 'data-section': destination.slug })];
      case 'file':
        return ['a', attributesOf({ href, title, 'data-file': href })];
      case 'web':
        return ['a', attributesOf({ href, title: title ?? href, class: 'web' })];
      case 'inert':
        return ['span', attributesOf({ class: 'inert', title: words.linkLeftOut })];
      default:
        return destination satisfies never;
    }
  }
}

const occurrence = 'data-occurrence';

function countOccurrences(tokens: readonly Token[]): void {
  const counts = new Map<string, number>();
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    const href = token.type === 'link_open' ? String(token.attrGet('href')) : '';
    if (!isAnchorText(href)) continue;
    const count = counts.get(href) ?? 0;
    token.attrSet(occurrence, String(count));
    counts.set(href, count + 1);
  }
}

/** Of a link to the anchor with an index: `data-anchor` is what a click goes by. */
export function anchorAttributes({ anchors }: PanelNote, index: number): string {
  const { text, state, title } = anchors[index] ?? { text: '', state: 'malformed', title: '' };
  return attributesOf({ href: text, class: anchorClass(state), title, 'data-anchor': String(index) });
}

function attributesOf(attributes: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`))
    .join('');
}
