/** Matches a node where a flowchart gives it a text, `A["text"]`, `A(text)`, `A{{text}}` and so on; the name stands at a word's start. */
const node = /(?<![\w.])(\w+(?:[.-]\w+)*)(?:\[\(|\(\[|\[\[|\(\(\(|\(\(|\[\/|\[\\|\{\{|\[|\(|\{)("[^"]*"|[^"[\](){}]+)/g;
/** Matches a participant or a state with another text than its name. */
const renamed = /^\s*(?:participant|actor|state)\s+(?:"([^"]*)"\s+as\s+(\S+)|(\S+?)\s+as\s+(.+?))\s*$/;

/** Returns the texts that a diagram gives to its nodes, participants and states, by their ids. Those without a text of their own are left out. */
export function labelsOfNodes(lines: readonly string[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const line of lines) {
    if (line.length > longestLine) continue;
    const [, quotedText, afterText, id, text] = renamed.exec(line) ?? [];
    if (quotedText !== undefined && afterText !== undefined) labels.set(afterText, plain(quotedText));
    else if (id !== undefined && text !== undefined) labels.set(id, plain(text));
    else for (const [, name, said] of line.matchAll(node)) if (name !== undefined && said !== undefined) labels.set(name, plain(said));
  }
  return labels;
}

/** Longer lines are not looked at, so that no text takes more than linear time. Lines written by hand are shorter. UTF-16 units. */
const longestLine = 2000;

/** Returns what a line of a diagram says: the text of an arrow, a message, a note or a participant, else the line itself. */
export function labelOfLine(line: string): string {
  if (line.length > longestLine) return '';
  const arrow = /\|([^|]*)\|/.exec(line)?.[1] ?? /(?:--|==|-\.)\s+([^|<>]*?)\s*(?:-->|---|==>|===|\.->|\.-)/.exec(line)?.[1];
  if (arrow !== undefined) return plain(arrow);
  const named = renamed.exec(line);
  if (named !== null) return plain(named[1] ?? named[4] ?? '');
  const colon = line.search(/:(?!:)/);
  return plain(colon < 0 ? line : line.slice(colon + 1));
}

/** Returns a text without quotation marks, line breaks and Markdown's marks. */
function plain(text: string): string {
  return text
    .replaceAll(/<br\s*\/?>/gi, ' ')
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/^`(.*)`$/, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
