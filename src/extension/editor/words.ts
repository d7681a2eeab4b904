import { l10n } from 'vscode';
import type { Trail } from '../../core/trails/trail';

/** Joins parts as in `a, b, c`, with the comma of the reader's language. */
export function listed(parts: readonly string[]): string {
  return parts.join(l10n.t(', '));
}

/** Joins two parts as in `what: why`, with the colon of the reader's language. */
export function explained(what: string, why: string): string {
  return l10n.t('{0}: {1}', what, why);
}

/**
 * Marks what the system, the network or a library has said as theirs: it stands in their language, mostly English, in a sentence of
 * ours.
 */
export function saidBySystem(error: unknown): string {
  return l10n.t('the system says “{0}”', error instanceof Error ? error.message : String(error));
}

/** Words for a reading time given in seconds: `14 min`, at least one; `1 h 40 min` from an hour and a half on. */
export function nameTime(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return minutes < 90 ? l10n.t('{0} min', minutes) : l10n.t('{0} h {1} min', Math.floor(minutes / 60), minutes % 60);
}

/** Words for a trail's own name, told apart from others of that name in its note. */
export function trailName({ name, number }: Pick<Trail, 'name' | 'number'>): string {
  return number === 1 ? name : l10n.t('{0} ({1})', name, number);
}

/** Words for a number of steps of a trail. */
export function nameSteps(steps: number): string {
  return steps === 1 ? l10n.t('1 step') : l10n.t('{0} steps', steps);
}
