/** Returns GitHub's slug of a heading: lower case, only letters, digits, `_` and `-`, and a `-` for each space. */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** Gives each heading of a note a slug of its own: the second `a` is `a-1`. */
export class Slugs {
  /** The number of times each slug was asked for. The part before the first heading has the empty one. */
  private readonly uses = new Map<string, number>([['', 0]]);

  add(title: string): string {
    const plain = slugOf(title);
    let slug = plain;
    while (this.uses.has(slug)) {
      const use = (this.uses.get(plain) ?? 0) + 1;
      this.uses.set(plain, use);
      slug = `${plain}-${use}`;
    }
    this.uses.set(slug, 0);
    return slug;
  }
}
