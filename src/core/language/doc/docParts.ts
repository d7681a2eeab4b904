import { closingBraces } from './closingBraces';

/** A doc comment's description, and its block tags with the name of each and the text behind it. */
export interface DocParts {
  readonly description: string;
  readonly tags: readonly { readonly name: string; readonly text: string }[];
}

/** Returns a comment's text without its marks and the stars before its lines. */
export function withoutStars(comment: string): string {
  let end = comment.length > 3 && comment.endsWith('*/') ? comment.length - 2 : comment.length;
  while (end > 2 && comment.charAt(end - 1) === '*') end--;
  return comment
    .slice(2, end)
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/^[ \t\f]*\*+(?: |$)?/, '').trimEnd())
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

/** Splits a comment's text at its block tags: an `@` that begins a line and a name, outside of code. */
export function docParts(text: string): DocParts {
  const tags: { name: string; start: number; textStart: number }[] = [];
  const codes = codeRanges(text);
  let code = 0;
  for (const { 0: written, 1: name = '', index } of text.matchAll(/^[ \t\f]*@([a-zA-Z][\w.]*)/gm)) {
    while ((codes[code]?.end ?? Infinity) <= index) code++;
    if (index < (codes[code]?.start ?? Infinity)) tags.push({ name, start: index, textStart: index + written.length });
  }
  return {
    description: text.slice(0, tags[0]?.start),
    tags: tags.map(({ name, textStart }, index) => ({ name, text: text.slice(textStart, tags[index + 1]?.start) })),
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the ranges of code, HTML comments included, in which a line may begin with an annotation, in order and none inside of
 * another. An inline tag ends before the next block tag at the latest; block tags, unlike most annotations, begin with a small
 * letter.
 */
function codeRanges(text: string): readonly Range[] {
  const braces = closingBraces(text);
  const tagLines = Array.from(text.matchAll(/^[ \t\f]*@[a-z]/gm), ({ index }) => index);
  const ranges: Range[] = [];
  const absent = new Set<string>();
  let [end, tag] = [0, 0];
  for (const { 0: opening, index } of text.matchAll(/\{@(?:code|literal|snippet)\b|\{\{\{|<pre\b[^<>]*>|<!--/gi)) {
    if (index < end || absent.has(opening)) continue;
    while ((tagLines[tag] ?? Infinity) < index) tag++;
    const closing = opening.startsWith('{@') ? braces.get(index) : endOf(opening, text, index + opening.length);
    if (closing === undefined && !opening.startsWith('{@')) absent.add(opening);
    if (closing === undefined || (opening.startsWith('{@') && closing > (tagLines[tag] ?? Infinity))) continue;
    end = closing;
    ranges.push({ start: index, end });
  }
  return ranges;
}

function endOf(opening: string, text: string, from: number): number | undefined {
  const pattern = opening === '{{{' ? /\}\}\}/g : opening === '<!--' ? /-->/g : /<\/?pre\b[^<>]*>/gi;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index;
}
