const html = 'http://www.w3.org/1999/xhtml';

/** Where style attributes stand in text instead of `style`: parsing one would break the page's policy, and it would be ignored. */
export const styleAttribute = 'data-style';

/** Markup whose style attributes no parser sees. */
export function hideStyles(markup: string): string {
  return markup.replace(/<[^<>]+>/g, (tag) => tag.replace(/\sstyle="/, ` ${styleAttribute}="`));
}

/**
 * Runs what draws with styles in text. The page's policy ignores `<style>` elements without its nonce and all style attributes,
 * but Mermaid measures texts with both. While it draws, its elements get the nonce, its attributes go through the style object,
 * which the policy leaves to scripts, and what it parses has them under another name. What is shown afterwards is another copy,
 * see `safePicture.ts`.
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

/** Answers with what puts the old one back. */
function replace(owner: object, name: string, value: unknown): () => void {
  const native = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, writable: true, value });
  return () => {
    if (native === undefined) Reflect.deleteProperty(owner, name);
    else Object.defineProperty(owner, name, native);
  };
}
