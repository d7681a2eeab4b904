type Maths = typeof import('../maths/main');

/** Puts formulas in the place of their sources. The code for it is loaded with the first formula. */
export class MathsLoader {
  private loading: Promise<Maths> | undefined;

  constructor(
    /** The address of the script that draws formulas. */
    private readonly script: string,
    /** Runs what may change the height of the text without moving what the reader sees. */
    private readonly inPlace: (change: () => void) => void,
  ) {}

  /** Draws the formulas of a text that was rendered anew. */
  async show(article: HTMLElement): Promise<void> {
    const places = [...article.querySelectorAll<HTMLElement>('[data-maths]')];
    if (places.length === 0) return;
    try {
      this.loading ??= import(this.script) as Promise<Maths>;
      const { formulaOf } = await this.loading;
      this.inPlace(() => {
        for (const place of places) {
          const formula = formulaOf(place.dataset.maths ?? '', place.classList.contains('displayed'));
          if (formula === undefined) place.classList.add('broken');
          else place.replaceChildren(formula);
        }
      });
    } catch (error) {
      // The sources stay where the script cannot be loaded. What a page logs, the editor's developer tools show.
      console.warn('Could not draw the formulas:', error);
    }
  }
}
