import { searchWords, type SearchWord } from './searchWords';

/**
 * Words that mean the same, in one or several languages. A word that is typed finds the others of its group, too. A term of
 * several words, as `high watermark`, is found where all of them stand.
 */
export type Vocabulary = readonly (readonly string[])[];

/** A word of a query, or several that are one term, with what else may stand for it. */
export interface QueryTerm {
  readonly typed: readonly SearchWord[];
  /** Each of these means the same in other words. */
  readonly others: readonly (readonly SearchWord[])[];
}

/** Words that ask and join, and say nothing of what is looked for. */
const functionWords = new Set(
  (
    'a an and are as at be been being by can could did do does for from has have how i if in into is it its my of on or ' +
    'should so than that the their them then there these they this those to was we were what when where which while who ' +
    'whom whose why will with would you'
  ).split(' '),
);
/** The same in Chinese, the longer ones first. */
const particles =
  /为什么|什么时候|什么地方|是不是|有没有|能不能|会不会|什么|怎么样|怎么|怎样|如何|哪里|哪儿|哪个|哪些|何时|何处|是否|多少|谁|的|了|吗|呢|是|在|由|被|把|会|和|与/u;
/** The most characters of a term of the vocabulary. */
const longestTerm = 12;

/** Returns whether a word, in small letters, only asks or joins. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}

/** Knows the terms of a vocabulary by their words. */
export class KnownTerms {
  /** The groups by the words of their terms, joined with a space; a term of ideographs is one word. */
  private readonly groups = new Map<string, (readonly SearchWord[])[]>();

  constructor(vocabulary: Vocabulary) {
    for (const group of vocabulary) {
      const terms = group.map((term) => searchWords(term));
      for (const term of terms) {
        const key = keyOf(term);
        this.groups.set(key, [...(this.groups.get(key) ?? []), ...terms.filter((one) => one !== term)]);
      }
    }
  }

  /**
   * Returns the terms of a query: without words that only ask, and with scripts without spaces cut at them and at the terms that
   * are known. Where nothing else was typed, the words that ask are what is looked for.
   */
  termsOf(words: readonly SearchWord[]): QueryTerm[] {
    const pieces = words.flatMap((word) => (word.isIdeographic ? this.cut(word) : [word]));
    const content = pieces.filter(({ whole }) => !isFunctionWord(whole));
    const left = content.length === 0 ? words : content;
    const terms: QueryTerm[] = [];
    for (let at = 0; at < left.length;) {
      const term = this.termAt(left, at);
      terms.push(term);
      at += term.typed.length;
    }
    return terms;
  }

  /** Returns the longest known term whose words stand here, else the word alone. */
  private termAt(words: readonly SearchWord[], at: number): QueryTerm {
    for (let count = Math.min(mostWords, words.length - at); count > 0; count--) {
      const typed = words.slice(at, at + count);
      const key = keyOf(typed);
      const others = this.groups.get(key) ?? this.groups.get(key.replace(inflection, ''));
      if (others !== undefined) return { typed, others };
    }
    return { typed: words.slice(at, at + 1), others: [] };
  }

  /** Cuts a run of ideographs. A character that is left alone between two cuts is no word. */
  private cut({ whole }: SearchWord): SearchWord[] {
    const pieces: string[] = [];
    let rest = '';
    const end = (): void => {
      for (const piece of rest.split(new RegExp(particles, 'gu'))) if (piece !== '') pieces.push(piece);
      rest = '';
    };
    const characters = Array.from(whole);
    for (let at = 0; at < characters.length;) {
      const known = this.knownAt(characters, at);
      if (known === undefined) {
        rest += characters[at++] ?? '';
        continue;
      }
      end();
      pieces.push(known);
      at += Array.from(known).length;
    }
    end();
    const several = pieces.filter((piece) => Array.from(piece).length > 1);
    return searchWords((several.length > 0 ? several : pieces).join(' '));
  }

  private knownAt(characters: readonly string[], at: number): string | undefined {
    for (let length = Math.min(longestTerm, characters.length - at); length > 1; length--) {
      const term = characters.slice(at, at + length).join('');
      if (this.groups.has(term)) return term;
    }
    return undefined;
  }
}

/** Matches what English adds to a word's shortest form, in which a vocabulary has it. */
const inflection = /(?:s|es|d|ed|ing|ment)$/;
/** The most words of a term. */
const mostWords = 3;

function keyOf(words: readonly SearchWord[]): string {
  return words.map(({ whole }) => whole).join(' ');
}
