import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** In the reader's language. */
export interface FootnoteWords {
  /** Names the list. */
  readonly footnotes: string;
  /** Names the link from a footnote to the text that calls it. */
  readonly footnoteBack: string;
}

/**
 * Has a parser that understands footnotes (see `useFootnotes`) render them as GitHub does: a raised number in the text, a list at the
 * note's end, and a link back for each call. GitHub leaves out what nothing calls, and a second text for the same label; here they
 * stand last in the list, without a link back, for their anchors count.
 */
export function useFootnoteList(markdown: MarkdownIt, words: FootnoteWords): void {
  const escape = markdown.utils.escapeHtml;
  markdown.core.ruler.push('note_footnote_list', gatherFootnotes);
  const { rules } = markdown.renderer;
  rules.footnote_call = (tokens, at) => {
    const { number, call, isInLink } = metaOf(tokens[at]);
    const id = callId(number, call);
    // A link in a link is none.
    if (isInLink === true) return `<sup class="footnote-call" id="${id}" tabindex="-1">${number}</sup>`;
    return `<sup class="footnote-call"><a href="#${textId(number)}" id="${id}" data-jump="${textId(number)}" role="doc-noteref">${number}</a></sup>`;
  };
  rules.footnote_list_open = () => `<div class="footnotes" role="doc-endnotes" aria-label="${escape(words.footnotes)}">\n<hr>\n<ol>\n`;
  rules.footnote_list_close = () => '</ol>\n</div>\n';
  rules.footnote_open = (tokens, at) => `<li id="${textId(metaOf(tokens[at]).number)}" tabindex="-1">\n`;
  rules.footnote_close = () => '</li>\n';
  rules.footnote_back = (tokens, at) => {
    const { number, call } = metaOf(tokens[at]);
    const which = call === 1 ? '' : `<sup>${call}</sup>`;
    const title = escape(words.footnoteBack);
    return ` <a href="#${callId(number, call)}" class="footnote-back" data-jump="${callId(number, call)}" role="doc-backlink" title="${title}" aria-label="${title}">↩\uFE0E${which}</a>`;
  };
}

/** What a token of a footnote says of itself: the footnote's number, and which of its calls it belongs to, both from 1 on. */
interface FootnoteMeta {
  readonly label: string;
  readonly number: number;
  readonly call: number;
  /** Whether a call stands in the text of a link. */
  readonly isInLink?: boolean;
}

function metaOf(token: Token | undefined): FootnoteMeta {
  return token?.meta as unknown as FootnoteMeta;
}

/** No heading has such an id, for a slug has no colon. */
function textId(number: number): string {
  return `fn:${number}`;
}

function callId(number: number, call: number): string {
  return call === 1 ? `fnref:${number}` : `fnref:${number}:${call}`;
}

interface Footnote {
  readonly open: Token;
  readonly label: string;
  /** Between the opening token and the closing one. */
  readonly content: Token[];
  readonly close: Token;
}

/** Moves the footnotes of a text to its end, in the order of their first calls, and gives numbers to them and to their calls. */
function gatherFootnotes(state: StateCore): void {
  const { text, footnotes } = split(state.tokens);
  if (footnotes.length === 0) return;
  const firsts = new Map<string, Footnote>();
  for (const one of footnotes) if (!firsts.has(one.label)) firsts.set(one.label, one);
  const calls = numberCalls(state.tokens);
  const called = new Set([...calls.keys()].flatMap((label) => firsts.get(label) ?? []));
  const listed = [...called, ...footnotes.filter((one) => !called.has(one))];
  const list = listed.flatMap((one, index) => {
    const number = index + 1;
    one.open.meta = { label: one.label, number };
    const backs = Array.from({ length: calls.get(one.label) ?? 0 }, (_, at) => {
      const back = new state.Token('footnote_back', '', 0);
      back.meta = { label: one.label, number, call: at + 1 };
      return back;
    });
    const tokens = [one.open, ...withBacks(one.content, index < called.size ? backs : []), one.close];
    // Their lines are not those around them: what follows the text by its lines must not follow these.
    for (const token of tokens) token.map = null;
    return tokens;
  });
  state.tokens = [...text, new state.Token('footnote_list_open', '', 1), ...list, new state.Token('footnote_list_close', '', -1)];
}

/** Takes the footnotes out of a text, also those that stand in another one. */
function split(tokens: readonly Token[]): { readonly text: Token[]; readonly footnotes: Footnote[] } {
  const text: Token[] = [];
  const footnotes: Footnote[] = [];
  const open: { token: Token; content: Token[] }[] = [];
  for (const token of tokens) {
    if (token.type === 'footnote_open') open.push({ token, content: [] });
    else if (token.type === 'footnote_close') {
      const ended = open.pop();
      if (ended !== undefined) footnotes.push({ open: ended.token, label: metaOf(token).label, content: ended.content, close: token });
    } else (open.at(-1)?.content ?? text).push(token);
  }
  return { text, footnotes };
}

/** How often each label is called, in the order of the first calls. */
function numberCalls(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const calls = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const { children } of tokens) {
    let links = 0;
    for (const token of children ?? []) {
      links += Number(token.type === 'link_open') - Number(token.type === 'link_close');
      if (token.type !== 'footnote_call') continue;
      const { label } = metaOf(token);
      const call = (calls.get(label) ?? 0) + 1;
      calls.set(label, call);
      if (!numbers.has(label)) numbers.set(label, numbers.size + 1);
      token.meta = { label, number: numbers.get(label), call, isInLink: links > 0 };
    }
  }
  return calls;
}

/** The links back stand at the end of the last paragraph, else behind the text. */
function withBacks(content: readonly Token[], backs: readonly Token[]): readonly Token[] {
  const last = content.at(-1)?.type === 'paragraph_close' ? content.at(-2) : undefined;
  if (last === undefined) return [...content, ...backs];
  last.children = [...(last.children ?? []), ...backs];
  return content;
}
