import type { NoteSpot } from '../../src/core/notes/noteSpot';
import type { PanelMemory, PanelNote, PanelStep, PanelWords } from '../../src/protocol/panel';
import { nameLink, pictureLinkClass } from '../diagrams/pictureLink';
import { anchorClass } from '../render/links';
import type { Assets } from './assets';
import { CodeColours } from './codeColours';
import { DiagramLoader } from './diagramLoader';
import { ExcerptView, type ExcerptMeans } from './excerptView';
import { element } from '../dom/element';
import { openAround } from '../dom/openAround';
import { Folds } from './folds';
import { LateScript } from './lateScript';
import { MathsLoader } from './mathsLoader';
import type { Heading } from './sectionList';
import { margin, NoteScroll } from './noteScroll';
import { watchScrollables } from './scrollables';
import { NoteText } from './noteText';
import { findSpot } from './spots';
import { StepCard } from './stepCard';
import { markStep } from './stepMark';
import { StepView } from './stepView';
import { TermTip } from './termTip';

/** What a note needs of the page around it. */
export interface NoteMeans extends Pick<ExcerptMeans, 'read' | 'filled'> {
  /** Somebody has scrolled. */
  moved(): void;
}

/** The rendered note in its own scroll area. */
export class NoteView {
  readonly root = element('main', { attributes: { tabindex: '0' } });
  private readonly article = element('article');
  /** The words of a trail's step, which stand above the note. */
  readonly card = new StepCard();
  private shown: PanelNote | undefined;
  private isNew = false;
  private words: Parameters<NoteView['showWords']> | undefined;
  /** The elements of the sections, which are asked for with each step of the cursor. */
  private sections: readonly HTMLElement[] = [];
  private marked: Element | undefined;
  private toTop = false;
  private readonly scroll: NoteScroll;
  private readonly step: StepView;
  private readonly diagrams: DiagramLoader;
  private readonly maths: MathsLoader;
  private readonly colours: CodeColours;
  private readonly content: NoteText;
  private readonly folds = new Folds();
  readonly excerpts: ExcerptView;

