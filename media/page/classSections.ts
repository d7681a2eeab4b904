import type { PanelSection, PanelState } from '../../src/protocol/panel';
import { element } from '../dom/element';

/** Offers, in one quiet line, the sections about the type around a member that has no notes. */
export class ClassSections {
  readonly root = element('nav', { class: 'around' });
  private shown = '';

  constructor(private readonly open: (place: PanelSection) => void) {}

  show({ around, note, section, words }: PanelState): void {
    const key = JSON.stringify([around, note?.uri, section]);
    if (key === this.shown) return;
    this.shown = key;
    const focused = this.links().findIndex((link) => link === document.activeElement);
    this.root.hidden = around === undefined;
    if (around === undefined) return this.root.replaceChildren();
    const name = words.aboutAround.replace('{0}', around.symbol);
    this.root.setAttribute('aria-label', name);
    const links = around.sections.map((one) => this.link(one, one.note === note?.uri && one.slug === (section ?? '')));
    const between = (at: number): Node[] =>
      at === 0 ? [] : [element('span', { text: '·', attributes: { 'aria-hidden': 'true' } })];
    this.root.replaceChildren(element('span', { text: name }), ...links.flatMap((link, at) => [...between(at), link]));
    this.links()[focused]?.focus();
  }

  private link(annotation: PanelSection, isShown: boolean): HTMLElement {
    const { noteTitle, section } = annotation;
    const link = element('button', { class: 'link', attributes: { type: 'button', title: noteTitle } });
    link.textContent = section === '' ? noteTitle : section;
    if (isShown) link.setAttribute('aria-current', 'true');
    link.addEventListener('click', () => this.open(annotation));
    return link;
  }

  private links(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('button')];
  }
}
