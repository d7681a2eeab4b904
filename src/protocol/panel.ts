import type { Range } from '../core/util/range';
import type { CodeColours } from '../core/theme/codeColours';
import type { BindingState } from '../core/bindings/binding';

/** An anchor of the shown note, for its look and its title. */
export interface PanelAnchor {
  /** The link destination as written. */
  readonly text: string;
  readonly state: BindingState['state'] | 'malformed';
  /** A sentence in the reader's language: where it leads, or why it leads nowhere. */
  readonly title: string;
}

/** One note, whole. */
export interface PanelNote {
  readonly uri: string;
  readonly title: string;
  readonly summary?: string;
  /** Markdown without the front matter. */
  readonly markdown: string;
  /** The webview URI of the note's folder, with a slash at its end; and of the folder no image may lie outside of. */
  readonly base: string;
  readonly root: string;
  /** Each anchor text once. */
  readonly anchors: readonly PanelAnchor[];
  /** Slugs of all sections in order, as `Section.slug`: the first is that of the part before the first heading. */
  readonly slugs: readonly string[];
}

/** One of the note's anchors. */
export interface PanelStep {
  /** The link destination as written. */
  readonly anchor: string;
  /** 0-based, among the note's anchors with the same text, those in diagrams and code left out. */
  readonly occurrence: number;
}

/** A section that the cursor's symbol has, for the list above the note. */
export interface PanelAnnotation {
  readonly note: string;
  readonly noteTitle: string;
  readonly slug: string;
  readonly section: string;
  readonly role: 'subject' | 'mention';
}

/** The commands that the panel's own links may run: a closed list, so that no page content can ask for another. */
export const panelCommands = ['kafkaNotes.showOutline', 'kafkaNotes.getSource', 'kafkaNotes.chooseSourceFolder'] as const;

export type PanelCommand = (typeof panelCommands)[number];

/** What is said in the place of a note: what to do next. */
export interface PanelAdvice {
  readonly text: string;
  readonly actions: readonly { readonly label: string; readonly command: PanelCommand }[];
}

/** The page's own words, in the reader's language. */
export interface PanelWords {
  /** Names the list of sections. */
  readonly annotations: string;
  /** Over the sections that are about the symbol, and over those that mention it. */
  readonly subjects: string;
  readonly mentions: string;
  readonly copy: string;
  readonly copied: string;
  readonly enlarge: string;
  /** Said of an image that may not be shown; `{0}` is its text. */
  readonly imageLeftOut: string;
  /** Said of a link that may not be followed. */
  readonly linkLeftOut: string;
  /** Names the box of a task. */
  readonly taskDone: string;
  readonly taskOpen: string;
  readonly sections: string;
  /** `{0}` is a number of minutes. */
  readonly readingTime: string;
  readonly find: string;
  readonly findNext: string;
  readonly findPrevious: string;
  readonly findClose: string;
  /** `{0}` of `{1}` matches. */
  readonly findCount: string;
  readonly findNone: string;
  /** Names a diagram that has no title. */
  readonly diagram: string;
  readonly diagramBroken: string;
  /** Over the anchors of a diagram that have no place in its picture. */
  readonly diagramAnchors: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomFit: string;
}

/** Everything that the panel shows; each time the whole of it. */
export interface PanelState {
  readonly note?: PanelNote;
  /** Slug of the section to mark. */
  readonly section?: string;
  /** The anchor in that section whose paragraph is to be marked: the step of a trail that the reader stands at. */
  readonly step?: PanelStep;
  /**
   * Another number each time that the reader is to be brought to `section` (to the note's start without one); the same number
   * where only something else changed, or where the page was thrown away and comes back.
   */
  readonly shown: number;
  /** Whether it is only looked at: what the page shows before it comes back with its number, and is to be where it was. */
  readonly isPeek: boolean;
  readonly pinned: boolean;
  /** The symbol that the cursor is in, if it has annotations, as its path without the package. */
  readonly symbol?: string;
  readonly annotations: readonly PanelAnnotation[];
  /** Said in the note's place, or above it where there is a note too. */
  readonly advice?: PanelAdvice;
  /** The theme's; the page has its own for what is left out. */
  readonly codeColours: CodeColours;
  /** The same at all times. */
  readonly words: PanelWords;
}

/** What the page is told: a note that it has already is not sent again, for the way to the page takes the longer the more there is. */
export type PanelUpdate = Omit<PanelState, 'note'> & { readonly note?: PanelNote | 'same' };

/** What the page keeps through being hidden or reloaded; the host sees it again when it makes the page anew. */
export interface PanelMemory {
  readonly note: string;
  readonly section?: string;
  readonly shown: number;
  readonly pinned: boolean;
  /** What stands at the upper edge: a section's block by its index, and how far it has gone beyond that edge (in CSS pixels). */
  readonly top: { readonly slug: string; readonly block: number; readonly offset: number };
}

/** What the host asks of the panel. */
export interface PanelCalls {
  show(update: PanelUpdate): void;
  /** Opens the bar that finds text in the note. */
  find(): void;
}

/** What the panel asks of the host. */
export interface PanelHostCalls {
  /** The page is there: answers with the last state. */
  ready(): PanelState;
  openAnchor(note: string, text: string): void;
  /** A relative link, as written in the note. */
  openLink(note: string, href: string): void;
  openSection(note: string, slug: string): void;
  back(): void;
  forward(): void;
  run(command: PanelCommand): void;
}

export type { Range };
