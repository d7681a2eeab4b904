import type { Event, Uri } from 'vscode';
import type { Binding, Target } from '../../core/bindings/binding';
import type { Excerpt } from '../../core/excerpts/excerpt';
import type { Note, NoteRole, NotesOutline, Section } from '../../core/notes/note';
import type { NoteSpot } from '../../core/notes/noteSpot';
import type { Quotation } from '../../core/notes/quote/quotation';
import type { SourceSymbol } from '../../core/symbols/symbol';
import type { Position, Range } from '../../core/util/range';
import type { SymbolTable } from '../../core/symbols/symbolTable';
import type { Trail, TrailStep } from '../../core/trails/trail';

/**
 * Everything that views and commands may ask for. Each part is the one copy of its data: views subscribe, ask again when they are
 * told, and keep nothing. URIs as strings are `Uri.toString()`.
 */
export interface Model {
  readonly notes: NoteLibrary;
  readonly trees: SourceTrees;
  readonly bindings: Bindings;
  readonly excerpts: Excerpts;
  readonly cursor: Cursor;
  readonly panel: Panel;
  readonly navigation: Navigation;
  readonly progress: Progress;
  readonly trails: Trails;
}

/** A folder of notes: the shipped one of the reader's language, or one of the reader's own. */
export interface NoteFolder {
  readonly uri: Uri;
  /** Its name for people: the outline's title, else the folder's name. */
  readonly title: string;
  /** Whether it is the reader's own, not a shipped one. */
  readonly own: boolean;
  /** The outline in its README.md; undefined where there is none. */
  readonly outline: NotesOutline | undefined;
  /** The URI of that README.md. */
  readonly outlineUri: Uri;
  /** Every Markdown file in it, README.md too, in the order of their paths. */
  readonly notes: readonly Note[];
  /** A sentence in the reader's language that says why the folder cannot be listed; undefined where it can. */
  readonly unreadable: string | undefined;
}

export interface NoteLibrary {
  /** Parses the notes if that has not happened yet. The other members are empty before. Never rejects. */
  ready(): Promise<void>;
  /** The reader's own folders, and the shipped one behind them. */
  readonly folders: readonly NoteFolder[];
  /** The URIs of these folders, which are known before any note is parsed. */
  readonly roots: readonly Uri[];
  note(uri: string): Note | undefined;
  folderOf(uri: string): NoteFolder | undefined;
  /** Returns the words of each section of a note; an empty list where the note cannot be parsed. Never rejects. */
  sectionTexts(note: Note): Promise<readonly string[]>;
  /**
   * Returns whole lines of a note as Markdown for the editor's own renderer, which trusts links and images more than the panel
   * does; undefined where the note cannot be parsed. Never rejects.
   */
  quote(note: Note, passage: string): Promise<Quotation | undefined>;
  /** Fires with the URIs of the notes that came, changed or went; folders may have changed too. */
  readonly onDidChange: Event<ReadonlySet<string>>;
}

/** A folder with Kafka's source. */
export interface SourceTree {
  readonly root: Uri;
  /** The version as its gradle.properties or archive has it, e.g. `2.2.0`. */
  readonly version: string | undefined;
  /** The symbols that are known by now. It is the same object for the tree's whole life, and its answers grow. */
  readonly table: SymbolTable;
  /** How many files are indexed, of how many that are known. */
  readonly progress: { readonly indexed: number; readonly total: number };
  /** Returns the URI of a file, given its path relative to the root, with `/`. */
  uriOf(file: string): Uri;
  /** Returns the path of a file relative to the root; undefined where it is not under the root. */
  fileOf(uri: Uri): string | undefined;
}

export interface SourceTrees {
  /** Looks for source trees if that has not happened yet. */
  ready(): Promise<void>;
  readonly all: readonly SourceTree[];
  /** The tree that the reader is in: the active editor's, else the last one, else the first. */
  readonly active: SourceTree | undefined;
  of(uri: Uri): SourceTree | undefined;
  /** Fires when trees came or went, or another one is active. */
  readonly onDidChange: Event<void>;
  /** Fires with the tree when some of its files were indexed. */
  readonly onDidIndex: Event<SourceTree>;
}

