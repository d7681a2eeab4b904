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
  /** Where the text glides to, while it does; in CSS pixels. */
  private goal: number | undefined;
  /** Where the trail's step is. */
  private step: HTMLElement | undefined;

  /** What the reader saw at the upper edge when the text was scrolled last. */
  private seen: PanelMemory['top'] | undefined;
  /** What the lines' lengths depend on. */
  private measure = '';
  /** A place that was restored, and where that scrolled to: pictures come later, so it holds until somebody scrolls elsewhere. */
  private held: { readonly top: PanelMemory['top']; readonly scrolled: number } | undefined;

  private readonly diagrams: DiagramLoader;

  constructor(assets: Assets, moved: () => void) {
    this.diagrams = new DiagramLoader(assets, (change) => this.stay(change));
    this.root.append(this.article);
    watchScrollables(this.article);
    const scrolled = (): void => {
      if (this.held?.scrolled !== this.root.scrollTop) this.held = undefined;
      // Lines that break elsewhere already, but are not scrolled yet, stand where nobody has seen them.
      if (this.measure === this.measured()) this.seen = this.top();
      moved();
    };
    this.root.addEventListener('scroll', scrolled, { passive: true });
    new ResizeObserver(() => this.reflow()).observe(this.article);
    this.root.addEventListener('scrollend', () => (this.goal = undefined));
  }

  /** Renders only another text; where only the states of its anchors are others, it changes those. Answers whether it is another. */
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

  /** Marks the words of a trail's step; what is revealed next is these words. */
  showStep(step: PanelStep | undefined): void {
    this.step = markStep(this.article, this.shown, step);
  }

  /** The headings of the note's own level, in their order. */
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

  /** Brings a section (the note's start without one) into view, if it is not already. */
  reveal(slug: string | undefined): void {
    const section = slug === undefined ? undefined : this.find(slug);
    const atTop = this.toTop;
    this.toTop = false;
    if (section !== undefined && this.step !== undefined && section.contains(this.step))
      return this.revealStep(section, this.step);
    if (!this.isNew && !atTop && section !== undefined && this.isInView(section)) return;
    this.scrollTo(section === undefined ? 0 : this.offsetOf(section) - margin);
  }

  /** Below its section's heading, where both can be seen. */
  private revealStep(section: HTMLElement, step: HTMLElement): void {
    const [view, place] = [this.root.getBoundingClientRect(), step.getBoundingClientRect()];
    // What is to be read stands below a heading.
    const lowest = step.parentElement === section && step.matches('h1, h2, h3, h4, h5, h6') ? view.height / 3 : view.height;
    const isInView = place.top >= view.top + margin && place.bottom <= view.top + lowest - margin;
    if (!this.isNew && isInView) return;
    const height = place.bottom - section.getBoundingClientRect().top;
    this.scrollTo(height < view.height * 0.8 ? this.offsetOf(section) - margin : this.offsetOf(step) - view.height / 5);
  }

  /** A long way is jumped: text that rushes by tells nothing. */
  private scrollTo(top: number): void {
    this.held = undefined;
    const isFar = Math.abs(top - this.root.scrollTop) > 1.5 * this.root.clientHeight;
    const isJump = this.isNew || isFar || !movesAllowed();
    this.goal = isJump ? undefined : top;
    this.root.scrollTo({ top, behavior: isJump ? 'instant' : 'smooth' });
  }

  /** The next section to reveal goes to the upper edge, seen or not. */
  revealAtTop(): void {
    this.toTop = true;
  }

  /** A block, not a section: images above it may not be there yet when the place is restored. */
  top(): PanelMemory['top'] {
    if (this.held !== undefined) return this.held.top;
    // Places are not whole pixels, scrolling may be.
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

  /** Whether pictures are still to come. */
  private get isLoading(): boolean {
    const pictures = [...this.article.querySelectorAll('[aria-busy], img')];
    return pictures.some((one) => !(one instanceof HTMLImageElement) || !one.complete);
  }

  /** The same at once, wherever the text glides to. */
  returnTo(top: PanelMemory['top']): void {
    this.goal = undefined;
    this.restore(top);
  }

  /**
   * Runs what changes the layout above the note and scrolls by as much, so that the text stays where it is; but a heading that
   * the reader was brought to must not go out of sight. Text that glides is there at once: else it would stop on its way.
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
    if (goal !== undefined && shift !== 0) return this.root.scrollTo({ top: goal, behavior: 'instant' });
    if (this.root.scrollTop === 0 || shift === 0) return;
    this.root.scrollTop += shift;
    if (wasInView) this.root.scrollTop = Math.min(this.root.scrollTop, this.offsetOf(marked) - margin);
  }

  /** Another width or text size breaks the lines elsewhere: what stood at the upper edge stands there again. */
  private reflow(): void {
    // A page that is hidden shows nothing at another place.
    if (this.article.clientWidth === 0) return;
    const before = this.measure;
    this.measure = this.measured();
    if (this.held !== undefined) return this.place(this.held.top);
    if (before === '' || before === this.measure || this.seen === undefined || this.root.scrollTop === 0) return;
    this.goal = undefined;
    this.place(this.seen);
  }

  private measured(): string {
    return `${this.article.clientWidth} ${getComputedStyle(this.article).fontSize}`;
  }

  /** Runs what changes the height of something in the note; what stands at the upper edge stays there. */
  private stay(change: () => void): void {
    if (this.root.scrollTop === 0) return change();
    const top = this.top();
    change();
    this.place(top);
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

  /** A section; for a heading in a list or a quotation that heading. */
  private find(slug: string): HTMLElement | undefined {
    const headings = this.article.querySelectorAll<HTMLElement>(':is(h1, h2, h3, h4, h5, h6)[id]');
    return this.sections().find((one) => one.dataset.slug === slug) ?? [...headings].find(({ id }) => id === slug);
  }

  private offsetOf(element: Element): number {
    return element.getBoundingClientRect().top - this.root.getBoundingClientRect().top + this.root.scrollTop;
  }

  /** Whether its heading is in the upper two thirds, or it can be seen whole. */
  private isInView(section: HTMLElement): boolean {
    const view = this.root.getBoundingClientRect();
    const { top, bottom } = section.getBoundingClientRect();
    return top >= view.top && (top <= view.top + (view.height * 2) / 3 || bottom <= view.bottom);
  }
}

/** CSS pixels left free above a section that goes to the upper edge. */
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
