/** Escapes `$(name)`, for which the editor would draw an icon in a label of a list or in the status bar. */
export function withoutIcons(text: string): string {
  return text.replace(/\$\([a-z\d-]+(?:~[a-z]+)?\)/gi, '\\$&');
}

/** A sign that is not seen and that a line is not broken at. */
const wordJoiner = '\u2060';

/**
 * Keeps the editor from making a link of `[words](address)`, as it does in messages, where it even runs `command:` addresses
 * of any command. It knows no escape, so a sign that is not seen parts the two brackets.
 */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', `]${wordJoiner}(`);
}
