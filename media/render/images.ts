import type { MarkdownIt, Token } from 'markdown-it';
import type { HtmlTag } from '../../src/core/notes/html/htmlPieces';
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

/** What an image shows, and how large it is to be, in pixels or in percent. */
interface Image {
  readonly source: string;
  readonly alt: string;
  readonly title?: string | undefined;
  readonly width?: string | undefined;
  readonly height?: string | undefined;
}

/**
 * Renders an image as a button that shows it in its own size and back, for a narrow panel. Inside a link it is only an image. Returns
 * what renders an image of HTML in the same way.
 */
export function useImages(
  markdown: MarkdownIt,
  note: PanelNote,
  words: PanelWords,
): (tokens: readonly Token[], at: number, tag: HtmlTag) => string {
  const isInLink = linkFinder();
  markdown.renderer.rules.image = (tokens, at) => {
    const token = tokens[at];
    const title = token?.attrGet('title');
    const source = String(token?.attrGet('src') ?? '');
    const shown = { source, alt: plainText(token?.children ?? []), title: typeof title === 'string' ? title : undefined };
    return render(shown, isInLink(tokens, at));
  };
  return (tokens, at, { attributes: { src, alt = '', title, width, height } }) => {
    // An image in a line is as high as its width makes it, where only the height is given in percent.
    const shown = { source: src ?? '', alt, title, width, height: height?.endsWith('%') === true ? undefined : height };
    return render(shown, isInLink(tokens, at));
  };

  function render({ source, alt: text, ...sizes }: Image, isPlain: boolean): string {
    const alt = escapeHtml(text);
    const address = imageAddress(source, note.base, note.root);
    if (address === undefined) return `<span class="left-out">${escapeHtml(words.imageLeftOut).replace('{0}', () => alt)}</span>`;
    const others = Object.entries(sizes).map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`));
    const image = `<img src="${escapeHtml(address)}" alt="${alt}"${others.join('')}>`;
    if (isPlain) return image;
    const enlarge = escapeHtml(words.enlarge);
    return `<span class="picture"><button type="button" data-enlarge aria-expanded="false" title="${enlarge}">${image}</button></span>`;
  }
}
