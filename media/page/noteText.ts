import { mayHaveHtml } from '../../src/core/notes/html/elements';
import { Recent } from '../../src/core/symbols/recent';
import type { PanelNote, PanelWords } from '../../src/protocol/panel';
import type { Highlighter } from '../render/highlighter';
import { renderNote } from '../render/renderNote';
import type { LateScript } from './lateScript';

/** What lets through what may be in a note. */
export type Purifier = typeof import('../purifier/main');

/** The number of notes whose nodes are kept: the code of a class takes a reader to and fro between a few. */
const keptNotes = 8;

/** The nodes of a note, and all that they were made of. */
interface Made {
  readonly note: string;
  readonly highlight: Highlighter | undefined;
  readonly purify: Purifier['purify'] | undefined;
  readonly nodes: DocumentFragment;
}

/**
 * Puts the text of notes into the page. HTML that an author wrote passes a purifier, which is loaded with the first such note. A note
 * that comes back as it was is a copy of what was made of it before, which is much faster.
 */
export class NoteText {
  private readonly made = new Recent<Made>(keptNotes);

  constructor(private readonly purifier: LateScript<Purifier>) {}

  /** Returns a promise for what a note needs before it can be shown, or undefined where nothing is missing. */
  prepare(note: PanelNote | undefined): Promise<unknown> | undefined {
    if (note === undefined || this.purifier.isKnown || !mayHaveHtml(note.markdown)) return undefined;
    return this.purifier.load();
  }

  /** Replaces what is in the article. Where the purifier cannot be loaded, an author's HTML is text. */
  put(article: HTMLElement, note: PanelNote, words: PanelWords, highlight: Highlighter | undefined): void {
    const purify = this.purifier.there?.purify;
    const printed = JSON.stringify([note, words]);
    let made = this.made.find(note.uri);
    if (made?.note !== printed || made.highlight !== highlight || made.purify !== purify) {
      made = { note: printed, highlight, purify, nodes: nodesOf(note, words, highlight, purify) };
      this.made.set(note.uri, made);
    }
    article.replaceChildren(made.nodes.cloneNode(true));
  }
}

function nodesOf(
  note: PanelNote,
  words: PanelWords,
  highlight: Highlighter | undefined,
  purify: Made['purify'],
): DocumentFragment {
  const hasHtml = mayHaveHtml(note.markdown);
  if (hasHtml && purify !== undefined) return purify(renderNote(note, words, { highlight }));
  const template = document.createElement('template');
  template.innerHTML = renderNote(note, words, { highlight, isHtmlText: hasHtml });
  return template.content;
}
