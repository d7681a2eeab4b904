import { l10n } from 'vscode';

/** A reading time, given in seconds: `14 min`, at least one. */
export function nameTime(seconds: number): string {
  return l10n.t('{0} min', Math.max(1, Math.round(seconds / 60)));
}
