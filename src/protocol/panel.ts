import type { Range } from '../core/symbols/symbol';
import type { BindingState } from '../core/bindings/binding';

/** How an anchor of the shown note stands, for its colour and its title. */
export interface PanelAnchor {
  /** The link destination as written. */
  readonly text: string;
  readonly state: BindingState['state'] | 'malformed';
  /** A sentence in the reader's language: where it leads, or why it leads nowhere. */
  readonly title: string;
}

/** What the panel shows: one note, and the section to bring into view. */
export interface PanelNote {
  readonly uri: string;
  readonly title: string;
  readonly summary?: string;
  /** Markdown without the front matter. */
  readonly markdown: string;
  /** The webview URI of the note's folder, with a slash at its end; and of the folder no image may lie outside of. */
  readonly base: string;
  readonly root: string;
  readonly anchors: readonly PanelAnchor[];
  /** Slugs of the sections in order, as {@link Section.slug}. */
  readonly slugs: readonly string[];
}

/** Sections that the cursor's symbol has, for the list above the note. */
export interface PanelAnnotation {
  readonly note: string;
  readonly noteTitle: string;
  readonly slug: string;
  readonly section: string;
  readonly role: 'subject' | 'mention';
}

export interface PanelState {
  readonly note?: PanelNote;
  /** Slug of the section to bring into view and to mark. */
  readonly section?: string;
  readonly pinned: boolean;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  /** The symbol that the cursor is in, if it has annotations. */
  readonly symbol?: string;
  readonly annotations: readonly PanelAnnotation[];
  /** Said where there is no note to show. */
  readonly empty?: string;
}

/** What the host asks of the panel. */
export interface PanelCalls {
  show(state: PanelState): void;
}

/** What the panel asks of the host. */
export interface PanelHostCalls {
  /** The page is there: answers with the last state. */
  ready(): PanelState;
  openAnchor(note: string, text: string): void;
  /** A relative link, as written in the note. */
  openLink(note: string, href: string): void;
  openSection(note: string, slug: string): void;
  pin(pinned: boolean): void;
  back(): void;
  forward(): void;
}

export type { Range };
