import { l10n } from 'vscode';
import type { AlertWords } from '../../core/notes/alerts';

/** Returns the titles of alerts in the reader's language. */
export function alertWords(): AlertWords {
  return {
    note: l10n.t('Please note'),
    tip: l10n.t('Tip'),
    important: l10n.t('Important'),
    warning: l10n.t('Warning'),
    caution: l10n.t('Caution'),
  };
}
