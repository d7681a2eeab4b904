/** What the names of notes end with, in upper or lower case. */
const extensions = ['md', 'markdown'];

const ending = new RegExp(`\\.(?:${extensions.join('|')})$`, 'i');

/** Matches the paths that {@link isNote} accepts, in the editor's syntax of globs. */
export const noteGlob = `**/*.{${extensions.map(inAnyCase).join(',')}}`;

/** Returns whether a file is a note by its name, or by its path. */
export function isNote(name: string): boolean {
  return ending.test(name);
}

function inAnyCase(extension: string): string {
  return Array.from(extension, (letter) => `[${letter.toUpperCase()}${letter}]`).join('');
}
