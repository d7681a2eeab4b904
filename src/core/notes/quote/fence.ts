/** Writes a block of code between marks that are longer than any in it. */
export function fence(content: string, language: string): string[] {
  const longest = Math.max(2, ...(content.match(/`+/g) ?? []).map(({ length }) => length));
  const mark = '`'.repeat(longest + 1);
  return [mark + language, ...content.replace(/\n$/, '').split('\n'), mark];
}
