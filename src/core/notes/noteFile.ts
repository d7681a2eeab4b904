/** Whether a file is a note, by its name or its path. */
export function isNote(name: string): boolean {
  return extension.test(name);
}

/** The name of a note's file without what makes it a note. */
export function withoutExtension(name: string): string {
  return name.replace(extension, '');
}

const extension = /\.(?:md|markdown)$/i;

/**
 * Matches the same files as {@link isNote}, in a folder and all below it: a glob pattern of VS Code, which tells upper and lower case
 * apart.
 */
export const noteGlob = `**/*.{${['md', 'markdown'].map(inAnyCase).join(',')}}`;

function inAnyCase(word: string): string {
  return word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
