import { margin, type NoteScroll } from './noteScroll';

/** The part of the view's height that what belongs together may take, so that some of what follows is seen. */
const mostOfView = 0.8;

/** Brings the step of a trail into sight, and keeps it there until somebody scrolls away. */
export class StepView {
  /** The block that the step's words stand in. */
  private block: HTMLElement | undefined;
  private isKept = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly scroll: NoteScroll,
  ) {}

  show(block: HTMLElement | undefined): void {
    if (block !== this.block) this.isKept = false;
    this.block = block;
  }

  /**
   * Brings the step into sight where it stands in this section or in a footnote; below the section's heading where both can be
   * seen. `isNew`: the text was not seen before. Returns false where the step does not stand there.
   */
  reveal(section: HTMLElement | undefined, isNew: boolean): boolean {
    const { block } = this;
    const home = block?.closest<HTMLElement>('.footnotes') ?? section;
    if (block === undefined || home?.contains(block) !== true) return false;
    this.scroll.release();
    this.isKept = true;
    const [view, place] = [this.root.getBoundingClientRect(), this.partOf(block).getBoundingClientRect()];
    // The text to be read stands below the heading.
    const lowest = block.parentElement === home && block.matches('h1, h2, h3, h4, h5, h6') ? view.height / 3 : view.height;
    const isInView = place.top >= view.top + margin && place.bottom <= view.top + lowest - margin;
    if (isNew) this.scroll.jumpTo(this.positionOf(home, block));
    else if (!isInView) this.scroll.glideTo(this.positionOf(home, block));
    return true;
  }

  /** The reader has scrolled: a step that is out of sight then is left there. */
  scrolled(): void {
    this.isKept = this.isInView();
  }

  /** Brings a step back that a change of the layout has put out of sight. */
  keep(): void {
    const section = this.block?.closest<HTMLElement>('.footnotes, article > section') ?? null;
    if (this.block === undefined || section === null || !this.isKept || this.scroll.isHeld || this.isInView()) return;
    this.scroll.jumpTo(this.positionOf(section, this.block));
  }

  /** Returns the position at which a step can be seen, with its section's heading where there is room for both; in CSS pixels. */
  private positionOf(section: HTMLElement, block: HTMLElement): number {
    const part = this.partOf(block);
    const { clientHeight } = this.root;
    const height = part.getBoundingClientRect().bottom - section.getBoundingClientRect().top;
    const isRoom = height < clientHeight * mostOfView;
    return isRoom ? this.scroll.offsetOf(section) - margin : this.scroll.offsetOf(part) - clientHeight / 5;
  }

  /** Returns the element of a step that is to be seen: its block, or its anchor where the block is too high to be seen as a whole. */
  private partOf(block: HTMLElement): HTMLElement {
    const isHigh = block.getBoundingClientRect().height > this.root.clientHeight * mostOfView;
    return (isHigh ? block.querySelector<HTMLElement>('a.step') : undefined) ?? block;
  }

  private isInView(): boolean {
    if (this.block === undefined) return false;
    const [view, place] = [this.root.getBoundingClientRect(), this.partOf(this.block).getBoundingClientRect()];
    return place.top >= view.top && place.bottom <= view.bottom;
  }
}
