/**
 * Returns the address of a note's image, or undefined if it may not be shown. Only files of the same folder of notes may be, and none
 * by an absolute address. `base` and `root` end with a slash. Encoded separators are refused, since whoever serves the file may
 * decode them after the address was checked.
 */
export function imageAddress(source: string, base: string, root: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:/i.test(source) || /^[/\\]/.test(source) || /\\|%2f|%5c|%00/i.test(source)) return undefined;
  if (!URL.canParse(source, base) || !URL.canParse(root)) return undefined;
  const address = new URL(source, base).href;
  // The parser normalises addresses, and those of the editor have an encoded host.
  return address.startsWith(new URL(root).href) ? address : undefined;
}