/** A section bound to a place in a source file. */
export interface Annotation {
  readonly note: Note;
  readonly section: Section;
  readonly role: NoteRole;
  readonly binding: Binding;
  readonly target: Target;
}

/** The annotations of one place of a source file. */
export interface AnnotatedCode {
  /** The symbol that the place is or lies in; undefined where the file or its package is meant. */
  readonly symbol: SourceSymbol | undefined;
  /** The quoted code, where the place is a statement and not the whole symbol. */
  readonly quote: Range | undefined;
  /** Each section once, subjects first and references last. At least one is no reference. */
  readonly annotations: readonly Annotation[];
}

/** The answer for a position in a source file. */
export interface CodeAt {
  /** The innermost annotated place: a quote before its method, a method before its type. */
  readonly place: AnnotatedCode | undefined;
  /** In a member without notes: the nearest type around it that sections are about, with these sections. */
  readonly around: AnnotatedCode | undefined;
}

export interface Bindings {
  /**
   * Returns the bindings of all well-formed anchors of a note to the active tree, in the order of the note. Without a tree they
   * are `unavailable`.
   */
  ofNote(note: string): readonly Binding[];
  /**
   * Returns the annotations that surely lead into this source file, in the order of the targets' lines, subjects first on the
   * same line.
   */
  ofFile(file: Uri): readonly Annotation[];
  /**
   * Returns the bindings that lead or may lead into this source file, those of notes outside of the note folders included, in the
   * order of the notes.
   */
  leadingInto(file: Uri): readonly Binding[];
  /**
   * Returns the innermost annotated place at a position; in a member without notes, what is said of the type around it.
   */
  at(file: Uri, position: Position): CodeAt;
  /** Fires with the URIs of the notes and source files whose answers have changed. */
  readonly onDidChange: Event<ReadonlySet<string>>;
}

/** The code that notes show in their fences `kafka`, from the active tree. */
export interface Excerpts {
  /**
   * Returns the excerpts of a note by the texts of their anchors, each file read once, with what is typed and not saved. Those in
   * `whole` have all of their code, up to `longestExcerpt` lines. Never rejects.
   */
  read(note: string, whole?: ReadonlySet<string>): Promise<ReadonlyMap<string, Excerpt>>;
  /** Fires with the URIs of the notes, of those that were asked for lately, whose excerpts may be others now. */
  readonly onDidChange: Event<ReadonlySet<string>>;
}

/** The code that the cursor of the active editor is in. */
export interface Cursor {
  /** The innermost annotated place at the cursor. */
  readonly place: AnnotatedCode | undefined;
  /** Where there is none: the nearest type around the cursor that sections are about, with these sections. */
  readonly around: AnnotatedCode | undefined;
  readonly onDidChange: Event<void>;
}

/** A note, and a section of it by its slug. */
export interface NotePlace {
  readonly note: string;
  readonly slug: string | undefined;
  /** The words in that section that come into view. */
  readonly spot?: NoteSpot;
}

/** The content of the note panel, whether the panel is visible or not. */
export interface Panel {
  readonly place: NotePlace | undefined;
  /**
   * A number that changes each time the reader is brought to a place, and returns to its old value after a place was only looked
   * at.
   */
  readonly visit: number;
  /** Whether the place is only looked at for the moment. */
  readonly isPeek: boolean;
  readonly pinned: boolean;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  /** Shows a place now, pinned or not, and remembers where the reader was. */
  show(place: NotePlace): void;
  pin(pinned: boolean): void;
  back(): void;
  forward(): void;
  /** Also fires when the place that is shown is shown again, so that its section comes into view again. */
  readonly onDidChange: Event<void>;
}

