import type { MapAdvice, MapCommand } from '../../src/protocol/map';
import { element } from '../dom/element';

/** Shows what to do where there is nothing to show. */
export function adviceView(advice: MapAdvice | null, run: (command: MapCommand) => void): Node[] {
  if (advice === null) return [];
  const buttons = advice.actions.map(({ label, command }) => {
    const button = element('button', { text: label });
    button.type = 'button';
    button.addEventListener('click', () => run(command));
    return button;
  });
  return [element('p', { text: advice.text }), element('div', { class: 'actions', children: buttons })];
}
