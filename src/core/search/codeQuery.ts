import { HumpPattern } from './humps';
import { ideograph } from './searchWords';

/** A part of what was typed, without spaces: a name, and what owns it in front, `repMan#appRec` or `kafka.log.Log`. */
export interface CodeToken {
  readonly typed: string;
  /** The parts in front of the last `#` or `.`. */
  readonly owners: readonly HumpPattern[];
  /** Undefined where nothing stands behind it: all members are meant. */
  readonly name: HumpPattern | undefined;
}

/** What was typed, as far as it can name code. */
export interface CodeQuery {
  readonly tokens: readonly CodeToken[];
  /** What is ranked by: the tokens with `.` for `#`, a space between two. */
  readonly text: string;
  /** In small letters: what values of constants must contain. */
  readonly words: readonly string[];
  /** Whether words that cannot name code were left out. */
  readonly isPart: boolean;
  /** Whether letters may be left out anywhere. */
  readonly isLoose: boolean;
}

/** Other signs than a name's, its owners' and a constant's value's name no code. */
const codeWord = /^[\p{L}\p{N}_$#.<>:/-]+$/u;
const ideographs = new RegExp(`[${ideograph}]+`, 'gu');
/** Behind a name: a parameter list, whole or half typed, or what a setting is set to. They say nothing that is looked for. */
const behindName = /(?<=[\p{L}\p{N}_$>])(?:\([^)]*\)?|=\S*)/gu;
/** What stands around a name in a text and is none of it: quotation marks, a comma, the scheme of an anchor. */
const aroundName = /^(?:[^\p{L}\p{N}_$#.</]+|kafka:)+|[^\p{L}\p{N}_$#.>/]+$/gu;
/** What is looked at of what was typed, in UTF-16 units: the longest path of Kafka with its parameters is no longer. */
const longest = 400;
/** Of more names the first ones count. */
const mostTokens = 4;
/** More plain words than these are a sentence. */
const mostWords = 2;
/** What names have and words have not: a capital behind a small letter, or a sign. */
export const codeSigns = /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}|[_.$#]/u;

/** Undefined where nothing typed can name code. `isLoose`: letters may be left out anywhere. */
export function codeQueryOf(typed: string, isLoose = false): CodeQuery | undefined {
  const all = typed
    .slice(0, longest)
    .normalize('NFKC')
    .replace(behindName, ' ')
    .replace(ideographs, ' $& ')
    .split(/\s+/)
    .map((one) => one.replace(aroundName, ''))
    .filter((one) => one !== '');
  const words = all.filter((one) => codeWord.test(one) && one.search(ideographs) < 0).slice(0, mostTokens);
  const tokens = words.flatMap((word) => tokenOf(word, isLoose));
  if (tokens.length === 0 || (all.length > mostWords && !all.some((one) => codeSigns.test(one)))) return undefined;
  return {
    tokens,
    text: tokens.map((token) => token.typed).join(' '),
    words: words.map((word) => word.toLowerCase()),
    isPart: words.length < all.length,
    isLoose,
  };
}

function tokenOf(word: string, isLoose: boolean): CodeToken[] {
  const plain = word.replaceAll('$', '').replaceAll(/[#/]/g, '.');
  const parts = plain.split('.');
  const name = parts.pop() ?? '';
  const owners = parts.filter((part) => part !== '');
  if (name === '' && owners.length === 0) return [];
  return [
    {
      typed: [...owners, name].join('.'),
      owners: owners.map((owner) => new HumpPattern(owner, isLoose)),
      name: name === '' ? undefined : new HumpPattern(name, isLoose),
    },
  ];
}
