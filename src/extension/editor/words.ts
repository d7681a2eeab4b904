import { l10n } from 'vscode';

/** Joins parts as in `a, b, c`, with the comma of the reader's language. */
export function listed(parts: readonly string[]): string {
  return parts.join(l10n.t(', '));
}

/** Joins two parts as in `what: why`, with the colon of the reader's language. */
export function explained(what: string, why: string): string {
  return l10n.t('{0}: {1}', what, why);
}

/** Words for a reading time given in seconds: `14 min`, at least one. */
export function nameTime(seconds: number): string {
  return l10n.t('{0} min', Math.max(1, Math.round(seconds / 60)));
}
