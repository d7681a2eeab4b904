import MiniSearch, { type Query, type SearchOptions, type SearchResult } from 'minisearch';
import type { Note } from '../notes/note';
import { snippetOf, type Snippet } from './snippet';
import { noteDocuments, type NoteDocument } from './noteDocuments';
import { searchTerms, searchWords, type SearchWord } from './searchWords';
import { isFunctionWord, KnownTerms, type QueryTerm, type Vocabulary } from './vocabulary';

/** A note or a section that was found. */
export interface NoteHit {
  readonly document: NoteDocument;
  /** The words around the match. */
  readonly snippet: Snippet;
  /** Whether it has every word as it was typed, or a word that begins so. */
  readonly isLiteral: boolean;
}

type Fields = Pick<NoteDocument, 'id' | 'title' | 'text'> & { readonly above: string };

/** The number of hits with all words below which hits with some of them follow. */
const enough = 5;
/** The most letters of a name that is looked for with letters swapped. */
const longestWord = 30;
/** The most words that are looked for, which is more than a reader types. */
const mostWords = 8;

const whole: SearchOptions = {
  // The words are split before.
  tokenize: (term) => [term],
  processTerm: (term) => term,
  boost: { title: 5, above: 1.5, text: 1 },
  // An exact word counts most, and a word that begins so counts more than a similar one.
  weights: { prefix: 0.6, fuzzy: 0.3 },
  prefix: (term) => term.length > 1 || isIdeographic(term),
  fuzzy: (term) => (isIdeographic(term) || term.length < 4 ? false : term.length < 10 ? 1 : 2),
};
/** The options for a word with more than one wrong letter, where nothing is like it otherwise: `partion`. */
const roughly: SearchOptions = { fuzzy: (term) => (isIdeographic(term) || term.length < 7 ? false : 2) };
/** The options for a word with two letters swapped. */
const exactly: SearchOptions = { prefix: false, fuzzy: false, boostTerm: () => 0.4 };
/** The options for the parts of a name where they stand apart. */
const apart: SearchOptions = { combineWith: 'AND', fuzzy: false, boostTerm: () => 0.3 };
/** The options for other words that mean the same. They are found as they are written. */
const otherwise: SearchOptions = { fuzzy: false, boostTerm: () => 0.6 };
/** A whole note counts more than its sections, which have much of its title, too. */
const noteBoost = 2;

/** Finds sections of notes by the words of their titles and texts, as {@link MiniSearch} ranks them. */
export class NoteIndex {
  private readonly index = new MiniSearch<Fields>({
    fields: ['title', 'above', 'text'],
    tokenize: searchTerms,
    processTerm: (term) => term,
    autoVacuum: { batchSize: 100, batchWait: 10 },
  });
  private readonly documents = new Map<string, NoteDocument>();
  /** The title of each document, as {@link titleKey} has it. */
  private readonly titles = new Map<string, string>();
  private readonly byNote = new Map<string, readonly string[]>();
  private readonly known: KnownTerms;

  /** `vocabulary` has the words that mean the same. */
  constructor(vocabulary: Vocabulary = []) {
    this.known = new KnownTerms(vocabulary);
  }

  /** Adds a note that is new or has changed, one section a step. `texts` are the words of each of its sections. */
  *set(note: Note, texts: readonly string[]): Generator<void, void> {
    const ids: string[] = [];
    const documents: NoteDocument[] = [];
    for (const document of noteDocuments(note, texts)) {
      documents.push(document);
      yield;
    }
    this.delete(note.uri);
    this.byNote.set(note.uri, ids);
    for (const document of documents) {
      // Two notes of the same address exist only while one replaces the other.
      if (this.byNote.get(note.uri) !== ids) return;
      this.documents.set(document.id, document);
      this.titles.set(document.id, titleKey(document.title));
      ids.push(document.id);
      this.index.add({ id: document.id, title: document.title, above: document.above.join(' '), text: document.text });
      yield;
    }
  }

  delete(note: string): void {
    for (const id of this.byNote.get(note) ?? []) {
      this.index.discard(id);
      this.documents.delete(id);
      this.titles.delete(id);
    }
    this.byNote.delete(note);
  }

  /** The URIs of the notes that can be found. */
  notes(): Iterable<string> {
    return this.byNote.keys();
  }

