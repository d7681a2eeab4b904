import MarkdownIt, { type Token } from 'markdown-it';
import { parseDocComment } from '../../src/core/language/docComment';
import type { JudgedDoc } from './judge';

const markdown = new MarkdownIt({ html: false, linkify: false });

/** The kinds as which a hover shows tags, by the names of the tags. */
const kinds: Readonly<Record<string, string>> = {
  param: 'param',
  return: 'return',
  throws: 'throws',
  exception: 'throws',
  deprecated: 'deprecated',
  since: 'since',
  see: 'see',
  apiNote: 'note',
  implNote: 'note',
  implSpec: 'note',
};

/**
 * Returns the first difference between what a hover shows of a comment and what the judge sees; undefined where there is none.
 */
export function difference(comment: string, { description, tags }: JudgedDoc): string | undefined {
  const ours = parseDocComment(comment, 'java');
  const expected = [bare(description)];
  for (const { name, text } of tags) if (Object.hasOwn(kinds, name)) expected.push(`${kinds[name]} ${bare(text)}`);
  const found = [
    bare(textOf(ours.description)),
    ...ours.tags.map((tag) => `${tag.kind} ${bare(`${tag.name ?? ''} ${textOf(tag.text)}`)}`),
  ];
  const at = Array.from({ length: Math.max(expected.length, found.length) }).findIndex(
    (_, index) => !isShown(expected[index], found[index]),
  );
  return at < 0 ? undefined : `expected ${expected[at] ?? 'nothing'}\n  found    ${found[at] ?? 'nothing'}\n  in ${comment}`;
}

function isShown(expected: string | undefined, found: string | undefined): boolean {
  return (
    expected === found ||
    (found?.endsWith('…') === true && found.length > 5000 && expected?.startsWith(found.slice(0, -1)) === true)
  );
}

/**
 * Returns the text of rendered Markdown.
 * @throws an Error where Markdown takes something for HTML.
 */
export function textOf(text: string): string {
  const said = (tokens: readonly Token[]): string =>
    tokens
      .map((token) => {
        if (token.type.startsWith('html')) throw new Error(`HTML: ${token.content}`);
        if (token.type === 'list_item_open' && token.info !== '') return `\n${token.info}. `;
        const own = token.type.endsWith('break')
          ? '\n'
          : (token.children ?? []).length > 0
            ? said(token.children ?? [])
            : token.content;
        return own + (token.block ? '\n' : '');
      })
      .join('');
  return said(markdown.parse(text, {}));
}

/**
 * Returns a text without white space, without the signs of lists and rules that may be written, and without the backticks, of
 * which Javadoc knows nothing.
 */
function bare(text: string): string {
  return text
    .replace(/(?<=^|\n)\s*(?:\d+\.|\*)(?=\s|$)/g, '')
    .replace(/[-`]|<[A-Z]>/g, '')
    .replace(/[\s\u00a0]+/g, '');
}
