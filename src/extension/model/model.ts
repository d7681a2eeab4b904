import type { Event, Uri } from 'vscode';
import type { Binding, Target } from '../../core/bindings/binding';
import type { Note, NotesOutline, Section } from '../../core/notes/note';
import type { SourceSymbol } from '../../core/symbols/symbol';
import type { Position, Range } from '../../core/util/range';
import type { SymbolTable } from '../../core/symbols/symbolTable';
import type { TrailStep } from '../../core/trails/trail';

/**
 * What views and commands may ask. Everything here is the one copy of its data: views subscribe, ask again when told, and keep nothing.
 * URIs as strings are `Uri.toString()`.
 */
export interface Model {
  readonly notes: NoteLibrary;
  readonly trees: SourceTrees;
  readonly bindings: Bindings;
  readonly cursor: Cursor;
  readonly panel: Panel;
  readonly navigation: Navigation;
  readonly progress: Progress;
  readonly trails: Trails;
}

/** A folder of notes: the shipped one of the reader's language, or one of the reader's own. */
export interface NoteFolder {
  readonly uri: Uri;
  /** Words for it: the outline's title, else the folder's name. */
  readonly title: string;
  /** Whether it is the reader's own, not a shipped one. */
  readonly own: boolean;
  /** Of its README.md; undefined where there is none. */
  readonly outline: NotesOutline | undefined;
  /** URI of that README.md. */
  readonly outlineUri: Uri;
  /** Every Markdown file in it, README.md too, in the order of their paths. */
  readonly notes: readonly Note[];
  /** A sentence in the reader's language, where the folder cannot be read. */
  readonly unreadable: string | undefined;
}

export interface NoteLibrary {
  /** Reads the notes if that has not happened yet. The other members are empty before. Never rejects. */
  ready(): Promise<void>;
  /** The reader's own folders behind the shipped one. */
  readonly folders: readonly NoteFolder[];
  /** Where these folders are, known before anything is read. */
  readonly roots: readonly Uri[];
  note(uri: string): Note | undefined;
  folderOf(uri: string): NoteFolder | undefined;
  /** The words of each section of a note; of none where they cannot be read. Never rejects. */
  sectionTexts(note: Note): Promise<readonly string[]>;
  /** Fires with the URIs of the notes that came, changed or went; folders may have changed too. */
  readonly onDidChange: Event<ReadonlySet<string>>;
}

/** A folder with Kafka's source. */
export interface SourceTree {
  readonly root: Uri;
  /** As its gradle.properties or archive has it, e.g. `2.2.0`. */
  readonly version: string | undefined;
  /** What is known of it by now. The same object for the tree's whole life, its answers grow. */
  readonly table: SymbolTable;
  /** How many files are indexed, of how many that are known. */
  readonly progress: { readonly indexed: number; readonly total: number };
  /** `file` is relative to the root, with `/`. */
  uriOf(file: string): Uri;
  /** Undefined where it is not a file under the root. */
  fileOf(uri: Uri): string | undefined;
}

export interface SourceTrees {
  /** Looks for them if that has not happened yet. */
  ready(): Promise<void>;
  readonly all: readonly SourceTree[];
  /** The one that the reader is in: of the active editor, else the last one, else the first. */
  readonly active: SourceTree | undefined;
  of(uri: Uri): SourceTree | undefined;
  /** Trees came or went, or another one is active. */
  readonly onDidChange: Event<void>;
  /** Fires with a tree in which files came, were indexed or went. */
  readonly onDidIndex: Event<SourceTree>;
}

/** A section bound to a place in a source file. */
export interface Annotation {
  readonly note: Note;
  readonly section: Section;
  readonly role: 'subject' | 'mention';
  readonly binding: Binding;
  readonly target: Target;
}

/** What one symbol has. */
export interface AnnotatedSymbol {
  /** Undefined where the file or its package is meant. */
  readonly symbol: SourceSymbol | undefined;
  /** Each section once, subjects first. */
  readonly annotations: readonly Annotation[];
}

