import { anchorScheme as scheme } from './scheme';
import { hasTokens } from './textFragment';
import type { AnchorError, AnchorTarget, ParsedAnchor } from './anchor';
import type { TextFragment } from '../syntax/textFragment';
import { normalizeParameter } from './parameterType';
import { percentDecode, type Decoded } from './percentEncoding';

const fragmentMark = ':~:';
const directive = 'text=';

/** The first error of an anchor's text. It is thrown inside this file only. */
class Malformed extends Error {
  constructor(readonly error: AnchorError) {
    super(error.code);
  }
}

/** Returns whether a link destination begins as an anchor, well formed or not. */
export function isAnchorText(text: string): boolean {
  return text.slice(0, scheme.length).toLowerCase() === scheme;
}

/** Parses an anchor as written in a note, percent-encoded or not. It never throws, and takes time linear in the text. */
export function parseAnchor(text: string): ParsedAnchor {
  try {
    if (!isAnchorText(text)) fail('anchor/type', 0, text.length);
    const mark = text.indexOf(fragmentMark, scheme.length);
    const end = mark < 0 ? text.length : mark;
    if (end === scheme.length) fail('anchor/empty', 0, text.length);
    rejectLineNumber(text, end);
    const decoded = decode(text, scheme.length, end);
    const target = decoded.text.startsWith('/') ? parseFile(decoded) : parseSymbol(decoded);
    if (mark < 0) return { ok: true, anchor: { text, target } };
    return { ok: true, anchor: { text, target, fragment: parseFragment(text, mark + fragmentMark.length) } };
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, error: error.error };
    throw error;
  }
}

function fail(code: AnchorError['code'], offset: number, length: number): never {
  throw new Malformed({ code, offset, length });
}

/** Reports the decoded units from `start` to `end` at their place in the anchor. */
function failAt(code: AnchorError['code'], { offsets }: Decoded, start: number, end: number): never {
  const offset = offsets[start] ?? 0;
  fail(code, offset, Math.max(0, (offsets[end] ?? offset) - offset));
}

/**
 * Rejects `#L12`, `#L12-L20`, `#L12C5`, `#12`, `:12` and `:12:5`, which other tools write for a line. It looks at the last 40
 * characters at most.
 */
