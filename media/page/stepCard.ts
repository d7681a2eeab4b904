import type { PanelStep } from '../../src/protocol/panel';
import { element } from '../dom/element';

/**
 * The words of a trail's step above the note. They stay in one place from step to step, while the text below goes to the section about
 * the step's code, which stands elsewhere than the list.
 */
export class StepCard {
  readonly root = element('section', { class: 'step-card' });
  private readonly place = element('p', { class: 'place' });
  /** It is an article, as the note is, so that its words look the same. */
  private readonly words = element('article');

  constructor() {
    this.root.hidden = true;
  }

  /** Shows the item that a block of the rendered note stands in. Steps in lists inside it have cards of their own. */
  show(step: PanelStep | undefined, block: HTMLElement | undefined): void {
    const item = step?.card === undefined ? undefined : block?.closest('li');
    this.root.hidden = item === undefined || item === null;
    if (item === undefined || item === null || step?.card === undefined) return this.root.replaceChildren();
    const copy = item.cloneNode(true) as HTMLElement;
    for (const inner of copy.querySelectorAll('ol')) inner.remove();
    for (const one of copy.querySelectorAll('[id]')) one.removeAttribute('id');
    for (const one of copy.querySelectorAll('.step')) one.classList.remove('step');
    for (const one of copy.querySelectorAll('[aria-current]')) one.removeAttribute('aria-current');
    const isNew = this.place.textContent !== step.card;
    this.place.textContent = step.card;
    this.root.setAttribute('aria-label', step.card);
    // Words that have not changed stay, so that a link in them keeps the focus.
    if (this.words.innerHTML !== copy.innerHTML) this.words.replaceChildren(...copy.childNodes);
    if (!this.words.isConnected) this.root.replaceChildren(this.place, this.words);
    if (isNew) this.root.scrollTop = 0;
    this.reach();
  }

  /** Lets the keyboard reach words that are too long to be seen at once. */
  private reach(): void {
    if (this.root.scrollHeight > this.root.clientHeight) this.root.tabIndex = 0;
    else this.root.removeAttribute('tabindex');
  }
}