export interface Bindings {
  /** All anchors of a note against the active tree, in the order of the note. Without a tree they are `unavailable`. Malformed ones are not among them. */
  ofNote(note: string): readonly Binding[];
  /** What surely points into this source file, in the order of the targets' lines; subjects first on the same line. */
  ofFile(file: Uri): readonly Annotation[];
  /** The anchors that lead into this source file, and those that may: notes outside of the note folders included. In the order of the notes. */
  leadingInto(file: Uri): readonly Binding[];
  /** What the innermost annotated symbol around a place has, quotes inside it included; else what the file itself has. */
  at(file: Uri, position: Position): AnnotatedSymbol | undefined;
  /** Fires with the URIs of the notes and source files whose answers are others now. */
  readonly onDidChange: Event<ReadonlySet<string>>;
}

/** The symbol that the cursor of the active editor is in. */
export interface Cursor {
  /** The path of the innermost symbol around the cursor that has annotations. */
  readonly symbol: string | undefined;
  /** Its annotations, subjects first. */
  readonly annotations: readonly Annotation[];
  readonly onDidChange: Event<void>;
}

/** A note, and a section of it by its slug. */
export interface NotePlace {
  readonly note: string;
  readonly slug: string | undefined;
}

/** What the note panel shows, whether the panel is visible or not. */
export interface Panel {
  readonly place: NotePlace | undefined;
  /** Another number each time that the reader is brought to a place; that of before where a place was only looked at in between. */
  readonly visit: number;
  /** Whether the place is only looked at. */
  readonly isPeek: boolean;
  readonly pinned: boolean;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  /** Shows it now, pinned or not, and remembers where the reader was. */
  show(place: NotePlace): void;
  pin(pinned: boolean): void;
  back(): void;
  forward(): void;
  /** Fires too when the place shown is shown again (to bring the section into view again). */
  readonly onDidChange: Event<void>;
}

export interface Navigation {
  /** Opens the code of an anchor of a note (its text with `kafka:`) beside, reveals and flashes it; asks where several fit, says why where none does. */
  openAnchor(note: string, text: string): Promise<void>;
  /**
   * Opens the code of an anchor only where it surely leads to one place, and asks nothing; says how the anchor stands, undefined
   * where the note has no such well-formed anchor. `isWanted`: asked once that is known, which may take a while.
   */
  openIfCertain(note: string, text: string, isWanted?: () => boolean): Promise<Binding | undefined>;
  /** Opens a relative link of a note (to another note in the panel, or as `show` does; to anything else in an editor). Links to the web open outside. */
  openLink(note: string, href: string, show?: (place: NotePlace) => void): Promise<void>;
  /** Shows the section in the panel and brings the panel to the front. */
  openSection(place: NotePlace): Promise<void>;
  /** Opens the note's Markdown in an editor, at the section or at a range of the text. */
  openSource(place: NotePlace, range?: Range): Promise<void>;
}

/** What of a note is read. */
export interface NoteProgress {
  /** Those that have words of their own, in order. */
  readonly sections: readonly { readonly section: Section; readonly read: boolean }[];
  readonly read: number;
  readonly total: number;
  /** Seconds that the rest takes to read; counted when asked, which takes some milliseconds for a long note. */
  readonly seconds: () => number;
}

/** What the reader has read, kept for all windows and machines. */
export interface Progress {
  ofNote(note: string): NoteProgress | undefined;
  /** Without a slug the whole note; a section that only holds others together stands for them. */
  isRead(place: NotePlace): boolean;
  mark(places: readonly NotePlace[], read: boolean): void;
  readonly onDidChange: Event<void>;
}

/** Where the reader is on a trail. */
export interface TrailPosition {
  readonly note: Note;
  readonly steps: readonly TrailStep[];
  /** Of the step that the reader stands at. */
  readonly index: number;
  readonly step: TrailStep;
  readonly status: 'walking' | 'paused';
  /** Seconds that the note takes from this step on. */
  readonly seconds: number;
  /** The note that the trail goes on with. */
  readonly next: () => Note | undefined;
}

/** The walk through the anchors of a note, then of the next one. */
export interface Trails {
  readonly position: TrailPosition | undefined;
  /** Whether the panel or the editor shows something else than the step. */
  readonly isAway: boolean;
  /** The trail of a note, empty where there is none. */
  steps(note: string): readonly TrailStep[];
  /** Goes to the note's step where the reader left its trail, else to its first one. */
  start(note: string): Promise<void>;
  goTo(note: string, index: number): Promise<void>;
  next(): Promise<void>;
  previous(): Promise<void>;
  /** Shows the step again, after wandering off or a pause. */
  back(): Promise<void>;
  pause(): void;
  end(): void;
  readonly onDidChange: Event<void>;
}
