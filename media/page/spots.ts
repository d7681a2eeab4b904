import type { NoteSpot } from '../../src/core/notes/noteSpot';
import type { PanelNote, PanelStep } from '../../src/protocol/panel';
import { findText } from './textMatches';

/** Words of the rendered note: the block that they stand in, and where they are in it. */
export interface Spot {
  readonly block: HTMLElement;
  readonly words: HTMLElement | Range;
}

/** The elements that may hold words. The smallest one around them does. */
const blocks = 'p, li, tr, summary, h1, h2, h3, h4, h5, h6, pre';

/** The numbers of characters that are looked for: fewer where the text goes on otherwise, as behind a picture. */
const lengths = [60, 30, 12];

/** Finds the words that the reader is brought to in a rendered note: an anchor, or words of a section. */
export function findSpot(
  article: HTMLElement,
  section: HTMLElement | undefined,
  note: PanelNote,
  spot: NoteSpot,
): Spot | undefined {
  if (spot.kind === 'anchor') {
    const link = findAnchor(article, note, spot);
    return link && spotOf(link, link);
  }
  const words = spot.words.replace(/^…|…$/g, '').trim();
  for (const length of lengths) {
    const range = findText(section ?? article, words.slice(0, length));
    const element = range?.startContainer.parentElement;
    if (range !== undefined && element !== null && element !== undefined) return spotOf(element, range);
  }
  return undefined;
}

/** Returns the link of an anchor. Diagrams and code have no sentences: their links have no number and are not found. */
export function findAnchor(article: HTMLElement, note: PanelNote, { anchor, occurrence }: PanelStep): HTMLElement | undefined {
  const index = note.anchors.findIndex(({ text }) => text === anchor);
  return article.querySelector<HTMLElement>(`a[data-anchor="${index}"][data-occurrence="${occurrence}"]`) ?? undefined;
}

export function spotOf(element: Element, words: HTMLElement | Range): Spot | undefined {
  const block = element.closest<HTMLElement>(blocks);
  return block === null ? undefined : { block, words };
}
