import { l10n } from 'vscode';
import { targetOf, type BindingState } from '../../core/bindings/binding';
import type { Model, TrailPosition } from '../model/model';
import { nameTime } from '../editor/words';

/** The most characters of a note's title in the status bar. */
const longest = 28;

/** Words for the status bar: `Flushing to disk: who call… 3/27 · 9 min`. */
export function shortPosition({ note, steps, index, seconds }: TrailPosition): string {
  const title = note.title.length > longest ? `${note.title.slice(0, longest - 1).trimEnd()}…` : note.title;
  return `${title} ${index + 1}/${steps.length} · ${nameTime(seconds)}`;
}

/** The same as a sentence, for a tooltip and for screen readers. */
export function longPosition({ note, steps, index, step, status, seconds }: TrailPosition): string {
  const where = [note.title, index + 1, steps.length, step.anchor.label] as const;
  const words = l10n.t('{0}: step {1} of {2}, {3}; {4} left', ...where, nameTime(seconds));
  return status === 'paused' ? l10n.t('Paused: {0}', words) : words;
}

/** Returns how the step's anchor stands where it does not lead to one certain place. */
export function doubtOf({ bindings }: Model, { note, step }: TrailPosition): BindingState | undefined {
  const result = bindings.ofNote(note.uri).find(({ anchor }) => anchor.text === step.anchor.text)?.result;
  return result === undefined || targetOf(result) !== undefined ? undefined : result;
}
