import { mayHaveHtml } from '../../src/core/notes/html/elements';
import type { PanelNote, PanelWords } from '../../src/protocol/panel';
import type { Highlighter } from '../render/highlighter';
import { renderNote } from '../render/renderNote';
import type { LateScript } from './lateScript';

/** What lets through what may be in a note. */
export type Purifier = typeof import('../purifier/main');

/** Puts the text of notes into the page. HTML that an author wrote passes a purifier, which is loaded with the first such note. */
export class NoteText {
  constructor(private readonly purifier: LateScript<Purifier>) {}

  /** Returns a promise for what a note needs before it can be shown, or undefined where nothing is missing. */
  prepare(note: PanelNote | undefined): Promise<unknown> | undefined {
    if (note === undefined || this.purifier.isKnown || !mayHaveHtml(note.markdown)) return undefined;
    return this.purifier.load();
  }

  /** Replaces what is in the article. Where the purifier cannot be loaded, an author's HTML is text. */
  put(article: HTMLElement, note: PanelNote, words: PanelWords, highlight: Highlighter | undefined): void {
    const hasHtml = mayHaveHtml(note.markdown);
    const purify = this.purifier.there?.purify;
    if (hasHtml && purify !== undefined) article.replaceChildren(purify(renderNote(note, words, { highlight })));
    else article.innerHTML = renderNote(note, words, { highlight, isHtmlText: hasHtml });
  }
}
