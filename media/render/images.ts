import type { MarkdownIt, Token } from 'markdown-it';
import { imageAddress } from '../../src/core/notes/imageAddress';
import { plainText } from '../../src/core/notes/plainText';
import type { PanelNote, PanelWords } from '../../src/protocol/panel';
import { escapeHtml } from './escapeHtml';

/** Returns a function that tells whether a token stands in a link. It is fast where the tokens are asked for one behind the other. */
function linkFinder(): (tokens: readonly Token[], at: number) => boolean {
  let known: { readonly tokens: readonly Token[]; at: number; depth: number } | undefined;
  return (tokens, at) => {
    if (known?.tokens !== tokens || known.at > at) known = { tokens, at: 0, depth: 0 };
    for (; known.at < at; known.at++) {
      const type = tokens[known.at]?.type;
      known.depth += Number(type === 'link_open') - Number(type === 'link_close');
    }
    return known.depth > 0;
  };
}

/** Renders an image as a button that shows it in its own size and back, for a narrow panel. Inside a link it is only an image. */
export function useImages(markdown: MarkdownIt, note: PanelNote, words: PanelWords): void {
  const isInLink = linkFinder();
  markdown.renderer.rules.image = (tokens, at) => {
    const token = tokens[at];
    const alt = escapeHtml(plainText(token?.children ?? []));
    const address = imageAddress(String(token?.attrGet('src') ?? ''), note.base, note.root);
    if (address === undefined) return `<span class="left-out">${escapeHtml(words.imageLeftOut).replace('{0}', () => alt)}</span>`;
    const title = token?.attrGet('title');
    const titled = title === null || title === undefined ? '' : ` title="${escapeHtml(String(title))}"`;
    const image = `<img src="${escapeHtml(address)}" alt="${alt}"${titled}>`;
    if (isInLink(tokens, at)) return image;
    const enlarge = escapeHtml(words.enlarge);
    return `<span class="picture"><button type="button" data-enlarge aria-expanded="false" title="${enlarge}">${image}</button></span>`;
  };
}
