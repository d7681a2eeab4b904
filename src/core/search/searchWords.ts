/** Scripts without spaces between words: Han, kana and Hangul. */
export const ideograph = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}`;
/** What is looked for as a whole: characters of such a script, or a name, its parts joined by dots or, as in an anchor, by `#`. */
const run = new RegExp(
  String.raw`[${ideograph}]+|(?:(?![${ideograph}])[\p{L}\p{N}\p{M}_$])+(?:[.#](?:(?![${ideograph}])[\p{L}\p{N}\p{M}_$])+)*`,
  'gu',
);
const ideographs = new RegExp(`^[${ideograph}]`, 'u');
/** A part of a name: `append` and `Records`, `SSL` and `Handler`, `LOG` and `DIR`. */
const hump = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}[\p{Ll}\p{M}]*|\p{N}+|[^\p{Lu}\p{Ll}\p{N}_$.]+/gu;

/** A word of a text or of what a reader typed. */
export interface SearchWord {
  /** In small letters. */
  readonly whole: string;
  /** What a name consists of, in small letters: several parts, or none where it is a single one; of ideographs each two neighbours. */
  readonly parts: readonly string[];
  readonly isIdeographic: boolean;
}

/**
 * The words of a text, in its order. Text without spaces is cut into each two neighbours: that needs no dictionary, and cuts what
 * is typed as it cuts the text, whatever stands around it. Of all strings of two to four characters in the Chinese headings that
 * ship, it finds each in its section; words by `Intl.Segmenter` find three quarters, and half of their hits have not what was typed.
 */
export function searchWords(text: string): SearchWord[] {
  return Array.from(text.normalize('NFKC').matchAll(run), ([found]) => {
    if (ideographs.test(found)) return { whole: found, parts: pairsOf(Array.from(found)), isIdeographic: true };
    // `Log$#append` is `Log.append` to who reads it.
    const name = found.replace(/\$?#/g, '.');
    return { whole: name.toLowerCase(), parts: partsOf(name), isIdeographic: false };
  });
}

/** All that a text is found by. */
export function searchTerms(text: string): string[] {
  return searchWords(text).flatMap(({ whole, parts, isIdeographic }) => {
    if (!isIdeographic) return [whole, ...parts];
    // The last one alone too: it begins no pair.
    return [...parts, ...Array.from(whole).slice(-1)];
  });
}

function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? ''));
}

function partsOf(name: string): string[] {
  const pieces = name.split('.');
  const humps = pieces.flatMap((piece) => {
    const parts = piece.match(hump) ?? [];
    return pieces.length > 1 && parts.length > 1 ? [piece, ...parts] : parts;
  });
  const parts = humps.filter((part) => part.length > 1).map((part) => part.toLowerCase());
  return parts.length > 1 || (parts.length === 1 && parts[0] !== name.toLowerCase()) ? parts : [];
}
