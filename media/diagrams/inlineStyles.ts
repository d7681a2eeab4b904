const html = 'http://www.w3.org/1999/xhtml';

/**
 * The attribute that stands for `style` in text. Parsing a style attribute would break the page's policy, and it would be
 * ignored.
 */
export const styleAttribute = 'data-style';

/** Renames the style attributes of markup, so that no parser sees them. */
export function hideStyles(markup: string): string {
  return markup.replace(/<[^<>]+>/g, (tag) => tag.replace(/\sstyle="/, ` ${styleAttribute}="`));
}

/**
 * Runs code that draws with styles in text. The page's policy ignores `<style>` elements without its nonce and all style
 * attributes, but Mermaid measures texts with both. While it draws, its elements get the nonce, its attributes go through the
 * style object, which the policy leaves to scripts, and markup that it parses has them under another name. The picture that is
 * shown afterwards is another copy, see `safePicture.ts`.
 */
export async function withInlineStyles<T>(nonce: string, draw: () => Promise<T>): Promise<T> {
  const undo = [
    replace(document, 'createElement', (name: string): Element => {
      const made = document.createElementNS(html, name.toLowerCase());
      if (made instanceof HTMLStyleElement) made.nonce = nonce;
      return made;
    }),
    replace(Element.prototype, 'setAttribute', function (this: Element, name: string, value: unknown): void {
      if (name === 'style' && isStyled(this)) this.style.cssText = String(value);
      else if (!name.startsWith('on'))
        this.setAttributeNS(null, this.namespaceURI === html ? name.toLowerCase() : name, String(value));
    }),
    replace(DOMParser.prototype, 'parseFromString', (markup: unknown): Document => {
      const parsed = document.implementation.createHTMLDocument();
      parsed.documentElement.innerHTML = hideStyles(String(markup));
      return parsed;
    }),
  ];
  try {
    return await draw();
  } finally {
    for (const step of undo) step();
  }
}

function isStyled(element: Element): element is Element & ElementCSSInlineStyle {
  return 'style' in element;
}

/** Replaces a property. Returns a function that restores it. */
function replace(owner: object, name: string, value: unknown): () => void {
  const native = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, writable: true, value });
  return () => {
    if (native === undefined) Reflect.deleteProperty(owner, name);
    else Object.defineProperty(owner, name, native);
  };
}
