import type { PanelMemory, PanelNote, PanelStep, PanelWords } from '../../src/protocol/panel';
import { nameLink, pictureLinkClass } from '../diagrams/pictureLink';
import { anchorClass } from '../render/links';
import { renderNote } from '../render/renderNote';
import { DiagramLoader, type Assets } from './diagramLoader';
import { element } from '../dom/element';
import type { Heading } from './sectionList';
import { watchScrollables } from './scrollables';
import { markStep } from './stepMark';

/** The rendered note in its own scroll area. */
export class NoteView {
  readonly root = element('main', { attributes: { tabindex: '0' } });
  private readonly article = element('article');
  private shown: PanelNote | undefined;
  private isNew = false;
  private toTop = false;
  /** The position that the text glides to, while it does; in CSS pixels. */
  private goal: number | undefined;
  /** The element of the trail's step. */
  private step: HTMLElement | undefined;
  /** Whether the step stays in sight when the layout changes: it was brought there, and nobody has scrolled away from it. */
  private stepSeen = false;

  /** The block that was at the upper edge when the text was scrolled last. */
  private seen: PanelMemory['top'] | undefined;
  /** The width and text size, on which the line breaks depend. */
  private measure = '';
  /**
   * A place that was restored, and the position that this scrolled to. Pictures come later, so the place holds until somebody
   * scrolls elsewhere.
   */
  private held: { readonly top: PanelMemory['top']; readonly scrolled: number } | undefined;

  private readonly diagrams: DiagramLoader;

  constructor(assets: Assets, moved: () => void) {
    this.diagrams = new DiagramLoader(assets, (change) => this.stay(change));
    this.root.append(this.article);
    watchScrollables(this.article);
    const scrolled = (): void => {
      if (this.held?.scrolled !== this.root.scrollTop) this.held = undefined;
      // The place at the upper edge is not taken from a layout that has changed but is not scrolled yet, since nobody has seen
      // that.
      if (this.measure === this.measured()) this.seen = this.top();
      if (this.goal === undefined) this.stepSeen = this.isStepInView();
      moved();
    };
    this.root.addEventListener('scroll', scrolled, { passive: true });
    const observer = new ResizeObserver(() => this.reflow());
    observer.observe(this.article);
    observer.observe(this.root);
    this.root.addEventListener('scrollend', () => (this.goal = undefined));
  }

  /**
   * Renders a text that has changed. Where only the states of its anchors have changed, it updates those. Returns whether it
   * rendered.
   */
  show(note: PanelNote | undefined, words: PanelWords, marked: string | undefined): boolean {
    const old = this.shown;
    this.shown = note;
    this.isNew = !sameText(old, note);
    this.root.hidden = note === undefined;
    if (this.isNew) {
      const top = old?.uri === note?.uri ? this.top() : undefined;
      this.held = undefined;
      if (note === undefined) this.article.replaceChildren();
      else this.article.innerHTML = renderNote(note, words);
      this.root.setAttribute('aria-label', note?.title ?? '');
      if (top === undefined) this.root.scrollTop = 0;
      else this.restore(top);
      if (note !== undefined) this.diagrams.show(this.article, note, words);
    } else if (note !== undefined && note !== old) {
      this.updateAnchors(note);
    }
    this.mark(marked);
    return this.isNew;
  }

  /** Marks the words of a trail's step, which are then what is revealed next. */
  showStep(step: PanelStep | undefined): void {
    const before = this.step;
    this.step = markStep(this.article, this.shown, step);
    if (this.step !== before) this.stepSeen = false;
  }

  /** The note's own headings, in their order. */
  get headings(): Heading[] {
    return this.sections().flatMap((section) => {
      const heading = section.querySelector(':scope > :is(h1, h2, h3, h4, h5, h6)');
      const { slug } = section.dataset;
      if (heading === null || slug === undefined) return [];
      return [{ slug, title: heading.textContent, level: Number(heading.tagName.slice(1)) }];
    });
  }

  /** The rendered text. */
  get text(): HTMLElement {
    return this.article;
  }

