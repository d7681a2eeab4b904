import type { PanelAct, PanelChoice, PanelChoices } from '../../src/protocol/panel';
import { element } from '../dom/element';
import { moveFocus } from './arrowKeys';
import { placeAt } from './placeAt';

type Act = (act: PanelAct, place: string) => void;

/**
 * Opens the list of what an anchor may mean, at the link to it. Escape, a click beside it and each choice close it; the keyboard then
 * goes back to the link, or to `text`, in which the link is drawn anew when something was written into the note.
 */
export function openChoices(link: HTMLElement | SVGElement, text: HTMLElement, choices: PanelChoices, act: Act): void {
  const list = element('div', {
    class: 'choices',
    attributes: { role: 'dialog', 'aria-labelledby': 'choices-title', popover: 'auto' },
  });
  let isLinkKept = true;
  const chosen: Act = (what, place) => {
    isLinkKept = what !== 'write';
    list.hidePopover();
    act(what, place);
  };
  list.append(
    element('p', { class: 'title', text: choices.title, attributes: { id: 'choices-title' } }),
    ...choices.facts.map((fact) => element('p', { class: 'fact', text: fact })),
    ...choices.groups.flatMap((group) => groupOf(group, choices, chosen)),
    element('p', { class: 'others', children: others(choices, chosen) }),
  );
  const move = (): void => placeAt(list, link);
  const resized = new ResizeObserver(move);
  list.addEventListener('keydown', (event) => press(list, event));
  list.addEventListener('beforetoggle', (event) => {
    if (event.newState === 'open') return;
    resized.disconnect();
    text.removeEventListener('scroll', move);
    // A click beside the list takes the keyboard somewhere else.
    if (list.contains(document.activeElement)) (isLinkKept && link.isConnected ? link : text).focus({ preventScroll: true });
    // It is still needed while it closes.
    setTimeout(() => list.remove());
  });
  document.body.append(list);
  list.showPopover();
  move();
  resized.observe(text);
  text.addEventListener('scroll', move, { passive: true });
  list.querySelector('button')?.focus({ preventScroll: true });
}

function press(list: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Escape') return moveFocus(list, event);
  // Escape in the text leads back to the code.
  event.preventDefault();
  list.hidePopover();
}

function groupOf({ title, choices }: PanelChoices['groups'][number], words: PanelChoices, chosen: Act): HTMLElement[] {
  const rows = choices.map((choice) => element('li', { children: buttonsOf(choice, words, chosen) }));
  const list = element('ul', { children: rows, attributes: { 'aria-label': title ?? words.title } });
  return title === undefined ? [list] : [element('p', { class: 'group', text: title }), list];
}

function buttonsOf({ name, detail, place }: PanelChoice, { write, writeIt }: PanelChoices, chosen: Act): HTMLElement[] {
  const parts = [element('span', { class: 'name', text: name }), element('span', { class: 'detail', text: detail })];
  const open = element('button', { class: 'open', attributes: { type: 'button' }, children: parts });
  open.addEventListener('click', () => chosen('open', place));
  if (write === undefined || writeIt === undefined) return [open];
  const label = `${writeIt}: ${name}`;
  const take = element('button', {
    class: 'write',
    text: writeIt,
    attributes: { type: 'button', title: write, 'aria-label': label },
  });
  take.addEventListener('click', () => chosen('write', place));
  return [open, take];
}

function others({ search, markdown }: PanelChoices, chosen: Act): HTMLElement[] {
  const button = (words: string, act: PanelAct): HTMLElement => {
    const made = element('button', { text: words, attributes: { type: 'button' } });
    made.addEventListener('click', () => chosen(act, ''));
    return made;
  };
  return [button(search, 'search'), ...(markdown === undefined ? [] : [button(markdown, 'markdown')])];
}
