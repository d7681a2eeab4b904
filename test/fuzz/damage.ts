import fc from 'fast-check';
import { mutate, mutationWith } from '../hostile/mutation';

/** Pieces that a reader of any format may stumble over: signs that are not seen, halves of signs, names of prototypes, numbers. */
const oddPieces = [
  ...[
    '\0',
    '\u0001',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u00a0',
    '\u2028',
    '\u2029',
    '\u200b',
    '\u200f',
    '\u202e',
    '\u2066',
    '\uFEFF',
  ],
  ...['\ud800', '\udc00', '\udc00\ud800', '\u{1f389}', 'e\u0301', '\u4e2d', '\uffff', '\ufffd'],
  ...['%', '%00', '%2', '%2e%2e%2f', '%ff', '%C3%28', '%ED%A0%80', '%25', '..', '../', '//', '\\', '\\\\'],
  ...['__proto__', 'constructor', 'prototype', 'toString', '$&', '${a}', '-1', '0', '1e999', '99999999999999999999', 'NaN'],
  ...['\n', '\r', '\r\n', '\t', ' ', '"', "'", '`', ',', ':', ';', '[', ']', '{', '}', '(', ')', '<', '>', '&', '#', '!', '|'],
] as const;

/** Damages texts at up to four places. The pieces are put in beside those that harm any format. */
export function damaged(texts: fc.Arbitrary<string>, pieces: readonly string[]): fc.Arbitrary<string> {
  const mutations = fc.array(mutationWith([...oddPieces, ...pieces]), { maxLength: 4 });
  return fc.tuple(texts, mutations).map(([text, all]) => all.reduce((one, mutation) => mutate(one, mutation).text, text));
}

/** Returns texts of up to this many lines, each of which is one of these or several of them. */
export function linesOf(lines: readonly string[], maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...lines), { maxLength }).map((some) => some.map((line) => `${line}\n`).join(''));
}

/** Returns a text in which U+FFFD stands for each half of a surrogate pair, since such a half has no encoding. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\uFFFD');
}
