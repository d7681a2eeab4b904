/** Replaces what is in a part of the text. The keyboard and a code that was scrolled stay where they were. */
export function replaceHtml(part: Element, html: string): void {
  const focused = [...part.querySelectorAll('a, button, pre')].findIndex((one) => one === document.activeElement);
  const scrolled = part.querySelector('pre')?.scrollLeft ?? 0;
  part.innerHTML = html;
  const pre = part.querySelector('pre');
  if (pre !== null) pre.scrollLeft = scrolled;
  const controls = part.querySelectorAll<HTMLElement>('a, button, pre');
  if (focused < 0) return;
  const next = controls[Math.min(focused, controls.length - 1)];
  if (next instanceof HTMLPreElement) next.tabIndex = 0;
  next?.focus({ preventScroll: true });
}
