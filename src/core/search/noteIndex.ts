import MiniSearch, { type Query, type SearchOptions, type SearchResult } from 'minisearch';
import type { Note } from '../notes/note';
import { excerptOf } from './excerpt';
import { noteDocuments, type NoteDocument } from './noteDocuments';
import { searchTerms, searchWords, type SearchWord } from './searchWords';

/** A note or a section that was found. */
export interface NoteHit {
  readonly document: NoteDocument;
  /** The words around the match. */
  readonly excerpt: string;
  /** Whether it has all that was looked for as it was typed, or words that begin so. */
  readonly isLiteral: boolean;
}

type Fields = Pick<NoteDocument, 'id' | 'title' | 'text'> & { readonly above: string };

/** Fewer hits than these with all words are followed by those with some of them. */
const enough = 5;
/** A longer name has no letters swapped. */
const longestWord = 30;
/** A reader types less; of more words the first ones count. */
const mostWords = 8;

const whole: SearchOptions = {
  // What was typed is taken apart before.
  tokenize: (term) => [term],
  processTerm: (term) => term,
  boost: { title: 5, above: 1.5, text: 1 },
  // What was typed exactly counts most, what it begins more than what it resembles.
  weights: { prefix: 0.6, fuzzy: 0.3 },
  prefix: (term) => term.length > 1 || isIdeographic(term),
  fuzzy: (term) => (isIdeographic(term) || term.length < 4 ? false : term.length < 10 ? 1 : 2),
};
/** For a word with more wrong letters than one, where nothing is like it otherwise: `partion`. */
const roughly: SearchOptions = { fuzzy: (term) => (isIdeographic(term) || term.length < 7 ? false : 2) };
/** For a word with two letters swapped. */
const exactly: SearchOptions = { prefix: false, fuzzy: false, boostTerm: () => 0.4 };
/** For the parts of a name where they stand apart. */
const apart: SearchOptions = { combineWith: 'AND', fuzzy: false, boostTerm: () => 0.3 };
/** A whole note counts more than its sections: one of them has much of its title too. */
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
  private readonly byNote = new Map<string, readonly string[]>();

  /** Takes in a note that is new or has changed, a section a step. `texts`: the words of each of its sections. */
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
      // Two notes of the same address are there only while one takes the place of the other.
      if (this.byNote.get(note.uri) !== ids) return;
      this.documents.set(document.id, document);
      ids.push(document.id);
      this.index.add({ id: document.id, title: document.title, above: document.above.join(' '), text: document.text });
      yield;
    }
  }

  delete(note: string): void {
    for (const id of this.byNote.get(note) ?? []) {
      this.index.discard(id);
      this.documents.delete(id);
    }
    this.byNote.delete(note);
  }

  /** URIs of the notes that can be found. */
  notes(): Iterable<string> {
    return this.byNote.keys();
  }

  /** The best ones first: those with all words, then, where these are few, those with some of them. */
  *search(text: string, most: number): Generator<void, NoteHit[]> {
    const words = searchWords(text).slice(0, mostWords);
    if (words.length === 0) return [];
    const found = this.find({ combineWith: 'AND', queries: words.map(wholly) });
    yield;
    if (found.length < enough) {
      const known = new Set(found.map(({ id }) => String(id)));
      const partly = this.find({ combineWith: 'OR', queries: words.flatMap(inParts) });
      found.push(...partly.filter(({ id }) => !known.has(String(id))));
    }
    if (found.length === 0) found.push(...this.find({ ...roughly, queries: words.map(({ whole: word }) => word) }));
    yield;
    return found.slice(0, most).flatMap((result) => this.hitOf(result, words));
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
        excerpt: excerptOf(document.text, terms),
        isLiteral: words.every(({ whole: one, parts }) => begins(one) || (parts.length > 0 && parts.every(begins))),
      },
    ];
  }
}

/** A word as it was typed; of ideographs all neighbours. */
function wholly({ whole: word, parts, isIdeographic: isPairs }: SearchWord): Query {
  if (isPairs) return parts.length === 0 ? word : { combineWith: 'AND', queries: [...parts] };
  const swapped = neighboursSwapped(word).map((one): Query => ({ ...exactly, queries: [one] }));
  return { combineWith: 'OR', queries: [word, ...swapped] };
}

/** The same, or all parts of a name wherever they stand; of ideographs some neighbours. */
function inParts(word: SearchWord): Query[] {
  if (word.isIdeographic) return word.parts.length === 0 ? [word.whole] : [...word.parts];
  return word.parts.length === 0 ? [wholly(word)] : [wholly(word), { ...apart, queries: [...word.parts] }];
}

/** Words in which two neighbours have changed places: as two replaced letters they would be too far away. */
function neighboursSwapped(word: string): string[] {
  if (word.length < 4 || word.length > longestWord) return [];
  return Array.from({ length: word.length - 1 }, (_, at) => {
    return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  }).filter((one) => one !== word);
}

function isIdeographic(term: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(term);
}
