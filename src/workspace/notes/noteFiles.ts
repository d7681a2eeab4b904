/** Returns whether a file is a note by its name, or by its path. */
export function isNote(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}