  /** Brings a section into view if it is not visible already; without one, the note's start. */
  reveal(slug: string | undefined): void {
    const section = slug === undefined ? undefined : this.find(slug);
    const atTop = this.toTop;
    this.toTop = false;
    const home = this.step?.closest<HTMLElement>('.footnotes') ?? section;
    if (home !== undefined && this.step !== undefined && home.contains(this.step)) return this.revealStep(home, this.step);
    if (!this.isNew && !atTop && section !== undefined && this.isInView(section)) return;
    this.scrollTo(section === undefined ? 0 : this.offsetOf(section) - margin);
  }

  /** A step goes below its section's heading where both can be seen. */
  private revealStep(section: HTMLElement, step: HTMLElement): void {
    this.held = undefined;
    this.stepSeen = true;
    const [view, place] = [this.root.getBoundingClientRect(), step.getBoundingClientRect()];
    // The text to be read stands below the heading.
    const lowest = step.parentElement === section && step.matches('h1, h2, h3, h4, h5, h6') ? view.height / 3 : view.height;
    const isInView = place.top >= view.top + margin && place.bottom <= view.top + lowest - margin;
    if (!this.isNew && isInView) return;
    this.scrollTo(this.positionOf(section, step));
  }

  /** Returns the position at which a step can be seen, with its section's heading where there is room for both; in CSS pixels. */
  private positionOf(section: HTMLElement, step: HTMLElement): number {
    const { clientHeight } = this.root;
    const height = step.getBoundingClientRect().bottom - section.getBoundingClientRect().top;
    return height < clientHeight * 0.8 ? this.offsetOf(section) - margin : this.offsetOf(step) - clientHeight / 5;
  }

  /** Brings a step back that a change of the layout has put out of sight. */
  private keepStep(): void {
    const { step } = this;
    if (step === undefined || !this.stepSeen || this.held !== undefined || this.isStepInView()) return;
    const section = step.closest<HTMLElement>('.footnotes, article > section');
    if (section !== null) this.jumpTo(this.positionOf(section, step));
  }

  private isStepInView(): boolean {
    if (this.step === undefined) return false;
    const [view, place] = [this.root.getBoundingClientRect(), this.step.getBoundingClientRect()];
    return place.top >= view.top && place.bottom <= view.bottom;
  }

  /** A long way is jumped, since text that rushes by tells nothing. */
  private scrollTo(top: number): void {
    this.held = undefined;
    const isFar = Math.abs(top - this.root.scrollTop) > 1.5 * this.root.clientHeight;
    const isJump = this.isNew || isFar || !movesAllowed();
    if (isJump) return this.jumpTo(top);
    this.goal = top;
    this.root.scrollTo({ top, behavior: 'smooth' });
  }

  private jumpTo(top: number): void {
    this.goal = undefined;
    this.root.scrollTo({ top, behavior: 'instant' });
  }

  /** Makes the next section go to the upper edge, whether it is visible already or not. */
  revealAtTop(): void {
    this.toTop = true;
  }

  /** The place is a block and not a section, since images above it may not be there yet when it is restored. */
  top(): PanelMemory['top'] {
    if (this.held !== undefined) return this.held.top;
    // Positions are not whole pixels, but scrolling may be.
    const upperEdge = this.root.scrollTop + margin + 1;
    const section = this.sections().findLast((one) => this.offsetOf(one) <= upperEdge);
    const blocks = [...(section?.children ?? [])];
    const block = blocks.findLastIndex((one) => this.offsetOf(one) <= upperEdge);
    return {
      slug: section?.dataset.slug ?? '',
      block,
      offset: this.root.scrollTop - this.offsetOf(blocks[block] ?? this.article),
    };
  }

  restore(top: PanelMemory['top']): void {
    this.held = { top, scrolled: 0 };
    this.place(top);
  }

  private place(top: PanelMemory['top']): void {
    const block = this.find(top.slug)?.children[top.block] ?? this.article;
    this.root.scrollTop = this.offsetOf(block) + top.offset;
    if (this.held !== undefined) this.held = { top, scrolled: this.root.scrollTop };
  }

  /** Returns whether pictures are still to come. */
  private get isLoading(): boolean {
    const pictures = [...this.article.querySelectorAll('[aria-busy], img')];
    return pictures.some((one) => !(one instanceof HTMLImageElement) || !one.complete);
  }

  /** Scrolls at once, wherever the text glides to. */
  returnTo(top: PanelMemory['top']): void {
    this.goal = undefined;
    this.restore(top);
  }

