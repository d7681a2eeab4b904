import { endOfComment, kindOfComment } from '../htmlComments';
import { elements, type ElementName } from './elements';

/** A tag of an element that notes may have. Nothing of what its author wrote is in it but values that were checked. */
export interface HtmlTag {
  readonly kind: 'tag';
  readonly name: ElementName;
  /** 1 opens an element, -1 closes one, 0 stands alone. */
  readonly nesting: 1 | 0 | -1;
  readonly attributes: Readonly<Record<string, string>>;
  /** The tag as its author wrote it. */
  readonly written: string;
  /** Whether it is shown as text, since the tag that belongs to it is missing. */
  isText: boolean;
}

export type HtmlPiece = HtmlTag | { readonly kind: 'text'; readonly text: string };

/** The length of the longest tag that is taken for one, in UTF-16 units, so that reading a text takes linear time. */
const longestTag = 2000;
const tag =
  /^<(\/?)([a-z][a-z\d]*)((?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/i;
const attribute = /\s+([a-z_:][\w.:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/gi;

/** Reads raw HTML: its tags of the elements that notes may have, and the rest as text without its comments. */
export function readHtml(html: string): HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  let text = '';
  const add = (piece: HtmlTag): void => {
    if (text !== '') pieces.push({ kind: 'text', text });
    text = '';
    pieces.push(piece);
  };
  for (let at = 0; at < html.length; ) {
    const next = html.indexOf('<', at);
    text += html.slice(at, next < 0 ? html.length : next);
    if (next < 0) break;
    const comment = kindOfComment(html, next);
    if (comment !== undefined) {
      at = endOfComment(html, next, comment) ?? html.length;
      continue;
    }
    const [written, slash = '', name = '', rest = ''] = tag.exec(html.slice(next, next + longestTag)) ?? [];
    const known = written === undefined ? undefined : tagOf(written, slash, name.toLowerCase(), rest);
    if (known === undefined) text += written ?? '<';
    else add(known);
    at = next + (written?.length ?? 1);
  }
  if (text !== '') pieces.push({ kind: 'text', text });
  return pieces;
}

function tagOf(written: string, slash: string, name: string, rest: string): HtmlTag | undefined {
  if (!isElement(name)) return undefined;
  const { isVoid, values } = elements[name];
  if (isVoid && slash !== '') return undefined;
  const attributes: Record<string, string> = {};
  if (slash === '') {
    for (const [, key = '', double, single, bare] of rest.matchAll(attribute)) {
      const check = values?.[key.toLowerCase()];
      // Of two attributes with the same name browsers take the first.
      if (check === undefined || attributes[key.toLowerCase()] !== undefined) continue;
      const value = check(decodeReferences(double ?? single ?? bare ?? ''));
      if (value !== undefined) attributes[key.toLowerCase()] = value;
    }
  }
  return { kind: 'tag', name, nesting: isVoid ? 0 : slash === '' ? 1 : -1, attributes, written, isText: false };
}

function isElement(name: string): name is ElementName {
  return Object.hasOwn(elements, name);
}

const references: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00A0' };

/** Decodes the character references that people write by hand. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (written, decimal, hexadecimal, name) => {
    if (typeof name === 'string') return Object.hasOwn(references, name) ? (references[name] ?? written) : written;
    const code = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hexadecimal), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}
