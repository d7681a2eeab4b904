import type { Range } from '../core/util/range';
import type { CodeColours } from '../core/theme/codeColours';
import type { BindingState } from '../core/bindings/binding';
import type { AlertWords } from '../core/notes/alerts';
import type { NoteSpot } from '../core/notes/noteSpot';

/** An anchor of the shown note, for its look and its title. */
export interface PanelAnchor {
  /** The link destination as written. */
  readonly text: string;
  readonly state: BindingState['state'] | 'malformed';
  /** A sentence in the reader's language that says where the anchor leads, or why it leads nowhere. */
  readonly title: string;
}

/** An entry of the glossary of the shown note's folder. */
export interface PanelTerm {
  readonly terms: readonly string[];
  readonly text: string;
  /** Leads from the note to the entry's section, as a link of the note would. */
  readonly href: string;
}

/** A whole note. */
export interface PanelNote {
  readonly uri: string;
  readonly title: string;
  readonly summary?: string;
  /** The Markdown without the front matter. */
  readonly markdown: string;
  /** The time that its text takes to read. */
  readonly seconds: number;
  /** The webview URIs, with a slash at the end, of the note's folder and of the folder outside of which no image may lie. */
  readonly base: string;
  readonly root: string;
  /** The anchors, each text once. */
  readonly anchors: readonly PanelAnchor[];
  /** The slugs of all sections in order, as `Section.slug`. The first one is that of the part before the first heading. */
  readonly slugs: readonly string[];
  /** The terms that are explained where they stand. */
  readonly terms?: readonly PanelTerm[];
}

/** A place that an anchor could mean. */
export interface PanelExcerptPlace {
  readonly name: string;
  /** The place's own address, for `openPlace`. */
  readonly place: string;
}

/** The code that a fence `kafka` of the shown note stands for. */
export interface PanelExcerpt {
  /** The text of its anchor. */
  readonly anchor: string;
  /** A sentence that says how the anchor stands, where it is not exact. */
  readonly state?: string;
  /** The places that could be meant, where it is not certain which one is. */
  readonly places: readonly PanelExcerptPlace[];
  readonly code?: {
    /** The file's name with the lines, as in `Sender.java:602–610`. */
    readonly place: string;
    /** The language, as fences name it; empty where it is not known. */
    readonly language: string;
    readonly text: string;
    /** The number of lines that are not in `text`. */
    readonly left: number;
    /** Whether it is longer than what is shown without being asked for. */
    readonly isLong: boolean;
  };
}

/** Everything that an anchor may mean which does not surely lead to one place. All words are in the reader's language. */
export interface PanelChoices {
  readonly title: string;
  /** Sentences: what stands in the note, what is meant by it, and how it stands. */
  readonly facts: readonly string[];
  readonly groups: readonly { readonly title?: string; readonly choices: readonly PanelChoice[] }[];
  /** The words for writing a choice into the note, and in short; without them that cannot be done. */
  readonly write?: string;
  readonly writeIt?: string;
  readonly search: string;
  /** The words for showing the anchor in the Markdown of an own note. */
  readonly markdown?: string;
}

export interface PanelChoice {
  readonly name: string;
  /** Its file and line, and why it may be meant. */
  readonly detail: string;
  /** The place's own address, for `choose`. */
  readonly place: string;
}

/** What the reader does with such a list. The first two take a place. */
export const panelActs = ['open', 'write', 'search', 'markdown'] as const;

export type PanelAct = (typeof panelActs)[number];

/** One of the note's anchors. */
export interface PanelStep {
  /** The link destination as written. */
  readonly anchor: string;
  /** The 0-based index among the note's anchors with the same text, leaving out those in diagrams and code. */
  readonly occurrence: number;
  /** The words above its sentence where the sentence is to stand above the text: the number of the step and the trail's name. */
  readonly card?: string;
}

/** The other sections that speak of the code that the shown one is about. */
export interface PanelMore {
  /** What the code is called: a symbol's path without the package, a statement in it, or a file. */
  readonly symbol: string;
  /** How many there are, at least 1. */
  readonly count: number;
}

/** A section that the page links to. */
export interface PanelSection {
  readonly note: string;
  readonly noteTitle: string;
  readonly slug: string;
  readonly section: string;
}

/** The type around a member that has no notes, and the sections about that type or its members, at least one. */
export interface PanelAround {
  /** Its path without the package. */
  readonly symbol: string;
  readonly sections: readonly PanelSection[];
}

/** The scripts that the page loads when it needs them, by their names: `panel/NAME.js`. */
export const laterScripts = ['diagrams', 'maths', 'colours', 'purifier', 'choices'] as const;
export type LaterScript = (typeof laterScripts)[number];

/** The commands that the panel's own links may run. The list is closed, so that no content of a page can ask for another. */
export const panelCommands = [
  'kafkaNotes.showOutline',
  'kafkaNotes.showReferences',
  'kafkaNotes.link.firstNote',
  'kafkaNotes.link.firstTrail',
  'kafkaNotes.searchNotes',
  'kafkaNotes.getSource',
  'kafkaNotes.chooseSourceFolder',
] as const;

export type PanelCommand = (typeof panelCommands)[number];

/** The advice in place of a note: what to do next. */
export interface PanelAdvice {
  readonly text: string;
  readonly actions: readonly { readonly label: string; readonly command: PanelCommand }[];
}

