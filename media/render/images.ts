import type { MarkdownIt } from 'markdown-it';
import { plainText } from '../../src/core/notes/plainText';
import type { PanelNote, PanelWords } from '../../src/protocol/panel';
import { escapeHtml } from './escapeHtml';

/**
 * The address of a note's image, or undefined where it may not be shown: only files of the same folder of notes are, and none
 * by an absolute address. `base` and `root` end with a slash. Encoded separators are refused, since whoever serves the file may
 * decode them after the address was checked.
 */
export function imageAddress(source: string, base: string, root: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:/i.test(source) || /^[/\\]/.test(source) || /\\|%2f|%5c|%00/i.test(source)) return undefined;
  if (!URL.canParse(source, base) || !URL.canParse(root)) return undefined;
  const address = new URL(source, base).href;
  // As the parser writes it: the editor's addresses have an encoded host.
  return address.startsWith(new URL(root).href) ? address : undefined;
}

/** An image is a button that shows it in its own size and back, for a narrow panel; inside a link it is only an image. */
export function useImages(markdown: MarkdownIt, note: PanelNote, words: PanelWords): void {
  markdown.renderer.rules.image = (tokens, at) => {
    const token = tokens[at];
    const alt = escapeHtml(plainText(token?.children ?? []));
    const address = imageAddress(String(token?.attrGet('src') ?? ''), note.base, note.root);
    if (address === undefined) return `<span class="left-out">${escapeHtml(words.imageLeftOut).replace('{0}', () => alt)}</span>`;
    const title = token?.attrGet('title');
    const titled = title === null || title === undefined ? '' : ` title="${escapeHtml(String(title))}"`;
    const image = `<img src="${escapeHtml(address)}" alt="${alt}"${titled}>`;
    const linked =
      tokens.slice(0, at).reduce((depth, { type }) => depth + Number(type === 'link_open') - Number(type === 'link_close'), 0) >
      0;
    if (linked) return image;
    const enlarge = escapeHtml(words.enlarge);
    return `<span class="picture"><button type="button" data-enlarge aria-expanded="false" title="${enlarge}">${image}</button></span>`;
  };
}
