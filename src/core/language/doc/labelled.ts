/** The beginnings of Markdown blocks that are no paragraph. */
const block = /^(?: {4}|[-*+] |\d+[.)] |>|\||```|---)/;

/** Returns a Markdown text of one or several blocks with a label before it. */
export function labelled(label: string, text: string): string {
  return text === '' ? label : `${label}${block.test(text) ? '\n\n' : ' '}${text}`;
}

/** Returns a labelled text as an item of a list. */
export function labelledItem(label: string, text: string): string {
  return `- ${labelled(label, text).replace(/\n(?=[^\n])/g, '\n  ')}`;
}
