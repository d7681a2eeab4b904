import type { MarkdownIt, Token } from 'markdown-it';

/** The kinds of GitHub's alerts: quotations that begin with `[!NOTE]` and so on, in a line of its own. */
export const alertKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;

export type AlertKind = (typeof alertKinds)[number];

/** The title of each kind, in the reader's language. */
export type AlertWords = Readonly<Record<AlertKind, string>>;

const mark = /^\[!(note|tip|important|warning|caution)\][ \t]*$/i;

/**
 * Has a parser understand alerts: it marks their quotations, and takes the marks out of their words. `isFor` tells for which texts it
 * does, by the parser's environment.
 */
export function useAlerts(markdown: MarkdownIt, isFor: (env: unknown) => boolean = () => true): void {
  markdown.core.ruler.after('inline', 'note_alerts', (state) => {
    if (isFor(state.env)) state.tokens = withAlerts(state.tokens);
  });
}

/** Returns the kind of alert that a quotation is; undefined for any other quotation or token. */
export function alertOf({ type, meta }: Token): AlertKind | undefined {
  return type === 'blockquote_open' ? (meta?.alert as AlertKind | undefined) : undefined;
}

function withAlerts(tokens: Token[]): Token[] {
  const left = new Set<Token>();
  tokens.forEach((token, at) => {
    const [paragraph, inline, end, next] = tokens.slice(at + 1, at + 5);
    if (token.type !== 'blockquote_open' || paragraph?.type !== 'paragraph_open' || inline === undefined || end === undefined) return;
    const [first, second, ...others] = inline.children ?? [];
    const kind = first?.type === 'text' ? mark.exec(first.content)?.[1]?.toLowerCase() : undefined;
    if (kind === undefined || (second !== undefined && second.type !== 'softbreak' && second.type !== 'hardbreak')) return;
    // A mark without words behind it stays what it is.
    if (second === undefined && next?.type === 'blockquote_close') return;
    token.meta = { alert: kind };
    if (second !== undefined) inline.children = others;
    else for (const one of [paragraph, inline, end]) left.add(one);
  });
  return left.size === 0 ? tokens : tokens.filter((token) => !left.has(token));
}
