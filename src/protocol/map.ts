import type { MapNotes, MapTree } from '../core/map/mapData';

/** The commands that the map's page may run: a closed list. */
export const mapCommands = ['kafkaNotes.getSource', 'kafkaNotes.chooseSourceFolder'] as const;

export type MapCommand = (typeof mapCommands)[number];

/** What is said in the place of a map: what to do next. */
export interface MapAdvice {
  readonly text: string;
  readonly actions: readonly { readonly label: string; readonly command: MapCommand }[];
}

/** The page's own words, in the reader's language; `{0}`, `{1}` … are filled in by the page. */
export interface MapWords {
  /** Names the picture; `{0}` is Kafka and its version. */
  readonly map: string;
  readonly path: string;
  readonly kafka: string;
  /** `{0}` of `{1}` types, `{2}` of `{3}` sections. */
  readonly totals: string;
  readonly totalsWithTests: string;
  /** `{0}` of `{1}` files. */
  readonly reading: string;
  readonly colours: string;
  readonly byNotes: string;
  readonly byReading: string;
  readonly tests: string;
  readonly legend: string;
  readonly size: string;
  readonly none: string;
  readonly mentioned: string;
  readonly about: string;
  readonly unknown: string;
  readonly unread: string;
  readonly started: string;
  readonly read: string;
  readonly oneFile: string;
  readonly files: string;
  readonly oneLine: string;
  readonly lines: string;
  readonly test: string;
  readonly generated: string;
  /** `{0}` percent of the types. */
  readonly annotated: string;
  /** `{0}` of `{1}` sections. */
  readonly sectionsRead: string;
  readonly noSections: string;
  readonly aboutIt: string;
  readonly mentionedIn: string;
  readonly nextToRead: string;
  readonly allRead: string;
  readonly withoutNotes: string;
  /** `{0}` more sections. */
  readonly more: string;
  readonly keys: string;
  readonly details: string;
}

/** What the map shows; where a part is left out, the page keeps what it had. */
export interface MapUpdate {
  /** Null where there is a map instead. */
  readonly advice?: MapAdvice | null;
  readonly tree?: MapTree;
  readonly notes?: MapNotes;
}

/** What the host asks of the page. */
export interface MapCalls {
  show(update: MapUpdate): void;
}

/** What the page asks of the host. */
export interface MapHostCalls {
  /** The page is there: answers with all that is known by now; more follows. */
  ready(): { readonly words: MapWords };
  /** Opens a source file at one of its top-level types, or at the one that it is named after; in another group of editors if `beside`. */
  openFile(file: string, type: string | null, beside: boolean): void;
  openSection(note: string, slug: string): void;
  run(command: MapCommand): void;
}

/** What the page keeps through being hidden or reloaded: ids of nodes, and the switches. */
export interface MapMemory {
  readonly zoom: string;
  readonly focus: string | undefined;
  readonly colours: 'notes' | 'reading';
  readonly tests: boolean;
}
