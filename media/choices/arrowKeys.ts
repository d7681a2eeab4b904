/**
 * Lets Tab go round in a list, and the arrows, Home and End move the keyboard through the buttons of a list: up and down from row to row, left and right within
 * one.
 */
export function moveFocus(list: HTMLElement, event: KeyboardEvent): void {
  const target = event.key === 'Tab' ? nextOf(list, event.shiftKey ? -1 : 1) : targetOf(list, event.key);
  if (target === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
}

function nextOf(list: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const all = [...list.querySelectorAll('button')];
  return all.at((all.findIndex((one) => one === document.activeElement) + step) % all.length);
}

function targetOf(list: HTMLElement, key: string): HTMLElement | undefined {
  const from = document.activeElement;
  const rows = [...list.querySelectorAll<HTMLElement>('button:not(.write)')];
  const row = rows.findIndex((one) => one === from || one === from?.parentElement?.querySelector('.open'));
  switch (key) {
    case 'ArrowDown':
      return rows[Math.min(row + 1, rows.length - 1)];
    case 'ArrowUp':
      return rows[Math.max(row - 1, 0)];
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    case 'ArrowRight':
      return rows[row]?.parentElement?.querySelector<HTMLElement>('.write') ?? undefined;
    case 'ArrowLeft':
      return from?.matches('.write') === true ? rows[row] : undefined;
    default:
      return undefined;
  }
}
