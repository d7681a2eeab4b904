import type { PanelNote, PanelStep } from '../../src/protocol/panel';

/** The elements that may hold a step's words. The smallest one around the anchor does. */
const blocks = 'p, li, tr, h1, h2, h3, h4, h5, h6';

/** Marks the block of a rendered note that a trail's step is in, and no other. Returns undefined where there is none. */
export function markStep(
  article: HTMLElement,
  note: PanelNote | undefined,
  step: PanelStep | undefined,
): HTMLElement | undefined {
  for (const one of article.querySelectorAll('.step')) {
    one.classList.remove('step');
    one.removeAttribute('aria-current');
  }
  if (note === undefined || step === undefined) return undefined;
  const index = note.anchors.findIndex(({ text }) => text === step.anchor);
  // Diagrams and code have no sentences: their links are no steps and have no number.
  const link = article.querySelector<HTMLElement>(`a[data-anchor="${index}"][data-occurrence="${step.occurrence}"]`);
  const block = link?.closest<HTMLElement>(blocks) ?? undefined;
  link?.classList.add('step');
  link?.setAttribute('aria-current', 'step');
  block?.classList.add('step');
  return block;
}
