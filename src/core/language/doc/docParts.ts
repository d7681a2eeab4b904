import { closingBraces } from './closingBraces';

/** A doc comment's description, and what each of its block tags says behind its name. */
export interface DocParts {
  readonly description: string;
  readonly tags: readonly { readonly name: string; readonly text: string }[];
}

/** What a comment says, without the stars before its lines. */
export function withoutStars(comment: string): string {
  let end = comment.length > 3 && comment.endsWith('*/') ? comment.length - 2 : comment.length;
  while (end > 2 && comment.charAt(end - 1) === '*') end--;
  return comment
    .slice(2, end)
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/^[ \t\f]*\*+(?: |$)?/, '').trimEnd())
    .join('\n')
    .trim();
}

/** Parts a comment's text at the block tags: an `@` that begins a line and a name, outside of code. */
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

/** Where code stands that may have lines with annotations: in order, none in another. */
function codeRanges(text: string): readonly Range[] {
  const braces = closingBraces(text);
  const lastBlock = text.lastIndexOf('}}}');
  const ranges: Range[] = [];
  let end = 0;
  for (const { 0: opening, index } of text.matchAll(/\{@(?:code|literal|snippet)\b|\{\{\{|<pre\b[^<>]*>/gi)) {
    if (index < end) continue;
    let closing: number | undefined;
    if (opening.startsWith('{@')) closing = braces.get(index);
    else if (opening === '{{{') closing = index < lastBlock ? text.indexOf('}}}', index + 3) : undefined;
    else closing = nextPre(text, index + opening.length);
    if (closing === undefined || closing < 0) continue;
    end = closing;
    ranges.push({ start: index, end });
  }
  return ranges;
}

/** Where the next `<pre>` begins or ends. */
function nextPre(text: string, from: number): number | undefined {
  const pattern = /<\/?pre\b[^<>]*>/gi;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index;
}
