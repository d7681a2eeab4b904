import type { MarkdownIt, Token } from 'markdown-it';

/** The kinds of GitHub's alerts: quotations that begin with `[!NOTE]` and so on, in a line of its own. */
export type AlertKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

/** The title of each kind, in the reader's language. */
export type AlertWords = Readonly<Record<AlertKind, string>>;

const mark = /^\[!(note|tip|important|warning|caution)\][ \t]*$/i;

/**
 * Has a parser understand alerts, see {@link readAlert}. They stay the quotations that they are in any other renderer: the editor's
 * preview parses a text before it is known to be a note's, and `@mdit/plugin-alert` would make alerts in everybody's Markdown there.
 */
export function useAlerts(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'note_alerts', ({ tokens }) => tokens.forEach((_, at) => readAlert(tokens, at)));
}

/** Returns the kind of alert that a quotation was found to be; undefined for any other quotation or token. */
export function alertOf({ type, meta }: Token): AlertKind | undefined {
  return type === 'blockquote_open' ? (meta?.alert as AlertKind | undefined) : undefined;
}

/** Returns the kind of alert that begins at a token, and takes its mark out of the words; undefined where none begins. */
export function readAlert(tokens: readonly Token[], at: number): AlertKind | undefined {
  const [quotation, paragraph, inline, end, next] = tokens.slice(at, at + 5);
  if (quotation?.type !== 'blockquote_open') return undefined;
  const known = alertOf(quotation);
  if (known !== undefined || paragraph?.type !== 'paragraph_open' || inline === undefined || end === undefined) return known;
  const [first, second, ...others] = inline.children ?? [];
  const kind = first?.type === 'text' ? mark.exec(first.content)?.[1]?.toLowerCase() : undefined;
  if (kind === undefined || (second !== undefined && second.type !== 'softbreak' && second.type !== 'hardbreak')) return undefined;
  // A mark without words behind it stays what it is.
  if (second === undefined && next?.type === 'blockquote_close') return undefined;
  quotation.meta = { alert: kind };
  inline.children = others;
  if (second === undefined) for (const one of [paragraph, end]) one.hidden = true;
  return kind as AlertKind;
}