  /**
   * Runs what changes the layout above the note and scrolls by as much, so that the text stays where it is. But a heading that
   * the reader was brought to must not go out of sight. A text that glides jumps to its goal, since it would stop on its way.
   */
  keepInPlace(change: () => void): void {
    const before = this.root.getBoundingClientRect().top;
    const marked = this.article.querySelector('section.marked');
    const wasInView = marked !== null && marked.getBoundingClientRect().top >= before;
    const { goal } = this;
    change();
    if (this.held !== undefined && this.isLoading) return this.place(this.held.top);
    this.held = undefined;
    const shift = this.root.getBoundingClientRect().top - before;
    if (goal !== undefined && shift !== 0) return this.jumpTo(goal);
    if (this.root.scrollTop === 0 || shift === 0) return;
    this.root.scrollTop += shift;
    if (wasInView) this.root.scrollTop = Math.min(this.root.scrollTop, this.offsetOf(marked) - margin);
  }

  /** Keeps the block at the upper edge there when another width or text size breaks the lines elsewhere. */
  private reflow(): void {
    // A hidden page has no layout.
    if (this.article.clientWidth === 0) return;
    const before = this.measure;
    this.measure = this.measured();
    if (this.held !== undefined) return this.place(this.held.top);
    if (before !== '' && before !== this.measure && this.seen !== undefined && this.root.scrollTop !== 0) {
      this.goal = undefined;
      this.place(this.seen);
    }
    this.keepStep();
  }

  private measured(): string {
    return `${this.article.clientWidth} ${getComputedStyle(this.article).fontSize}`;
  }

  /** Runs what changes the height of something in the note, and keeps the block at the upper edge there. */
  private stay(change: () => void): void {
    const top = this.root.scrollTop === 0 ? undefined : this.top();
    change();
    if (top !== undefined) this.place(top);
    this.keepStep();
  }

  private mark(slug: string | undefined): void {
    const target = slug === undefined || slug === '' ? undefined : this.find(slug)?.closest('article > section');
    for (const section of this.sections()) {
      const marked = section === target;
      section.classList.toggle('marked', marked);
      if (marked) section.setAttribute('aria-current', 'location');
      else section.removeAttribute('aria-current');
    }
  }

  private updateAnchors(note: PanelNote): void {
    this.diagrams.update(note);
    for (const link of this.article.querySelectorAll<HTMLElement | SVGAElement>('a[data-anchor]')) {
      const anchor = note.anchors[Number(link.dataset.anchor)];
      if (anchor === undefined) continue;
      if (link instanceof HTMLElement) {
        link.className = anchorClass(anchor.state);
        link.title = anchor.title;
      } else {
        link.setAttribute('class', pictureLinkClass(anchor.state));
        nameLink(link, anchor.title);
      }
    }
  }

  private sections(): HTMLElement[] {
    return [...this.article.querySelectorAll<HTMLElement>(':scope > section')];
  }

  /** Returns the element of a section; for a heading in a list or a quotation that heading. */
  private find(slug: string): HTMLElement | undefined {
    const headings = this.article.querySelectorAll<HTMLElement>(':is(h1, h2, h3, h4, h5, h6)[id]');
    return this.sections().find((one) => one.dataset.slug === slug) ?? [...headings].find(({ id }) => id === slug);
  }

  private offsetOf(element: Element): number {
    return element.getBoundingClientRect().top - this.root.getBoundingClientRect().top + this.root.scrollTop;
  }

  /** Returns whether a section's heading is in the upper two thirds, or all of the section is visible. */
  private isInView(section: HTMLElement): boolean {
    const view = this.root.getBoundingClientRect();
    const { top, bottom } = section.getBoundingClientRect();
    return top >= view.top && (top <= view.top + (view.height * 2) / 3 || bottom <= view.bottom);
  }
}

/** The CSS pixels left free above a section that goes to the upper edge. */
const margin = 8;

function sameText(a: PanelNote | undefined, b: PanelNote | undefined): boolean {
  return (
    a?.uri === b?.uri &&
    a?.markdown === b?.markdown &&
    a?.title === b?.title &&
    a?.summary === b?.summary &&
    a?.anchors.length === b?.anchors.length &&
    a?.slugs.join(' ') === b?.slugs.join(' ')
  );
}

function movesAllowed(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches && !document.body.classList.contains('vscode-reduce-motion');
}
