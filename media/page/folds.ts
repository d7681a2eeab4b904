/** Remembers which folded parts of notes the reader has opened or closed, by their titles, while the notes are rendered anew. */
export class Folds {
  private readonly known = new Map<string, ReadonlyMap<string, boolean>>();

  /** Keeps the state of a note's parts before its text goes. */
  keep(note: string, article: HTMLElement): void {
    const parts = partsOf(article);
    if (parts.size > 0) this.known.set(note, new Map([...parts].map(([name, { open }]) => [name, open])));
  }

  /** Gives the parts of a note that was rendered the state that they had. */
  restore(note: string, article: HTMLElement): void {
    const known = this.known.get(note);
    if (known === undefined) return;
    for (const [name, part] of partsOf(article)) part.open = known.get(name) ?? part.open;
  }
}

/** Returns the parts by their titles, each with its number among those with the same title. */
function partsOf(article: HTMLElement): ReadonlyMap<string, HTMLDetailsElement> {
  const parts = new Map<string, HTMLDetailsElement>();
  const counts = new Map<string, number>();
  for (const part of article.querySelectorAll('details')) {
    const title = part.querySelector('summary')?.textContent ?? '';
    const count = counts.get(title) ?? 0;
    counts.set(title, count + 1);
    parts.set(`${count} ${title}`, part);
  }
  return parts;
}