/** The page's own words, in the reader's language. */
export interface PanelWords {
  /** Says how many other sections there are, in short and as a sentence: `{0}` is their number, `{1}` the symbol. */
  readonly moreSections: string;
  readonly moreSectionsOf: string;
  /** The beginning of the line that offers the sections about the type around the cursor; `{0}` is the type. */
  readonly aboutAround: string;
  readonly copy: string;
  readonly copied: string;
  /** The button for more of an excerpt; `{0}` is the number of lines that there are then. */
  readonly excerptMore: string;
  readonly excerptLess: string;
  /** Says that an excerpt ends with its line `{0}` of `{1}`, and leads into the file. */
  readonly excerptRest: string;
  /** Says that the code comes. */
  readonly excerptComes: string;
  /** Says what is wrong with a fence that holds no anchor, and with one of several lines. */
  readonly excerptEmpty: string;
  readonly excerptLines: string;
  readonly enlarge: string;
  /** The text for an image that may not be shown; `{0}` is its text. */
  readonly imageLeftOut: string;
  /** The title of a link that may not be followed. */
  readonly linkLeftOut: string;
  /** The name of a task's box. */
  readonly taskDone: string;
  readonly taskOpen: string;
  /** The names of the list of footnotes and of the links from them back to the text. */
  readonly footnotes: string;
  readonly footnoteBack: string;
  readonly sections: string;
  /** The titles of alerts. */
  readonly alerts: AlertWords;
  /** The reading time; `{0}` is a number of minutes. */
  readonly readingTime: string;
  readonly find: string;
  readonly findNext: string;
  readonly findPrevious: string;
  readonly findClose: string;
  /** The place among the matches: `{0}` of `{1}`. */
  readonly findCount: string;
  readonly findNone: string;
  /** The name of a diagram that has no title. */
  readonly diagram: string;
  readonly diagramBroken: string;
  /** Says that a diagram may take long to draw, and names the button that draws it all the same. */
  readonly diagramLarge: string;
  readonly drawAnyway: string;
  /** The title above the anchors of a diagram that have no place in its picture. */
  readonly diagramAnchors: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomFit: string;
}

/** The whole content of the panel. It is always complete. */
export interface PanelState {
  readonly note?: PanelNote;
  /** The slug of the section to mark. */
  readonly section?: string;
  /** The anchor whose paragraph is to be marked: the step of a trail at which the reader stands. */
  readonly step?: PanelStep;
  /** The words in that section that are to come into view. */
  readonly spot?: NoteSpot;
  /**
   * A number that changes each time the reader is to be brought to `section` (without one, to the note's start). It stays the
   * same where only something else has changed, or where the page was thrown away and comes back.
   */
  readonly shown: number;
  /** Whether the place is only looked at. What the page showed before comes back with its number and its scroll position. */
  readonly isPeek: boolean;
  readonly pinned: boolean;
  /** Is there where the shown section is one of several that speak of the code at the cursor. */
  readonly more?: PanelMore;
  /** What is offered where the code at the cursor has no annotations. */
  readonly around?: PanelAround;
  /** The advice that stands in the note's place, or above the note. */
  readonly advice?: PanelAdvice;
  /** The theme's colours. The page has its own for those that are left out. */
  readonly codeColours: CodeColours;
  /** The page's words, which never change. */
  readonly words: PanelWords;
}

/** A message to the page. A note that it has already is not sent again, since a longer message takes longer. */
export type PanelUpdate = Omit<PanelState, 'note'> & { readonly note?: PanelNote | 'same' };

/** The state that the page keeps while it is hidden or reloaded. The host sees it again when it makes the page anew. */
export interface PanelMemory {
  readonly note: string;
  readonly section?: string;
  readonly shown: number;
  readonly pinned: boolean;
  /** The block at the upper edge: its index in its section, and how far it has gone beyond that edge (in CSS pixels). */
  readonly top: { readonly slug: string; readonly block: number; readonly offset: number };
}

/** The calls of the host to the panel. */
export interface PanelCalls {
  show(update: PanelUpdate): void;
  /** Shows excerpts of a note, if it is the one that is shown. Those that are not among them stay as they are. */
  showExcerpts(note: string, changed: readonly PanelExcerpt[]): void;
  /** Opens the bar that finds text in the note. */
  find(): void;
  /** Gives the focus to the text of the note, which does not scroll. */
  focusText(): void;
}

/** The calls of the panel to the host. */
export interface PanelHostCalls {
  /** Says that the page is there. The answer is the last state. */
  ready(): PanelState;
  /** Opens the code of an anchor; where it is not certain which, it returns what it may mean. */
  openAnchor(note: string, text: string): PanelChoices | undefined;
  /** Does something about an anchor of which `openAnchor` has returned a list. */
  choose(note: string, anchor: string, act: PanelAct, place: string): void;
  /**
   * Returns the excerpts of the note that is shown, those of the anchors in `whole` with all of their code. The host tells of those
   * that change, until it is asked for those of another note.
   */
  readExcerpts(note: string, whole: readonly string[]): readonly PanelExcerpt[];
  /** Opens one of the places that the anchor of an excerpt could mean. */
  openPlace(note: string, anchor: string, place: string): void;
  /** Opens a relative link, as it is written in the note. */
  openLink(note: string, href: string): void;
  openSection(note: string, slug: string): void;
  back(): void;
  forward(): void;
  run(command: PanelCommand): void;
  /** Says that the page has got or lost the focus. */
  focused(isFocused: boolean): void;
  /** The reader wants to go back to the code. */
  leave(): void;
}

export type { Range };
