import { escapePattern } from '../util/escapePattern';
import { spansOfNow, type CodeSpan } from './codeSpans';
import type { SourceWords } from './sourceWords';
import type { Standard, StandardProblem } from './standard';
import type { Note } from '../notes/note';

/** What stands in a quoted line for what differs from case to case. */
const placeholder = /…|\.\.\.|<[^<>]*>|\{\}|\$\{?\w+\}?|(?<![\w-])[NXY](?![\w-])|\d+/g;
/** Three words in a row make a line of a log or of a message; code has signs between its words. */
const sentence = /[A-Za-z][a-z']+ [a-z']+ [a-z']+/;

/** Returns the code spans of a note that the source does not have: misspelt names, settings that are none, and lines that no log has. */
export function unknownNames(note: Note, words: SourceWords, { outside, later }: Standard): StandardProblem[] {
  const isOutside = matcher(outside);
  const problems: StandardProblem[] = [];
  for (const span of spansOfNow(note, later)) {
    if (isOutside(span.text)) continue;
    const isLine = sentence.test(span.text);
    if (isLine ? isKnownLine(span.text, words) : isKnownName(span, words, isOutside)) continue;
    problems.push({ range: span.range, code: isLine ? 'standard/quote' : 'standard/name', args: [span.text] });
  }
  return problems;
}

function isKnownLine(text: string, words: SourceWords): boolean {
  const parts = text.split(placeholder).map((part) => part.trim());
  return parts.every((part) => !/[A-Za-z]{2}/.test(part) || words.isQuoted(part) || words.has(part));
}

/** A name is known where all its words are: `Log.append()`, `kafka-request-handler-0`, `linger.ms=5`. */
function isKnownName({ text, after }: CodeSpan, words: SourceWords, isOutside: (name: string) => boolean): boolean {
  // Code that leads to its place is no setting, though `offsets.put` reads like one.
  const isSetting = (part: string): boolean => /^[a-z]+(?:\.[a-z0-9]+)+$/.test(part) && !after.startsWith('](kafka:');
  const isKnown = (part: string): boolean => {
    if (isSetting(part)) return words.hasName(part);
    return part.split(/[.\\]+/).every((word) => word === '' || /^\d/.test(word) || words.hasWord(word.replace(/\$+$/, '')));
  };
  if (!isSetting(text) && /^\S*[.-]\S*$/.test(text) && words.isQuoted(text.replace(/\d+$/, ''))) return true;
  // Chinese words stand for what differs, too.
  const parts = text.replace(placeholder, ' ').split(/(?:[^\p{L}\p{N}_$.\\]|\p{Script=Han})+/u);
  return parts.every((part) => part === '' || isOutside(part) || isKnown(part));
}

function matcher(patterns: readonly string[]): (text: string) => boolean {
  const exact = new Set(patterns.filter((pattern) => !pattern.includes('*')));
  const open = patterns
    .filter((pattern) => pattern.includes('*'))
    .map((pattern) => new RegExp(`^${pattern.split('*').map(escapePattern).join('.*')}$`));
  return (text) => exact.has(text) || open.some((pattern) => pattern.test(text));
}
