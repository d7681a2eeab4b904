import { withoutReferences } from './characterReferences';
import type { LanguageId } from '../../syntax/language';
import { closingBraces } from './closingBraces';
import { elementAt, type Element } from './elements';

/** A piece of a doc comment's text; `raw` is the piece as written. */
export type DocToken =
  | { readonly kind: 'text'; readonly raw: string; readonly text: string }
  | { readonly kind: 'newline'; readonly raw: string }
  /** An inline tag, such as `{@code x}`. */
  | { readonly kind: 'tag'; readonly raw: string; readonly name: string; readonly argument: string }
  | ({ readonly kind: 'element'; readonly raw: string } & Element)
  /** A `<pre>` element; `inside` is what stands between its tags. */
  | { readonly kind: 'pre'; readonly raw: string; readonly inside: string }
  /** The code between backticks. */
  | { readonly kind: 'code'; readonly raw: string; readonly code: string }
  /** The code between `{{{` and `}}}` in Scaladoc. */
  | { readonly kind: 'block'; readonly raw: string; readonly code: string }
  /** A link `[[target label]]` in Scaladoc. */
  | { readonly kind: 'link'; readonly raw: string; readonly target: string; readonly label: string }
  /** A mark in Scaladoc with which a bold, italic or underlined part begins or ends. */
  | { readonly kind: 'mark'; readonly raw: string; readonly look: 'isBold' | 'isItalic' | undefined };

/** Returns the token that begins at an offset; undefined where the character there is plain text. */
type TokenAt = (at: number) => DocToken | undefined;

