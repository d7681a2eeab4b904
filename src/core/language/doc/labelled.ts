/** What blocks of Markdown begin with that are no paragraph. */
const block = /^(?: {4}|[-*+] |\d+[.)] |>|\||```|---)/;

/** A label in Markdown before a text, which may be of several blocks. */
export function labelled(label: string, text: string): string {
  return text === '' ? label : `${label}${block.test(text) ? '\n\n' : ' '}${text}`;
}

/** The same as the item of a list. */
export function labelledItem(label: string, text: string): string {
  return `- ${labelled(label, text).replace(/\n(?=[^\n])/g, '\n  ')}`;
}
