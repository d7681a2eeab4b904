import type { PanelNote, PanelStep } from '../../src/protocol/panel';
import { findAnchor, spotOf, type Spot } from './spots';

/** Marks the block of a rendered note that a trail's step is in, and no other. Returns undefined where there is none. */
export function markStep(article: HTMLElement, note: PanelNote | undefined, step: PanelStep | undefined): Spot | undefined {
  for (const one of article.querySelectorAll('.step')) {
    one.classList.remove('step');
    one.removeAttribute('aria-current');
  }
  if (note === undefined || step === undefined) return undefined;
  const link = findAnchor(article, note, step);
  if (link === undefined) return undefined;
  link.classList.add('step');
  link.setAttribute('aria-current', 'step');
  const spot = spotOf(link, link);
  spot?.block.classList.add('step');
  return spot;
}
