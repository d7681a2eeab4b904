/**
 * Returns a Markdown link whose text is code, as in a sentence of a note. `anchor` is the destination, percent-encoded.
 */
export function writeLink(label: string, anchor: string): string {
  return `[${codeSpan(label)}](${anchor})`;
}

/** Returns a code span that shows a text as it is, as CommonMark reads it: its marks are longer than every run of them in the text. */
export function codeSpan(text: string): string {
  const runs = Array.from(text.matchAll(/`+/g), ([run]) => run.length);
  const marks = '`'.repeat(Math.max(0, ...runs) + 1);
  const needsRoom = text.startsWith('`') || text.endsWith('`');
  return needsRoom ? `${marks} ${text} ${marks}` : `${marks}${text}${marks}`;
}
