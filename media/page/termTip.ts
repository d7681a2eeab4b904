import type { PanelNote } from '../../src/protocol/panel';
import { element } from '../dom/element';

/** The pixels between a term and its tip, and between the tip and the edges of the page. */
const gap = 4;
const edge = 8;

/** Shows what a term of the glossary means while the pointer or the keyboard is at it. Escape hides it. */
export class TermTip {
  private readonly root = element('div', { class: 'term-tip', attributes: { role: 'tooltip', id: 'term-tip' } });
  private term: HTMLElement | undefined;

  constructor(article: HTMLElement, note: () => PanelNote | undefined) {
    this.root.hidden = true;
    // It stands in the same landmark as the text, but is no part of the text that is searched.
    article.after(this.root);
    const show = ({ target }: Event): void => {
      const term = target instanceof Element ? target.closest<HTMLElement>('a.term') : null;
      const text = note()?.terms?.[Number(term?.dataset.term)]?.text;
      if (term !== null && text !== undefined) this.show(term, text);
    };
    const leave = ({ relatedTarget }: MouseEvent | FocusEvent): void => {
      // The pointer may go onto the tip, to read it or to copy from it.
      if (!(relatedTarget instanceof Node) || (!this.root.contains(relatedTarget) && this.term?.contains(relatedTarget) !== true))
        this.hide();
    };
    article.addEventListener('mouseover', show);
    article.addEventListener('focusin', show);
    article.addEventListener('mouseout', leave);
    article.addEventListener('focusout', leave);
    this.root.addEventListener('mouseleave', leave);
    document.addEventListener('scroll', () => this.hide(), { capture: true, passive: true });
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.root.hidden) return;
      // The page would lead back to the code.
      event.preventDefault();
      this.hide();
    });
  }

  private show(term: HTMLElement, text: string): void {
    this.hide();
    this.term = term;
    this.root.textContent = text;
    this.root.hidden = false;
    term.setAttribute('aria-describedby', this.root.id);
    const [place, size] = [term.getClientRects()[0] ?? term.getBoundingClientRect(), this.root.getBoundingClientRect()];
    const below = place.bottom + gap;
    const top = below + size.height > innerHeight - edge ? Math.max(edge, place.top - gap - size.height) : below;
    this.root.style.top = `${top}px`;
    this.root.style.left = `${Math.max(edge, Math.min(place.left, innerWidth - edge - size.width))}px`;
  }

  private hide(): void {
    this.term?.removeAttribute('aria-describedby');
    this.term = undefined;
    this.root.hidden = true;
  }
}
