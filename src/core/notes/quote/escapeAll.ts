/**
 * Writes all signs that can have a meaning in Markdown as character references, `:` and `@` among them, since some parsers make
 * links of bare addresses. A backslash before a sign would not do: where the renderer looks for the end of an emphasis, it takes
 * an escaped backtick for the beginning of code.
 */
export function escapeAll(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
