import type { LateScript } from './lateScript';

/** What draws formulas. */
export type Maths = typeof import('../maths/main');

/** Puts formulas in the place of their sources. */
export class MathsLoader {
  constructor(
    private readonly script: LateScript<Maths>,
    /** Runs what may change the height of the text without moving what the reader sees. */
    private readonly inPlace: (change: () => void) => void,
  ) {}

  /** Draws the formulas of a text that was rendered anew. Their sources stay where the script cannot be loaded. */
  async show(article: HTMLElement): Promise<void> {
    const places = [...article.querySelectorAll<HTMLElement>('[data-maths]')];
    const maths = places.length === 0 ? undefined : await this.script.load();
    if (maths === undefined) return;
    this.inPlace(() => {
      for (const place of places) {
        const formula = maths.formulaOf(place.dataset.maths ?? '', place.classList.contains('displayed'));
        if (formula === undefined) place.classList.add('broken');
        else place.replaceChildren(formula);
      }
    });
  }
}
