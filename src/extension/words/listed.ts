import { l10n } from 'vscode';

/** `a, b, c`, with the comma of the reader's language. */
export function listed(parts: readonly string[]): string {
  return parts.join(l10n.t(', '));
}
