import type { LanguageId } from '../syntax/language';
import { docMarkdown, type DocStyle } from './doc/docMarkdown';
import { docParts, withoutStars } from './doc/docParts';
import { plainInlineTag, shortReference, splitReference } from './doc/inlineTags';

/** A Javadoc or Scaladoc comment, whose texts are Markdown without HTML. */
export interface DocComment {
  readonly description: string;
  readonly tags: readonly DocTag[];
}

export interface DocTag {
  readonly kind: 'param' | 'return' | 'throws' | 'deprecated' | 'since' | 'see' | 'note' | 'example';
  /** The parameter or exception that a `param` or `throws` is about; undefined for other tags. */
  readonly name: string | undefined;
  readonly text: string;
}

/** The number of characters that are shown of a description, and of all tags together. */
const longestDescription = 8000;
const longestTags = 8000;
/** The number of these characters that a tag takes besides its name and text. */
const leastOfTag = 20;

const tagKinds: Readonly<Record<string, DocTag['kind']>> = {
  param: 'param',
  tparam: 'param',
  return: 'return',
  returns: 'return',
  throws: 'throws',
  exception: 'throws',
  deprecated: 'deprecated',
  since: 'since',
  see: 'see',
  note: 'note',
  apiNote: 'note',
  implNote: 'note',
  implSpec: 'note',
  example: 'example',
};

/**
 * Parses a comment, given with its marks. Tags that tell a reader nothing, such as `@author`, are left out. Without a `language`,
 * what either Javadoc or Scaladoc understands counts.
 */
export function parseDocComment(comment: string, language?: LanguageId): DocComment {
  const { description, tags } = docParts(withoutStars(comment));
  const defined = language === 'java' ? [] : tags.filter(({ name }) => name === 'define');
  const variables = new Map(defined.map(({ text }) => variableOf(text)));
  let limit = longestTags;
  const shown: DocTag[] = [];
  for (const { name, text } of tags) {
    const kind = Object.hasOwn(tagKinds, name) ? tagKinds[name] : undefined;
    const tag = kind !== undefined && limit > 0 ? tagOf(kind, expanded(text, variables), { language, limit }) : undefined;
    if (tag === undefined) continue;
    limit -= tag.text.length + (tag.name?.length ?? 0) + leastOfTag;
    shown.push(tag);
  }
  return { description: docMarkdown(expanded(description, variables), { language, limit: longestDescription }), tags: shown };
}

/** Returns the first paragraph of the description. */
export function summaryOf({ description }: DocComment): string {
  return description.split('\n\n')[0] ?? '';
}

function tagOf(kind: DocTag['kind'], said: string, style: DocStyle): DocTag | undefined {
  if (kind === 'see') return { kind, name: undefined, text: seen(said.trim(), style) };
  if (kind !== 'param' && kind !== 'throws') return { kind, name: undefined, text: docMarkdown(said, style) };
  const [, inlineTag, argument = '', plain = '', text = ''] = /^\s*(?:\{@(\w+)([^{}]*)\}|(\S+))([\s\S]*)$/.exec(said) ?? [];
  // A dash may stand between the name and what is said of it.
  const name = inlineTag === undefined ? plain : plainInlineTag(inlineTag, argument).text;
  return name === '' ? undefined : { kind, name, text: docMarkdown(text.replace(/^\s*-\s/, ''), style) };
}

/** Returns the text of a `@see`, which names a symbol, with or without a label, or is a quotation, a link or words. */
function seen(said: string, style: DocStyle): string {
  const [target, label] = splitReference(said);
  const isReference = /^[\w$./]*(?:#[\w$]+)?(?:\([^()]*\))?$/.test(target) && target !== '';
  const isOne = style.language === 'java' || (style.language === undefined && /[#(]/.test(target)) || label === '';
  if (!isReference || !isOne || /^\w+:/.test(target)) return docMarkdown(said, style);
  return label === '' ? docMarkdown(`{@code ${shortReference(target)}}`, style) : docMarkdown(label, style);
}

/** Returns the name that a `@define` gives, and the value that stands for it. */
function variableOf(text: string): readonly [name: string, value: string] {
  const [, name = '', value = ''] = /^\s*(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  return [name, value.trim()];
}

function expanded(text: string, variables: ReadonlyMap<string, string>): string {
  if (variables.size === 0) return text;
  return text.replace(
    /\$(?:\{(\w+)\}|(\w+))/g,
    (whole, braced?: string, bare?: string) => variables.get(braced ?? bare ?? '') ?? whole,
  );
}
