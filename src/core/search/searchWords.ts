/** Matches characters of scripts without spaces between words: Han, kana and Hangul. */
export const ideograph = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}`;
/**
 * Matches what is looked for as a whole: characters of such a script, or a name whose parts are joined by dots or, as in an
 * anchor, by `#`.
 */
const run = new RegExp(
  String.raw`[${ideograph}]+|(?:(?![${ideograph}])[\p{L}\p{N}\p{M}_$])+(?:[.#](?:(?![${ideograph}])[\p{L}\p{N}\p{M}_$])+)*`,
  'gu',
);
const ideographs = new RegExp(`^[${ideograph}]`, 'u');
/** Matches a part of a name: `append` and `Records`, `SSL` and `Handler`, `LOG` and `DIR`. */
const hump = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}[\p{Ll}\p{M}]*|\p{N}+|[^\p{Lu}\p{Ll}\p{N}_$.]+/gu;

/** A word of a text or of what a reader typed. */
export interface SearchWord {
  /** The word in small letters. */
  readonly whole: string;
  /**
   * The parts of a name in small letters: several, or none where it has a single one; for ideographs, each pair of neighbours.
   */
  readonly parts: readonly string[];
  readonly isIdeographic: boolean;
}

/**
 * Returns the words of a text, in its order. Text without spaces is cut into pairs of neighbours: that needs no dictionary, and
 * it cuts what is typed as it cuts the text, whatever stands around it. Of all strings of two to four characters in the Chinese
 * headings that ship, it finds each in its section; words by `Intl.Segmenter` find three quarters, and half of their hits do not
 * contain what was typed.
 */
export function searchWords(text: string): SearchWord[] {
  return Array.from(text.normalize('NFKC').matchAll(run), ([found]) => {
    if (ideographs.test(found)) return { whole: found, parts: pairsOf(Array.from(found)), isIdeographic: true };
    // People read `Log$#append` as `Log.append`.
    const name = found.replace(/\$?#/g, '.');
    return { whole: name.toLowerCase(), parts: partsOf(name), isIdeographic: false };
  });
}

/** Returns all terms by which a text is found. */
export function searchTerms(text: string): string[] {
  return searchWords(text).flatMap(({ whole, parts, isIdeographic }) => {
    if (!isIdeographic) return [whole, ...parts];
    // The last character is a term alone, too, since it begins no pair.
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
