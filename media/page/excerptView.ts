import type { PanelExcerpt, PanelNote, PanelWords } from '../../src/protocol/panel';
import type { Highlighter } from '../render/highlighter';
import { renderExcerpt } from '../render/excerpt';
import { replaceHtml } from './replaceHtml';

/** The means by which excerpts get into the text. */
export interface ExcerptMeans {
  /** Asks the host for the excerpts of a note, those of the anchors in `whole` with all of their code. */
  read(note: string, whole: readonly string[]): Promise<readonly PanelExcerpt[]>;
  /** Runs what changes the height of something in the text, and keeps the reader's place. */
  stay(change: () => void): void;
  /** Tells that the text has other words now. */
  filled(): void;
  /** Returns what gives code its colours, once it is there. */
  highlight(): Highlighter | undefined;
}

/** Fills the excerpts of a rendered note with their code, and replaces what has changed. */
export class ExcerptView {
  private note: PanelNote | undefined;
  private words: PanelWords | undefined;
  private known = new Map<string, PanelExcerpt>();
  /** The anchors whose code is shown as a whole. */
  private readonly whole = new Set<string>();
  /** The HTML that each part was given. */
  private readonly given = new WeakMap<Element, string>();

  constructor(
    private readonly article: HTMLElement,
    private readonly means: ExcerptMeans,
  ) {}

  /** Takes over a note whose text was rendered anew. What is known of it already is there at once. */
  show(note: PanelNote | undefined, words: PanelWords): void {
    if (note?.uri !== this.note?.uri) {
      this.known.clear();
      this.whole.clear();
    }
    [this.note, this.words] = [note, words];
    if (note === undefined || this.figures().length === 0) return;
    this.fill();
    void this.ask(note.uri);
  }

  /** Takes over the states of the anchors, of which the links of excerpts are made. */
  update(note: PanelNote): void {
    this.note = note;
  }

  /** Takes in the excerpts that the host tells of. */
  take(note: string, excerpts: readonly PanelExcerpt[]): void {
    if (note !== this.note?.uri) return;
    for (const one of excerpts) this.known.set(one.anchor, one);
    this.means.stay(() => this.fill());
    this.means.filled();
  }

  /** Shows all of an excerpt's code, or its first lines again. */
  async toggle(index: number): Promise<void> {
    const text = this.note?.anchors[index]?.text;
    if (this.note === undefined || text === undefined) return;
    const isShorter = this.whole.delete(text);
    if (!isShorter) this.whole.add(text);
    await this.ask(this.note.uri);
    // Code that the reader has folded up must not be out of sight.
    if (isShorter) this.figure(index)?.scrollIntoView({ block: 'nearest' });
  }

  private async ask(note: string): Promise<void> {
    this.take(note, await this.means.read(note, [...this.whole]));
  }

  /** Writes what is known of the excerpts into the text. */
  fill(): void {
    const { note, words } = this;
    if (note === undefined || words === undefined) return;
    for (const figure of this.figures()) {
      const index = Number(figure.dataset.excerpt);
      const excerpt = this.known.get(note.anchors[index]?.text ?? '');
      if (excerpt === undefined) continue;
      figure.removeAttribute('aria-busy');
      const parts: Readonly<Record<string, string>> = { ...renderExcerpt(excerpt, index, note, words, this.means.highlight()) };
      for (const [name, html] of Object.entries(parts)) this.setPart(figure, name, html);
    }
  }

  /** Replaces a part that is another one now. */
  private setPart(figure: HTMLElement, name: string, html: string): void {
    const part = figure.querySelector(`:scope > [data-part="${name}"]`);
    if (part === null || this.given.get(part) === html) return;
    this.given.set(part, html);
    replaceHtml(part, html);
  }

  private figures(): HTMLElement[] {
    return [...this.article.querySelectorAll<HTMLElement>('.excerpt[data-excerpt]')];
  }

  private figure(index: number): HTMLElement | undefined {
    return this.figures().find(({ dataset }) => dataset.excerpt === String(index));
  }
}