export interface Navigation {
  /**
   * Opens the code of an anchor of a note (its text with `kafka:`) beside the note, reveals and flashes it. It asks where several
   * symbols fit, and says why where none does.
   */
  openAnchor(note: string, text: string): Promise<void>;
  /**
   * Opens the code of an anchor only where it surely leads to one place, and asks nothing. Returns the anchor's binding,
   * undefined where the note has no such well-formed anchor. `isWanted` is asked once the binding is known, which may take a
   * while.
   */
  openIfCertain(note: string, text: string, isWanted?: () => boolean | Promise<boolean>): Promise<Binding | undefined>;
  /** Opens a place of the active tree, as `openAnchor` does. */
  openTarget(target: Target): Promise<void>;
  /**
   * Opens a relative link of a note: another note in the panel, anything else in an editor. Links to the web open outside.
   */
  openLink(note: string, href: string): Promise<void>;
  /** Shows the section in the panel, and brings the panel or the tab with it into sight. */
  openSection(place: NotePlace): Promise<void>;
  /** Opens the note's Markdown in an editor, at the section or at a range of the text. */
  openSource(place: NotePlace, range?: Range): Promise<void>;
}

/** The reader's progress in a note. */
export interface NoteProgress {
  /** The sections that have words of their own, in order. */
  readonly sections: readonly { readonly section: Section; readonly read: boolean }[];
  readonly read: number;
  readonly total: number;
  /** Counts the seconds that the rest takes to read, which takes some milliseconds for a long note. */
  readonly seconds: () => number;
}

/** The sections that the reader has read, kept for all windows and machines. */
export interface Progress {
  ofNote(note: string): NoteProgress | undefined;
  /**
   * Returns whether a place is read. Without a slug that is the whole note; a section without words of its own stands for those
   * that it holds.
   */
  isRead(place: NotePlace): boolean;
  mark(places: readonly NotePlace[], read: boolean): void;
  readonly onDidChange: Event<void>;
}

/** The reader's place on a trail. */
export interface TrailPosition {
  readonly note: Note;
  readonly trail: Trail;
  /** The index of the step that the reader stands at. */
  readonly index: number;
  readonly step: TrailStep;
  /** The section that the panel shows at this step. */
  readonly place: NotePlace;
  readonly status: 'walking' | 'paused';
  /** Whether the reader walks all notes of the folder, one after the other. */
  readonly isAll: boolean;
  /** The steps that the reader went on from, see `stepKey`. */
  readonly done: ReadonlySet<string>;
  /** Returns the seconds that the text and the code from this step on take; of all notes, those that follow included. */
  readonly seconds: () => number;
  /** Returns the note that the trail goes on with. A trail beside the main one ends with its note. */
  readonly next: () => Note | undefined;
}

/** The place of a step. */
export interface TrailPlace {
  readonly note: string;
  /** The id of the trail. */
  readonly trail: string;
  readonly index: number;
}

/** The walk on the trails of the notes. */
export interface Trails {
  readonly position: TrailPosition | undefined;
  /** The name of the trail that the reader walks, where the note or its steps are gone. */
  readonly lost: string | undefined;
  /** Whether the panel or the editor shows something other than the step. */
  readonly isAway: boolean;
  /** Returns the trails of a note, the main one first; an empty list where it has none. */
  of(note: string): readonly Trail[];
  /** Returns the seconds that the text and the code of a trail take. */
  seconds(note: string, trail: Trail): number;
  /** Returns the notes of a folder that have a trail, in the order in which the walk on all of them takes them. */
  inFolder(folder: NoteFolder): readonly Note[];
  /** Goes to the step at which the reader left a trail of the note (without an id, the main one), else to its first one. */
  start(note: string, trail?: string): Promise<void>;
  /** Walks the main trails of all notes of a folder, from where the reader left this walk. */
  startAll(folder: NoteFolder): Promise<void>;
  goTo(place: TrailPlace): Promise<void>;
  next(): Promise<void>;
  previous(): Promise<void>;
  /** Shows the step again, after wandering off or a pause. */
  back(): Promise<void>;
  pause(): void;
  end(): void;
  readonly onDidChange: Event<void>;
}