function rejectLineNumber(text: string, end: number): void {
  const from = Math.max(scheme.length, end - 40);
  const found = /(?:#L?\d+(?:[-:,LC]+\d+)*|:\d+(?:[-:,]\d+)*)$/.exec(text.slice(from, end));
  if (found !== null) fail('anchor/lineNumber', from + found.index, found[0].length);
}

function decode(text: string, from: number, to: number): Decoded {
  const result = percentDecode(text, from, to);
  return result.ok ? result.decoded : fail('anchor/encoding', result.offset, result.length);
}

function parseFile(path: Decoded): AnchorTarget {
  let start = 1;
  for (const segment of path.text.slice(1).split('/')) {
    const end = start + segment.length;
    if (segment === '' || segment === '.' || segment === '..') failAt('anchor/file', path, start, end);
    for (let at = start; at < end; at++) {
      const character = path.text.charAt(at);
      if (/[\p{Cc}\\]/u.test(character) || (path.isPlain(at) && /[#?]/.test(character))) failAt('anchor/file', path, at, end);
    }
    start = end + 1;
  }
  return { kind: 'file', file: path.text.slice(1) };
}

function parseSymbol(path: Decoded): AnchorTarget {
  const hash = structural(path, '#');
  const typeEnd = hash < 0 ? path.text.length : hash;
  checkType(path, typeEnd);
  const type = path.text.slice(0, typeEnd);
  if (hash < 0) return { kind: 'symbol', type };

  const list = parameterList(path, hash + 1);
  const nameEnd = list < 0 ? path.text.length : list;
  checkName(path, hash + 1, nameEnd);
  const member = path.text.slice(hash + 1, nameEnd);
  return { kind: 'symbol', type, member, ...(list < 0 ? {} : { parameters: parseParameters(path, list) }) };
}

/** Returns where a delimiter stands as it is, else where it stands encoded, for many tools encode more than they must. */
function structural(path: Decoded, delimiter: string, from = 0): number {
  let encoded = -1;
  for (let at = path.text.indexOf(delimiter, from); at >= 0; at = path.text.indexOf(delimiter, at + 1)) {
    if (path.isPlain(at)) return at;
    if (encoded < 0) encoded = at;
  }
  return encoded;
}

function parameterList(path: Decoded, from: number): number {
  const open = structural(path, '(', from);
  return open >= 0 && (path.isPlain(open) || path.text.endsWith(')')) ? open : -1;
}

const identifierStart = /[\p{L}\p{Nl}_$]/u;
const identifierPart = /[\p{L}\p{M}\p{N}_$]/u;
const operator = /[!#%&*+\-/:<=>?@\\^|~\p{Sm}\p{So}]/u;

/** Checks a type: names joined with `.`, each an identifier or encoded. */
function checkType(path: Decoded, end: number): void {
  let isStart = true;
  for (let at = 0; at < end; ) {
    const character = characterAt(path.text, at);
    const isDot = character === '.';
    const isFine = isDot ? !isStart : !path.isPlain(at) || (isStart ? identifierStart : identifierPart).test(character);
    if (!isFine) failAt('anchor/type', path, at, at + character.length);
    isStart = isDot;
    at += character.length;
  }
  if (isStart) failAt('anchor/type', path, Math.max(0, end - 1), end);
}

/**
 * Checks a name: an identifier, an operator, both joined with `_`, `<init>`, or a text that is encoded or holds a space (a name
 * in backticks).
 */
function checkName(path: Decoded, start: number, end: number): void {
  const name = path.text.slice(start, end);
  if (name === '<init>') return;
  if (name === '' || name.trim() !== name) failAt('anchor/member', path, start, end);
  const isQuoted = name.includes(' ');
  const isOperator = operator.test(characterAt(path.text, start));
  let operatorsAllowed = isOperator;
  for (let at = start; at < end; ) {
    const character = characterAt(path.text, at);
    const isLetter = at === start ? identifierStart.test(character) : identifierPart.test(character);
    const isFine =
      (isLetter && !isOperator) || (operatorsAllowed && character !== '#' && operator.test(character)) || !path.isPlain(at) || isQuoted;
    if (!isFine || /[`\p{Cc}]/u.test(character)) failAt('anchor/member', path, at, at + character.length);
    operatorsAllowed ||= character === '_';
    at += character.length;
  }
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

/** A parameter may be only an operator, as `<:<` of an infix type; a sign in it that looks like a bracket is not one. */
const operatorType = /\s*(?:=>\s*)?[!#%&*+\-/:<=>?@\\^|~\p{Sm}\p{So}]+\s*(?=[,)])/uy;

/** Parses the parameters from the `(` on; the `)` must be the last character. */
function parseParameters(path: Decoded, open: number): readonly string[] {
  const { text } = path;
  const parameters: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let at = open + 1; at < text.length; at++) {
    if (at === start) {
      operatorType.lastIndex = at;
      if (operatorType.test(text)) at = operatorType.lastIndex;
    }
    const character = text.charAt(at);
    if (character === '=' && text[at + 1] === '>') at++;
    else if ('([<'.includes(character)) depth++;
    else if (depth > 0 && ')]>'.includes(character)) depth--;
    else if (depth === 0 && (character === ',' || character === ')')) {
      const isEmptyList = character === ')' && parameters.length === 0 && text.slice(start, at).trim() === '';
      if (!isEmptyList) parameters.push(parseParameter(path, start, at));
      start = at + 1;
      if (character === ')') {
        if (start < text.length) failAt('anchor/parameters', path, start, text.length);
        return parameters;
      }
    }
  }
  failAt('anchor/parameters', path, open, text.length);
}

function parseParameter(path: Decoded, start: number, end: number): string {
  const type = normalizeParameter(path.text.slice(start, end));
  return type ?? failAt('anchor/parameters', path, start, end);
}

/** Parses `text=prefix-,start,end,-suffix`, in which only `start` is required. `from` is the offset after the `:~:`. */
function parseFragment(text: string, from: number): TextFragment {
  if (!text.startsWith(directive, from)) fail('anchor/fragment', from, text.length - from);
  const parts: { start: number; end: number }[] = [];
  let start = from + directive.length;
  const another = text.indexOf(`&${directive}`, start);
  if (another >= 0) fail('anchor/fragment', another, text.length - another);
  for (const part of text.slice(start).split(',')) {
    parts.push({ start, end: start + part.length });
    start += part.length + 1;
  }
  const [first, last] = [parts[0], parts.at(-1)];
  const hasPrefix = first !== undefined && text[first.end - 1] === '-' && first.end > first.start;
  const prefix = hasPrefix ? parts.shift() : undefined;
  const hasSuffix = last !== undefined && parts.length > 1 && text[last.start] === '-';
  const suffix = hasSuffix ? parts.pop() : undefined;
  const [quote, end, extra] = parts;
  if (quote === undefined) fail('anchor/fragment', text.length, 0);
  if (extra !== undefined) fail('anchor/fragment', extra.start, extra.end - extra.start);
  return {
    ...(prefix && { prefix: quoted(text, prefix.start, prefix.end - 1) }),
    start: quoted(text, quote.start, quote.end),
    ...(end && { end: quoted(text, end.start, end.end) }),
    ...(suffix && { suffix: quoted(text, suffix.start + 1, suffix.end) }),
  };
}

function quoted(text: string, start: number, end: number): string {
  const quote = decode(text, start, end).text;
  if (!hasTokens(quote)) fail('anchor/fragment', start, end - start);
  return quote;
}
