import { openAround } from '../dom/openAround';
import { margin, type NoteScroll } from './noteScroll';
import type { Spot } from './spots';

/** The part of the view's height that what belongs together may take, so that some of what follows is seen. */
const mostOfView = 0.8;

/** Brings words into sight, a trail's step or what the reader jumped to, and keeps them there until somebody scrolls away. */
export class StepView {
  private spot: Spot | undefined;
  private isKept = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly scroll: NoteScroll,
  ) {}

  show(spot: Spot | undefined): void {
    if (spot?.block !== this.spot?.block) this.isKept = false;
    this.spot = spot;
  }

  /**
   * Brings the words into sight where they stand in this section or in a footnote; below the section's heading where both can be
   * seen. `isNew`: the text was not seen before. Returns false where they do not stand there.
   */
  reveal(section: HTMLElement | undefined, isNew: boolean): boolean {
    const { spot } = this;
    const home = spot?.block.closest<HTMLElement>('.footnotes') ?? section;
    if (spot === undefined || home?.contains(spot.block) !== true) return false;
    const { block } = spot;
    openAround(block);
    this.scroll.release();
    this.isKept = true;
    const [view, place] = [this.root.getBoundingClientRect(), this.partOf(spot).getBoundingClientRect()];
    // The text to be read stands below the heading.
    const lowest = block.parentElement === home && block.matches('h1, h2, h3, h4, h5, h6') ? view.height / 3 : view.height;
    const isInView = place.top >= view.top + margin && place.bottom <= view.top + lowest - margin;
    if (isNew) this.scroll.jumpTo(this.positionOf(home, spot));
    else if (!isInView) this.scroll.glideTo(this.positionOf(home, spot));
    return true;
  }

  /** The reader has scrolled: words that are out of sight then are left there. */
  scrolled(): void {
    this.isKept = this.isInView();
  }

  /** Brings words back that a change of the layout has put out of sight. */
  keep(): void {
    const section = this.spot?.block.closest<HTMLElement>('.footnotes, article > section') ?? null;
    if (this.spot === undefined || section === null || !this.isKept || this.scroll.isHeld || this.isInView()) return;
    this.scroll.jumpTo(this.positionOf(section, this.spot));
  }

  /** Returns the position at which words can be seen, with its section's heading where there is room for both; in CSS pixels. */
  private positionOf(section: HTMLElement, spot: Spot): number {
    const part = this.partOf(spot);
    const { clientHeight } = this.root;
    const height = part.getBoundingClientRect().bottom - section.getBoundingClientRect().top;
    const isRoom = height < clientHeight * mostOfView;
    return isRoom ? this.scroll.offsetOf(section) - margin : this.scroll.offsetOf(part) - clientHeight / 5;
  }

  /** Returns what is to be seen: the block, or only the words where the block is too high to be seen as a whole. */
  private partOf({ block, words }: Spot): HTMLElement | Range {
    const isHigh = block.getBoundingClientRect().height > this.root.clientHeight * mostOfView;
    return isHigh ? words : block;
  }

  private isInView(): boolean {
    if (this.spot === undefined) return false;
    const [view, place] = [this.root.getBoundingClientRect(), this.partOf(this.spot).getBoundingClientRect()];
    return place.top >= view.top && place.bottom <= view.bottom;
  }
}
