import type { PanelState } from '../../src/protocol/panel';
import { element } from '../dom/element';

/** The button behind the section's title that says how many other sections speak of the same code, and opens the list of them. */
export class MoreSections {
  readonly root = element('button', { class: 'more', attributes: { type: 'button' } });

  constructor(open: () => void) {
    this.root.hidden = true;
    this.root.addEventListener('click', open);
  }

  show({ more, words }: PanelState): void {
    this.root.hidden = more === undefined;
    if (more === undefined) return;
    this.root.textContent = words.moreSections.replace('{0}', String(more.count));
    this.root.title = words.moreSectionsOf.replace('{0}', String(more.count)).replace('{1}', () => more.symbol);
  }
}