  constructor(assets: Assets, means: NoteMeans) {
    this.root.append(this.article);
    watchScrollables(this.article);
    new TermTip(this.article, () => this.shown);
    this.scroll = new NoteScroll({
      root: this.root,
      article: this.article,
      sections: () => this.sections,
      find: (slug) => this.find(slug),
      scrolled: (isAtRest) => {
        if (isAtRest) this.step.scrolled();
        means.moved();
      },
      laidOut: () => this.step.keep(),
    });
    this.step = new StepView(this.root, this.scroll);
    const stay = (change: () => void): void => this.scroll.stay(change);
    this.diagrams = new DiagramLoader(assets, stay);
    this.maths = new MathsLoader(new LateScript(assets.scripts.maths), stay);
    this.content = new NoteText(new LateScript(assets.scripts.purifier));
    this.colours = new CodeColours(new LateScript(assets.scripts.colours), () => this.colour(means));
    this.excerpts = new ExcerptView(this.article, { ...means, stay, highlight: () => this.colours.highlight });
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
      const top = old?.uri === note?.uri ? this.scroll.top() : undefined;
      this.scroll.release();
      if (old !== undefined) this.folds.keep(old.uri, this.article);
      if (note === undefined) this.article.replaceChildren();
      else {
        this.content.put(this.article, note, words, this.colours.highlight);
        this.folds.restore(note.uri, this.article);
      }
      this.sections = [...this.article.querySelectorAll<HTMLElement>(':scope > section')];
      this.excerpts.show(note, words);
      this.root.setAttribute('aria-label', note?.title ?? '');
      if (top === undefined) this.root.scrollTop = 0;
      else this.scroll.restore(top);
      if (note !== undefined) this.diagrams.show(this.article, note, words);
      void this.maths.show(this.article);
      void this.colours.show(this.article);
    } else if (note !== undefined && note !== old) {
      this.updateAnchors(note);
    }
    this.mark(marked);
    return this.isNew;
  }

  /** Returns a promise for what a note needs before it can be shown, or undefined where nothing is missing. */
  prepare(note: PanelNote | undefined): Promise<unknown> | undefined {
    return note === this.shown ? undefined : this.content.prepare(note);
  }

  /** Colours the code that is there already. What marks words in it has to find them again. */
  private colour(means: NoteMeans): void {
    const note = this.shown;
    if (note === undefined) return;
    this.scroll.stay(() => {
      this.colours.paint(this.article, note);
      this.excerpts.fill();
    });
    if (this.words !== undefined) this.showWords(...this.words);
    means.filled();
  }

  /** Marks the words of a trail's step, and of the spot that the reader is brought to, which are then what is revealed next. */
  showWords(step: PanelStep | undefined, spot: NoteSpot | undefined, slug: string | undefined): void {
    this.words = [step, spot, slug];
    const note = this.shown;
    const stepped = markStep(this.article, note, step);
    const section = slug === undefined ? undefined : this.find(slug);
    const found = note && spot && findSpot(this.article, section, note, spot);
    const words = found?.words instanceof Range ? [found.words] : [];
    CSS.highlights.set('spot', new Highlight(...words));
    for (const one of this.article.querySelectorAll('a.spot')) one.classList.remove('spot');
    if (found?.words instanceof HTMLElement) found.words.classList.add('spot');
    this.step.show(found ?? stepped);
    this.card.show(step, stepped?.block);
  }

  /** The note's own headings, in their order. */
  get headings(): Heading[] {
    return this.sections.flatMap((section) => {
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
    openAround(section);
    const atTop = this.toTop;
    this.toTop = false;
    if (this.step.reveal(section ?? (slug === undefined ? this.sections[0] : undefined), this.isNew)) return;
    if (!this.isNew && !atTop && section !== undefined && this.isInView(section)) return;
    const top = section === undefined ? 0 : this.scroll.offsetOf(section) - margin;
    if (this.isNew) this.scroll.jumpTo(top);
    else this.scroll.glideTo(top);
  }

  /** Makes the next section go to the upper edge, whether it is visible already or not. */
  revealAtTop(): void {
    this.toTop = true;
  }

  top(): PanelMemory['top'] {
    return this.scroll.top();
  }

  restore(top: PanelMemory['top']): void {
    this.scroll.restore(top);
  }

  /** Runs what changes the layout above the note without moving the text. */
  keepInPlace(change: () => void): void {
    this.scroll.keepInPlace(change, this.article.querySelector<HTMLElement>('section.marked'));
  }

  private mark(slug: string | undefined): void {
    const target = slug === undefined || slug === '' ? undefined : (this.find(slug)?.closest('article > section') ?? undefined);
    if (target === this.marked) return;
    this.marked?.classList.remove('marked');
    this.marked?.removeAttribute('aria-current');
    this.marked = target;
    target?.classList.add('marked');
    target?.setAttribute('aria-current', 'location');
  }

  private updateAnchors(note: PanelNote): void {
    this.diagrams.update(note);
    this.excerpts.update(note);
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

  /** Returns the element of a section; for a heading in a list or a quotation that heading. */
  private find(slug: string): HTMLElement | undefined {
    const section = this.sections.find((one) => one.dataset.slug === slug);
    if (section !== undefined) return section;
    const headings = this.article.querySelectorAll<HTMLElement>(':is(h1, h2, h3, h4, h5, h6)[data-heading]');
    return [...headings].find(({ dataset }) => dataset.heading === slug);
  }

  /** Returns whether a section's heading is in the upper two thirds, or all of the section is visible. */
  private isInView(section: HTMLElement): boolean {
    const view = this.root.getBoundingClientRect();
    const { top, bottom } = section.getBoundingClientRect();
    return top >= view.top && (top <= view.top + (view.height * 2) / 3 || bottom <= view.bottom);
  }
}

function sameText(a: PanelNote | undefined, b: PanelNote | undefined): boolean {
  if (a === b) return true;
  return (
    a?.uri === b?.uri &&
    a?.markdown === b?.markdown &&
    a?.title === b?.title &&
    a?.summary === b?.summary &&
    JSON.stringify(a?.terms) === JSON.stringify(b?.terms) &&
    a?.anchors.length === b?.anchors.length &&
    a?.slugs.join(' ') === b?.slugs.join(' ')
  );
}
