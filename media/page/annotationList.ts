import type { PanelAnnotation, PanelState } from '../../src/protocol/panel';
import { element } from '../dom/element';

/** Lists above the note the sections about the cursor's symbol, then those that mention it. */
export class AnnotationList {
  readonly root = element('nav', { class: 'annotations' });
  private shown = '';

  constructor(private readonly open: (place: PanelAnnotation) => void) {}

  show(state: PanelState): void {
    const { annotations, symbol, note, section, words } = state;
    const key = JSON.stringify([annotations, symbol, note?.uri, section]);
    if (key === this.shown) return;
    this.shown = key;
    const focused = this.links().findIndex((link) => link === document.activeElement);
    this.root.hidden = symbol === undefined || annotations.length === 0;
    this.root.setAttribute('aria-label', words.annotations);
    const subjects = annotations.filter(({ role }) => role === 'subject');
    const mentions = annotations.filter(({ role }) => role === 'mention');
    this.root.replaceChildren(
      element('p', { class: 'symbol', children: [element('code', { text: symbol ?? '' })] }),
      ...this.group(words.subjects, subjects, state),
      ...this.group(words.mentions, mentions, state),
    );
    this.links()[focused]?.focus();
    this.root.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  private group(title: string, annotations: readonly PanelAnnotation[], state: PanelState): Node[] {
    if (annotations.length === 0) return [];
    const items = annotations.map((one) => element('li', { children: [this.link(one, state)] }));
    const list = element('ul', { attributes: { 'aria-label': title }, children: items });
    return [element('p', { class: 'role', text: title, attributes: { 'aria-hidden': 'true' } }), list];
  }

  private link(annotation: PanelAnnotation, state: PanelState): HTMLElement {
    const { note, noteTitle, slug, section } = annotation;
    const link = element('button', { class: 'annotation', attributes: { type: 'button' } });
    const isShown = note === state.note?.uri;
    link.append(element('span', { class: 'section', text: section === '' ? noteTitle : section }));
    if (!isShown && section !== '' && section !== noteTitle) link.append(element('span', { class: 'note', text: noteTitle }));
    if (isShown && slug === (state.section ?? '')) link.setAttribute('aria-current', 'true');
    link.addEventListener('click', () => this.open(annotation));
    return link;
  }

  private links(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('button')];
  }
}
