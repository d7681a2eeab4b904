import { HumpPattern } from './humps';
import { ideograph } from './searchWords';

/** A part of what was typed, without spaces: a name and, in front of it, its owners, as in `repMan#appRec` or `kafka.log.Log`. */
export interface CodeToken {
  readonly typed: string;
  /** The owners: the parts in front of the last `#` or `.`. */
  readonly owners: readonly HumpPattern[];
  /** The name; undefined where nothing stands behind the owner, so that all members are meant. */
  readonly name: HumpPattern | undefined;
}

/** The part of what was typed that can name code. */
export interface CodeQuery {
  readonly tokens: readonly CodeToken[];
  /** The text by which hits are ranked: the tokens with `.` for `#`, with a space between two. */
  readonly text: string;
  /** The words, in small letters, that values of constants must contain. */
  readonly words: readonly string[];
  /** Whether words that cannot name code were left out. */
  readonly isPart: boolean;
  /** Whether letters may be left out anywhere. */
  readonly isLoose: boolean;
}

/** Signs that stand in no name, no owner and no constant's value name no code. */
const codeWord = /^[\p{L}\p{N}_$#.<>:/-]+$/u;
const ideographs = new RegExp(`[${ideograph}]+`, 'gu');
/**
 * Matches what follows a name and says nothing that is looked for: a parameter list, whole or half typed, or the value that a
 * setting is set to.
 */
const behindName = /(?<=[\p{L}\p{N}_$>])(?:\([^)]*\)?|=\S*)/gu;
/** Matches what stands around a name in a text: quotation marks, a comma, the scheme of an anchor. */
const aroundName = /^(?:[^\p{L}\p{N}_$#.</]+|kafka:)+|[^\p{L}\p{N}_$#.>/]+$/gu;
/** The most UTF-16 units that are looked at. The longest path of Kafka with its parameters is no longer. */
const longest = 400;
/** The most names that are looked for. */
const mostTokens = 4;
/** The most plain words that may be names; more of them are a sentence. */
const mostWords = 2;
/** Matches what names have and words do not: a capital behind a small letter, or a sign. */
export const codeSigns = /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}|[_.$#]/u;

/** Parses what was typed; undefined where nothing of it can name code. With `isLoose` letters may be left out anywhere. */
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
