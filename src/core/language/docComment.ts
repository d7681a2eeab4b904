import { inlineMarkdown } from './docMarkup';

/** A Javadoc or Scaladoc comment. Texts are Markdown without HTML. */
export interface DocComment {
  readonly description: string;
  readonly tags: readonly DocTag[];
}

export interface DocTag {
  readonly kind: 'param' | 'return' | 'throws' | 'deprecated' | 'since' | 'see';
  /** What a `param` or `throws` is about. */
  readonly name: string | undefined;
  readonly text: string;
}

/** Longer comments than this are cut. */
const mostCharacters = 8000;

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
};

/** What a comment says, its marks included. Tags that tell a reader nothing, as `@author`, are left out. */
export function parseDocComment(comment: string): DocComment {
  const text = withoutMarks(comment.slice(0, mostCharacters));
  const [description = '', ...tags] = text.split(/^[ \t]*(?=@[a-z])/m);
  return { description: inlineMarkdown(description), tags: tags.flatMap(tagOf) };
}

/** The first paragraph. */
export function summaryOf({ description }: DocComment): string {
  return description.split('\n\n')[0] ?? '';
}

function withoutMarks(comment: string): string {
  const inside = comment.slice(2, comment.length > 3 && comment.endsWith('*/') ? -2 : undefined);
  return inside
    .replace(/\*+$/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/^[ \t]*\*+(?: |$)?/, ''))
    .join('\n')
    .trim();
}

function tagOf(text: string): DocTag[] {
  const [, word = '', rest = ''] = /^@([a-zA-Z]+)([\s\S]*)$/.exec(text) ?? [];
  const kind = tagKinds[word];
  if (kind === undefined) return [];
  if (kind !== 'param' && kind !== 'throws') return [{ kind, name: undefined, text: inlineMarkdown(rest) }];
  const [, name = '', said = ''] = /^\s*(\S+)([\s\S]*)$/.exec(rest) ?? [];
  return name === '' ? [] : [{ kind, name, text: inlineMarkdown(said) }];
}
