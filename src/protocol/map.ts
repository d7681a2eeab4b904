import type { MapNotes, MapTree } from '../core/map/mapData';

/** The commands that the map's page may run. The list is closed. */
export const mapCommands = ['kafkaNotes.getSource', 'kafkaNotes.chooseSourceFolder'] as const;

export type MapCommand = (typeof mapCommands)[number];

/** The advice in place of a map: what to do next. */
export interface MapAdvice {
  readonly text: string;
  readonly actions: readonly { readonly label: string; readonly command: MapCommand }[];
}

/** The page's own words in the reader's language. The page fills in `{0}`, `{1}` and so on. */
export interface MapWords {
  /** The picture's name; `{0}` is Kafka and its version. */
  readonly map: string;
  readonly path: string;
  readonly kafka: string;
  /** The totals: `{0}` of `{1}` types, `{2}` of `{3}` sections. */
  readonly totals: string;
  readonly totalsWithTests: string;
  /** The progress of indexing: `{0}` of `{1}` files. */
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
  /** The share of types with notes: `{0}` percent. */
  readonly annotated: string;
  /** The sections that are read: `{0}` of `{1}`. */
  readonly sectionsRead: string;
  readonly noSections: string;
  readonly aboutIt: string;
  readonly mentionedIn: string;
  readonly nextToRead: string;
  readonly allRead: string;
  readonly withoutNotes: string;
  /** The rest of a list: `{0}` more sections. */
  readonly more: string;
  readonly keys: string;
  readonly details: string;
}

/** The content of the map. The page keeps what it had of a part that is left out. */
export interface MapUpdate {
  /** The advice; null where there is a map instead. */
  readonly advice?: MapAdvice | null;
  readonly tree?: MapTree;
  readonly notes?: MapNotes;
}

/** The calls of the host to the page. */
export interface MapCalls {
  show(update: MapUpdate): void;
}

/** The calls of the page to the host. */
export interface MapHostCalls {
  /** Says that the page is there. The answer is all that is known by now; more follows. */
  ready(): { readonly words: MapWords };
  /**
   * Opens a source file at one of its top-level types, or at the type that it is named after; with `beside` in another group of
   * editors.
   */
  openFile(file: string, type: string | null, beside: boolean): void;
  openSection(note: string, slug: string): void;
  run(command: MapCommand): void;
}

/** The state that the page keeps while it is hidden or reloaded: ids of nodes, and the switches. */
export interface MapMemory {
  readonly zoom: string;
  readonly focus: string | undefined;
  readonly colours: 'notes' | 'reading';
  readonly tests: boolean;
}
