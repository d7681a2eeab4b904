import type { PanelNote, PanelWords } from '../../src/protocol/panel';
import type { Diagrams, DiagramPlace } from '../diagrams/main';
import { element } from '../dom/element';
import type { Assets } from './assets';

/** The milliseconds of quiet after a change of the theme, whose kind and colours change one after the other. */
const settling = 50;

/**
 * Draws the diagrams of the shown note, and draws them again when the theme changes. The code for it is loaded with the first
 * diagram.
 */
export class DiagramLoader {
  private note: PanelNote | undefined;
  private places: readonly DiagramPlace[] = [];
  private loading: Promise<Diagrams> | undefined;
  /** Waits for the diagrams that have the colours of an earlier theme. */
  private near: IntersectionObserver | undefined;
  private readonly stage = element('div', { class: 'stage', attributes: { 'aria-hidden': 'true' } });

  constructor(
    private readonly assets: Assets,
    /** Runs what may change the height of the text without moving what the reader sees. */
    private readonly inPlace: (change: () => void) => void,
  ) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const redraw = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => this.drawWhenSeen(), settling);
    };
    // The editor changes the theme's kind here, and its colours in the style of the root.
    const observer = new MutationObserver(redraw);
    observer.observe(document.body, { attributeFilter: ['data-vscode-theme-id', 'data-vscode-theme-kind'] });
    observer.observe(document.documentElement, { attributeFilter: ['style'] });
  }

  /** Takes over the diagrams of a text that was rendered anew. */
  show(article: HTMLElement, note: PanelNote, words: PanelWords): void {
    this.note = note;
    const figures = [...article.querySelectorAll<HTMLElement>('figure[data-diagram]')];
    this.places = figures.map((figure, index) => ({
      figure,
      text: figure.querySelector('code')?.textContent ?? '',
      id: `diagram-${index}`,
    }));
    this.near?.disconnect();
    if (this.places.length === 0) return;
    this.loading ??= this.load(words);
    void this.draw(this.places);
  }

  /** Draws again, since the anchors have other states. */
  update(note: PanelNote): void {
    this.note = note;
  }

  private async load(words: PanelWords): Promise<Diagrams> {
    document.body.append(this.stage);
    const script = (await import(this.assets.scripts.diagrams)) as typeof import('../diagrams/main');
    const known = (text: string) => {
      const index = this.note?.anchors.findIndex((anchor) => anchor.text === text) ?? -1;
      const anchor = this.note?.anchors[index];
      return anchor === undefined ? undefined : { anchor, index };
    };
    return new script.Diagrams({ nonce: this.assets.nonce, stage: this.stage, words, known });
  }

  /** Draws each diagram again as soon as the reader comes near it: most of them are never seen in the new theme. */
  private drawWhenSeen(): void {
    this.near?.disconnect();
    const near = new IntersectionObserver(
      (entries) => {
        const seen = new Set(entries.flatMap(({ isIntersecting, target }) => (isIntersecting ? [target] : [])));
        for (const figure of seen) near.unobserve(figure);
        void this.draw(this.places.filter(({ figure }) => seen.has(figure)));
      },
      { rootMargin: '50%' },
    );
    for (const { figure } of this.places) near.observe(figure);
    this.near = near;
  }

  private async drawOne(diagrams: Diagrams, place: DiagramPlace): Promise<void> {
    const put = await diagrams.draw(place);
    if (this.places.includes(place)) this.inPlace(put);
  }

  private async draw(places: readonly DiagramPlace[]): Promise<void> {
    if (this.loading === undefined) return;
    try {
      const diagrams = await this.loading;
      for (const place of places) {
        // There may be another note meanwhile.
        if (this.places.includes(place)) await this.drawOne(diagrams, place);
      }
    } catch (error) {
      // The diagrams' texts are shown where the script cannot be loaded. The editor's developer tools show what a page logs.
      console.warn('Could not draw the diagrams:', error);
      for (const { figure } of places) figure.removeAttribute('aria-busy');
    }
  }
}