const entity = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,30});/y;
const inlineTag = /\{@(\w+)/y;
const ticks = /`+/y;
const tickedCode = /[^`\n]+/y;
const link = /^([^\]\s]+)(?:\s+([^[\]]*))?$/;
/** The number of characters beyond which `[[…]]` is no link. */
const longestLink = 500;
/** The marks, each with its sign and with what ends the part: the same sign behind a word, or the end of the paragraph. */
const marks = [
  { sign: "'''", look: 'isBold', end: /(?<=\S)'''|\n[^\S\n]*\n/g },
  { sign: "''", look: 'isItalic', end: /(?<=[^\s'])''(?!')|\n[^\S\n]*\n/g },
  { sign: '__', look: undefined, end: /(?<=[^\s_])__(?![\p{L}\p{N}_])|\n[^\S\n]*\n/gu },
] as const;

/**
 * Returns the tokens of a doc comment's text, given without its stars, that begin among its first `most` characters. Without a
 * `language`, the marks of both languages count. The time it takes is proportional to the length, whatever the text is.
 */
export function docTokens(text: string, language: LanguageId | undefined, most: number): readonly DocToken[] {
  return new Tokenizer(text, language !== 'java').tokens(most);
}

/**
 * Returns the tokens of a text in which white space counts and nothing but HTML and inline tags is understood, as between `<pre>`
 * and its end.
 */
export function verbatimTokens(text: string): readonly DocToken[] {
  return new Tokenizer(text, false, true).tokens(Infinity);
}

class Tokenizer {
  private readonly braces: ReadonlyMap<number, number>;
  /** The last search for each text: the offset from which it began, and the offset at which it found the text. */
  private readonly found = new Map<string, { readonly from: number; readonly at: number }>();
  /** The tokens that end marks which began, by their offsets. */
  private readonly ends = new Map<number, DocToken>();
  private readonly special: RegExp;
  private readonly readers: Readonly<Record<string, TokenAt>>;

  constructor(
    private readonly text: string,
    isWiki: boolean,
    isVerbatim = false,
  ) {
    this.braces = closingBraces(text);
    this.special = isVerbatim ? /[{<&]/g : isWiki ? /[{<&\n`'_[]/g : /[{<&\n`]/g;
    this.readers = {
      '{': (at) => this.tag(at) ?? (isWiki ? this.block(at) : undefined),
      '<': (at) => this.element(at, isVerbatim),
      '&': (at) => this.entity(at),
      '\n': () => ({ kind: 'newline', raw: '\n' }),
      '`': (at) => this.code(at),
      "'": (at) => this.mark(at),
      _: (at) => this.mark(at),
      '[': (at) => this.link(at),
    };
  }

  tokens(most: number): readonly DocToken[] {
    const { text, special } = this;
    const tokens: DocToken[] = [];
    let [from, at] = [0, 0];
    const plain = (end: number): void => {
      if (from < end) tokens.push({ kind: 'text', raw: text.slice(from, end), text: text.slice(from, end) });
    };
    for (special.lastIndex = 0; ; special.lastIndex = at) {
      const found = special.exec(text);
      if (found === null || found.index >= most) break;
      const token = this.readers[found[0]]?.(found.index);
      at = found.index + (token?.raw.length ?? 1);
      if (token === undefined) continue;
      plain(found.index);
      tokens.push(token);
      from = at;
    }
    plain(Math.min(text.length, Math.max(most, from)));
    return tokens;
  }

  private tag(at: number): DocToken | undefined {
    const [opening, name = ''] = this.match(inlineTag, at) ?? [];
    const end = this.braces.get(at);
    if (opening === undefined || end === undefined) return undefined;
    return { kind: 'tag', raw: this.text.slice(at, end + 1), name, argument: this.text.slice(at + opening.length, end) };
  }

  private block(at: number): DocToken | undefined {
    if (!this.text.startsWith('{{{', at)) return undefined;
    const end = this.find('}}}', at + 3);
    return end === undefined
      ? undefined
      : { kind: 'block', raw: this.text.slice(at, end + 3), code: this.text.slice(at + 3, end) };
  }

  private element(at: number, isVerbatim: boolean): DocToken | undefined {
    if (this.text.startsWith('<!--', at)) {
      const end = this.find('-->', at + 4);
      return end === undefined ? undefined : { kind: 'text', raw: this.text.slice(at, end + 3), text: '' };
    }
    const found = elementAt(this.text, at, (end) => this.find(end, at) !== undefined);
    if (found === undefined) return undefined;
    const { raw, ...element } = found;
    if (element.isEnd || isVerbatim || element.name !== 'pre') return { kind: 'element', raw, ...element };
    const start = at + raw.length;
    const end = this.find('pre>', start, /<\/?pre\b[^<>]*>/gi);
    if (end === undefined) return { kind: 'text', raw, text: '' };
    const closing = this.text.indexOf('>', end) + 1;
    return { kind: 'pre', raw: this.text.slice(at, closing), inside: this.text.slice(start, end) };
  }

  private entity(at: number): DocToken | undefined {
    const [raw] = this.match(entity, at) ?? [];
    if (raw === undefined) return undefined;
    const text = withoutReferences(raw);
    return text === raw ? undefined : { kind: 'text', raw, text };
  }

  private code(at: number): DocToken {
    const [row = ''] = this.match(ticks, at) ?? [];
    const [code] = this.match(tickedCode, at + row.length) ?? [];
    const end = at + row.length + (code?.length ?? 0);
    const [closing] = this.match(ticks, end) ?? [];
    if (code === undefined || closing !== row) return { kind: 'text', raw: row, text: row };
    return { kind: 'code', raw: row + code + row, code };
  }

  private link(at: number): DocToken | undefined {
    const end = this.text.startsWith('[[', at) ? this.find(']]', at) : undefined;
    if (end === undefined || end - at > longestLink) return undefined;
    const [, target, label = ''] = link.exec(this.text.slice(at + 2, end)) ?? [];
    return target === undefined ? undefined : { kind: 'link', raw: this.text.slice(at, end + 2), target, label };
  }

  /**
   * Reads a mark, which begins before a word and ends behind one in the same paragraph. A single sign is text, as in
   * `__consumer_offsets`.
   */
  private mark(at: number): DocToken | undefined {
    const ending = this.ends.get(at);
    if (ending !== undefined) return ending;
    const mark = marks.find(({ sign }) => this.text.startsWith(sign, at));
    if (mark === undefined || !/\S/.test(this.text.charAt(at + mark.sign.length))) return undefined;
    if (/[\p{L}\p{N}_]/u.test(this.text.charAt(at - 1))) return undefined;
    const end = this.find(mark.sign, at + mark.sign.length + 1, mark.end);
    if (end === undefined || this.ends.has(end) || !this.text.startsWith(mark.sign, end)) return undefined;
    const token: DocToken = { kind: 'mark', raw: mark.sign, look: mark.look };
    this.ends.set(end, token);
    return token;
  }

  private match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.text);
  }

  /**
   * Returns the next offset of a text; undefined where there is none. The result of a search is remembered, so that the same
   * stretch is never searched twice.
   */
  private find(what: string, from: number, pattern?: RegExp): number | undefined {
    const last = this.found.get(what);
    let at = last?.at ?? -1;
    if (last === undefined || from < last.from || from > last.at) {
      if (pattern !== undefined) pattern.lastIndex = from;
      const index = pattern === undefined ? this.text.indexOf(what, from) : (pattern.exec(this.text)?.index ?? -1);
      at = index < 0 ? Infinity : index;
      this.found.set(what, { from, at });
    }
    return at === Infinity ? undefined : at;
  }
}