  /**
   * Returns the hits, the best first: those whose title was typed, a glossary's behind the others, then those with all words, then,
   * where these are few, those with some of them.
   */
  *search(text: string, most: number): Generator<void, NoteHit[]> {
    const words = searchWords(text).slice(0, mostWords);
    if (words.length === 0) return [];
    const terms = this.known.termsOf(words);
    const literally: Query = { combineWith: 'AND', queries: words.map(wholly) };
    // A section that has all words as they were typed has all terms too, and counts for both.
    const found = this.find({ combineWith: 'OR', queries: [{ combineWith: 'AND', queries: terms.map(inAnyWords) }, literally] });
    yield;
    if (found.length < enough) {
      const seen = new Set(found.map(({ id }) => String(id)));
      const partly = this.find({ combineWith: 'OR', queries: terms.flatMap(({ typed }) => typed.flatMap(inParts)) });
      found.push(...partly.filter(({ id }) => !seen.has(String(id))));
      yield;
    }
    if (found.length === 0) found.push(...this.find({ ...roughly, queries: words.map(({ whole: word }) => word) }));
    yield;
    return this.askedFirst(found, text)
      .slice(0, most)
      .flatMap((result) => this.hitOf(result, words));
  }

  /** Puts the results whose whole title was typed first: however often others have its words, the reader asks for these. */
  private askedFirst(found: readonly SearchResult[], text: string): readonly SearchResult[] {
    const title = titleKey(text);
    const asked = found.filter(({ id }) => this.titles.get(String(id)) === title);
    if (asked.length === 0) return found;
    const isGlossary = ({ id }: SearchResult): boolean => this.documents.get(String(id))?.isGlossary === true;
    const first = [...asked.filter((one) => !isGlossary(one)), ...asked.filter(isGlossary)];
    return [...new Set([...first, ...found])];
  }

  private find(query: Query): SearchResult[] {
    const boostDocument = (id: unknown): number => (this.documents.get(String(id))?.slug === undefined ? noteBoost : 1);
    return this.index.search(query, { ...whole, boostDocument });
  }

  private hitOf({ id, terms }: SearchResult, words: readonly SearchWord[]): NoteHit[] {
    const document = this.documents.get(String(id));
    if (document === undefined) return [];
    const begins = (one: string): boolean => terms.some((term) => term.startsWith(one));
    return [
      {
        document,
        snippet: snippetOf(
          document.text,
          terms.filter((term) => !isFunctionWord(term)),
        ),
        isLiteral: words.every(({ whole: one, parts }) => begins(one) || (parts.length > 0 && parts.every(begins))),
      },
    ];
  }
}

/** Returns what two titles have in common that differ only in capitals and signs. */
function titleKey(title: string): string {
  return searchWords(title)
    .map(({ whole: word }) => word)
    .join(' ');
}

/** Makes the query for a word as it was typed; for ideographs, all pairs of neighbours. */
function wholly({ whole: word, parts, isIdeographic: isPairs }: SearchWord): Query {
  if (isPairs) return parts.length === 0 ? word : { combineWith: 'AND', queries: [...parts] };
  if (isFunctionWord(word)) return { ...exactly, queries: [word] };
  const swapped = neighboursSwapped(word).map((one): Query => ({ ...exactly, queries: [one] }));
  return { combineWith: 'OR', queries: [word, ...swapped] };
}

/** Makes the query for a term as it was typed or in other words that mean the same. */
function inAnyWords({ typed, others }: QueryTerm): Query {
  const asTyped: Query = { combineWith: 'AND', queries: typed.map(wholly) };
  const asOthers = others.map((words): Query => ({ ...otherwise, combineWith: 'AND', queries: words.map(exactlyAs) }));
  return others.length === 0 ? asTyped : { combineWith: 'OR', queries: [asTyped, ...asOthers] };
}

/** Makes the query for a word without wrong letters. */
function exactlyAs({ whole: word, parts, isIdeographic: isPairs }: SearchWord): Query {
  return isPairs && parts.length > 0 ? { combineWith: 'AND', queries: [...parts] } : word;
}

/** Makes the query for a word or for all parts of a name wherever they stand; for ideographs, some pairs of neighbours. */
function inParts(word: SearchWord): Query[] {
  if (word.isIdeographic) return word.parts.length === 0 ? [word.whole] : [...word.parts];
  return word.parts.length === 0 ? [wholly(word)] : [wholly(word), { ...apart, queries: [...word.parts] }];
}

/** Returns the words in which two neighbours are swapped. As two replaced letters they would be too far away. */
function neighboursSwapped(word: string): string[] {
  if (word.length < 4 || word.length > longestWord) return [];
  return Array.from({ length: word.length - 1 }, (_, at) => {
    return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  }).filter((one) => one !== word);
}

function isIdeographic(term: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(term);
}
