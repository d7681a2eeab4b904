import { withoutReferences } from './characterReferences';

/** An HTML tag, with its name in lower case. */
export interface Element {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: string;
}

/** The role that an element has for the text in it. */
export type ElementRole =
  | 'paragraph'
  | 'break'
  | 'rule'
  | 'bullets'
  | 'numbers'
  | 'item'
  | 'definition'
  | 'heading'
  | 'quote'
  | 'table'
  | 'row'
  | 'cell'
  | 'bold'
  | 'italic'
  | 'code'
  | 'link'
  | 'image'
  | 'pre'
  | 'plain';

const names: Readonly<Record<ElementRole, string>> = {
  paragraph:
    'p div section article header footer main nav aside address center figure figcaption details summary caption fieldset form',
  break: 'br',
  rule: 'hr',
  bullets: 'ul menu dir dl',
  numbers: 'ol',
  item: 'li dt',
  definition: 'dd',
  heading: 'h1 h2 h3 h4 h5 h6',
  quote: 'blockquote',
  table: 'table',
  row: 'tr',
  cell: 'td th',
  bold: 'b strong',
  italic: 'i em cite dfn var',
  code: 'code tt kbd samp',
  link: 'a',
  image: 'img',
  pre: 'pre',
  plain: 'span font big small sub sup u s strike ins del q abbr acronym label mark bdo wbr nobr thead tbody tfoot col colgroup',
};

const roles = new Map<string, ElementRole>(
  Object.entries(names).flatMap(([role, all]) => all.split(' ').map((name) => [name, role as ElementRole] as const)),
);

export function roleOf(name: string): ElementRole {
  return roles.get(name) ?? 'plain';
}

const tag = /<(\/?)([a-zA-Z][a-zA-Z\d]*)((?:\s+[a-zA-Z][\w:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=]+))?)*)\s*\/?>/y;

/**
 * Returns the element that begins or ends at an offset; undefined for what is none, such as a type argument in `Map<K, V>`.
 * `isAhead` tells whether a text stands anywhere behind the offset.
 */
export function elementAt(
  text: string,
  at: number,
  isAhead: (text: string) => boolean,
): (Element & { readonly raw: string }) | undefined {
  tag.lastIndex = at;
  const [raw, slash, written = '', attributes = ''] = tag.exec(text) ?? [];
  const name = written.toLowerCase();
  if (
    raw === undefined ||
    !roles.has(name) ||
    (slash === '' && isTypeArgument(text.slice(Math.max(0, at - longestType), at), raw, isAhead))
  )
    return undefined;
  // An image without an alternative text stays as it is written.
  if (name === 'img' && attributeOf(attributes, 'alt') === undefined) return undefined;
  return { raw, name, isEnd: slash !== '', attributes };
}

/** The number of characters before a tag in which a type's name is looked for. */
const longestType = 40;

/**
 * Returns whether a tag is a type argument. A single capital is one where a type's name stands before it, as in `List<P>`, or
 * where its end tag (as `</B>`) stands nowhere behind it, except for `<P>`.
 */
function isTypeArgument(before: string, raw: string, isAhead: (text: string) => boolean): boolean {
  if (!/^<[A-Z]>$/.test(raw)) return false;
  if (/\b\p{Lu}[\p{L}\p{N}_$]*$/u.test(before)) return true;
  return raw !== '<P>' && !isAhead(raw.replace('<', '</'));
}

/** Returns the value of an attribute, without its quotes and with its entities decoded; undefined where there is none. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const pattern = /([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g;
  for (const [, found, ...values] of attributes.matchAll(pattern)) {
    if (found?.toLowerCase() === name) return withoutReferences(values.join(''));
  }
  return undefined;
}
