import type { PanelAdvice, PanelCommand } from '../../src/protocol/panel';
import { element } from '../dom/element';

/** Shows what to do where there is no note, or no code to go to. */
export class AdviceView {
  readonly root = element('div', { class: 'advice' });

  constructor(private readonly run: (command: PanelCommand) => void) {}

  show(advice: PanelAdvice | undefined, aboveNote: boolean): void {
    this.root.hidden = advice === undefined;
    this.root.classList.toggle('alone', !aboveNote);
    if (advice === undefined) return;
    const actions = advice.actions.map(({ label, command }) => {
      const button = element('button', { text: label, attributes: { type: 'button' } });
      button.addEventListener('click', () => this.run(command));
      return button;
    });
    this.root.replaceChildren(element('p', { text: advice.text }), element('p', { class: 'actions', children: actions }));
  }
}
