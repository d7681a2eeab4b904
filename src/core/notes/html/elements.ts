/** Returns the value of an attribute in the form in which it may be shown, or undefined where it may not. */
type Check = (value: string) => string | undefined;

interface Element {
  /** Whether it is only understood where a block begins, since a browser would end the paragraph around it. */
  readonly isBlock: boolean;
  /** Whether it has no content, and so no closing tag. */
  readonly isVoid?: boolean;
  /** The attributes that count. All others are dropped. */
  readonly values?: Readonly<Record<string, Check>>;
}

const any: Check = (value) => value;
const length: Check = (value) => /^(?:[1-9]\d{0,3}(?:px)?|[1-9]\d?%|100%)$/.exec(value.trim())?.[0].replace('px', '');
const span: Check = (value) => /^[1-9]\d?$/.exec(value.trim())?.[0];
const alignment: Check = (value) => /^(?:left|center|right)$/.exec(value.trim().toLowerCase())?.[0];
const block: Element = { isBlock: true };
const inline: Element = { isBlock: false };
const cell: Element = { isBlock: true, values: { colspan: span, rowspan: span, align: alignment } };

/** The elements of HTML that notes may have. All other tags are text. */
export const elements = {
  details: { isBlock: true, values: { open: () => '' } },
  summary: block,
  center: block,
  table: block,
  caption: block,
  thead: block,
  tbody: block,
  tfoot: block,
  tr: block,
  th: cell,
  td: cell,
  br: { isBlock: false, isVoid: true },
  img: { isBlock: false, isVoid: true, values: { src: any, alt: any, title: any, width: length, height: length } },
  kbd: inline,
  sub: inline,
  sup: inline,
  font: { isBlock: false, values: { color: any } },
} satisfies Readonly<Record<string, Element>> as Readonly<Record<ElementName, Element>>;

export type ElementName =
  | 'details'
  | 'summary'
  | 'center'
  | 'table'
  | 'caption'
  | 'thead'
  | 'tbody'
  | 'tfoot'
  | 'tr'
  | 'th'
  | 'td'
  | 'br'
  | 'img'
  | 'kbd'
  | 'sub'
  | 'sup'
  | 'font';

const anyTag = new RegExp(`</?(?:${Object.keys(elements).join('|')})\\b`, 'i');

/** Returns whether a text may hold a tag of HTML that notes may have, in code or not. It is much faster than parsing the text. */
export function mayHaveHtml(markdown: string): boolean {
  return anyTag.test(markdown);
}
