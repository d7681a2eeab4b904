import type { PanelMemory } from '../../src/protocol/panel';

type Place = PanelMemory['top'];

/** The CSS pixels left free above what goes to the upper edge. */
export const margin = 8;

/** The means by which the scrolling knows the text. */
export interface ScrolledText {
  readonly root: HTMLElement;
  readonly article: HTMLElement;
  /** The elements of the sections, in their order. */
  sections(): readonly HTMLElement[];
  /** Returns the element of a section. */
  find(slug: string): HTMLElement | undefined;
  /** Somebody has scrolled, or the text has glided on. `isAtRest`: it does not glide. */
  scrolled(isAtRest: boolean): void;
  /** The layout has changed, and the text has been put back to where it was. */
  laidOut(): void;
}

/** Where the text of a note stands in its scroll area, and what keeps it there when the layout changes. */
export class NoteScroll {
  /** The position that the text glides to, while it does; in CSS pixels. */
  private goal: number | undefined;
  /** The block that was at the upper edge when the text was scrolled last. */
  private seen: Place | undefined;
  /** The width and text size, on which the line breaks depend. */
  private measure = '';
  /**
   * A place that was restored, and the position that this scrolled to. Pictures come later, so the place holds until somebody
   * scrolls elsewhere.
   */
  private held: { readonly top: Place; readonly scrolled: number } | undefined;

  constructor(private readonly text: ScrolledText) {
    const { root, article } = text;
    root.addEventListener('scroll', () => this.scrolled(), { passive: true });
    root.addEventListener('scrollend', () => (this.goal = undefined));
    const observer = new ResizeObserver(() => this.reflow());
    observer.observe(article);
    observer.observe(root);
  }

  /** Tells whether the text stands at a place that was restored. */
  get isHeld(): boolean {
    return this.held !== undefined;
  }

  /** Lets go of a place that was restored. */
  release(): void {
    this.held = undefined;
  }

  /** A long way is jumped, since text that rushes by tells nothing. */
  glideTo(top: number): void {
    this.held = undefined;
    const isFar = Math.abs(top - this.text.root.scrollTop) > 1.5 * this.text.root.clientHeight;
    if (isFar || !movesAllowed()) return this.jumpTo(top);
    this.goal = top;
    this.text.root.scrollTo({ top, behavior: 'smooth' });
  }

  jumpTo(top: number): void {
    this.held = undefined;
    this.goal = undefined;
    this.text.root.scrollTo({ top, behavior: 'instant' });
  }

  /** The place is a block and not a section, since images above it may not be there yet when it is restored. */
  top(): Place {
    if (this.held !== undefined) return this.held.top;
    // Positions are not whole pixels, but scrolling may be.
    const upperEdge = this.text.root.scrollTop + margin + 1;
    const section = this.lastBegun(this.text.sections(), upperEdge);
    const blocks = [...(section?.children ?? [])];
    const block = blocks.findLastIndex((one) => this.offsetOf(one) <= upperEdge);
    return {
      slug: section?.dataset.slug ?? '',
      block,
      offset: this.text.root.scrollTop - this.offsetOf(blocks[block] ?? this.text.article),
    };
  }

  /** Returns the last of the sections that begins at or above a position. It asks few of them where they are: that is asked while scrolling. */
  private lastBegun(sections: readonly HTMLElement[], position: number): HTMLElement | undefined {
    let [low, high] = [0, sections.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const section = sections[middle];
      if (section !== undefined && this.offsetOf(section) <= position) low = middle + 1;
      else high = middle;
    }
    return sections[low - 1];
  }

  /** Scrolls to a place at once, wherever the text glides to, and stays there while pictures come. */
  restore(top: Place): void {
    this.goal = undefined;
    this.held = { top, scrolled: 0 };
    this.place(top);
  }

  /**
   * Runs what changes the layout above the note and scrolls by as much, so that the text stays where it is. But what is
   * marked, to which the reader was brought, must not go out of sight. A text that glides jumps to its goal, since it would stop on its way.
   */
  keepInPlace(change: () => void, marked: HTMLElement | null): void {
    const { root } = this.text;
    const before = root.getBoundingClientRect().top;
    const wasInView = marked !== null && marked.getBoundingClientRect().top >= before;
    const { goal } = this;
    change();
    if (this.held !== undefined && this.isLoading) return this.place(this.held.top);
    this.held = undefined;
    const shift = root.getBoundingClientRect().top - before;
    if (goal !== undefined && shift !== 0) return this.jumpTo(goal);
    if (root.scrollTop === 0 || shift === 0) return;
    root.scrollTop += shift;
    if (wasInView) root.scrollTop = Math.min(root.scrollTop, this.offsetOf(marked) - margin);
  }

  /** Runs what changes the height of something in the note, and keeps the block at the upper edge there. */
  stay(change: () => void): void {
    const top = this.text.root.scrollTop === 0 ? undefined : this.top();
    change();
    if (top !== undefined) this.place(top);
    this.text.laidOut();
  }

  /** Returns how far an element, or a part of its text, is below the beginning of the text, in CSS pixels. */
  offsetOf(element: Element | Range): number {
    const { root } = this.text;
    return element.getBoundingClientRect().top - root.getBoundingClientRect().top + root.scrollTop;
  }

  private scrolled(): void {
    if (this.held?.scrolled !== this.text.root.scrollTop) this.held = undefined;
    // The place at the upper edge is not taken from a layout that has changed but is not scrolled yet, since nobody has seen that.
    if (this.measure === this.measured()) this.seen = this.top();
    this.text.scrolled(this.goal === undefined);
  }

  private place(top: Place): void {
    const block = this.text.find(top.slug)?.children[top.block] ?? this.text.article;
    this.text.root.scrollTop = this.offsetOf(block) + top.offset;
    if (this.held !== undefined) this.held = { top, scrolled: this.text.root.scrollTop };
  }

  /** Tells whether pictures are still to come. */
  private get isLoading(): boolean {
    const pictures = [...this.text.article.querySelectorAll('[aria-busy], img')];
    return pictures.some((one) => !(one instanceof HTMLImageElement) || !one.complete);
  }

  /** Keeps the block at the upper edge there when another width or text size breaks the lines elsewhere. */
  private reflow(): void {
    // A hidden page has no layout.
    if (this.text.article.clientWidth === 0) return;
    const before = this.measure;
    this.measure = this.measured();
    if (this.held !== undefined) return this.place(this.held.top);
    if (before !== '' && before !== this.measure && this.seen !== undefined && this.text.root.scrollTop !== 0) {
      this.goal = undefined;
      this.place(this.seen);
    }
    this.text.laidOut();
  }

  private measured(): string {
    return `${this.text.article.clientWidth} ${getComputedStyle(this.text.article).fontSize}`;
  }
}

function movesAllowed(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches && !document.body.classList.contains('vscode-reduce-motion');
}
