import * as vscode from 'vscode';
import type { Model, NotePlace } from '../model/model';
import { isPlace } from '../model/isPlace';
import { sayInPassing } from '../editor/sayInPassing';

/**
 * Marks as read, or not, what a menu or a link names: an entry of the outline (for a chapter all its notes) or a place; else what
 * the panel shows, the section or the whole note.
 */
export function markRead({ progress, panel: reading }: Model, named: unknown, read: boolean): void {
  const places = placesOf(named);
  const shown = places.length > 0 ? places : [...(reading.place === undefined ? [] : [reading.place])];
  if (shown.length > 0) progress.mark(shown, read);
  else sayInPassing(vscode.l10n.t('No note is shown.'));
}

/** Toggles the section that the panel shows, or the note. */
export function toggleRead(model: Model): void {
  const { place } = model.panel;
  markRead(model, undefined, place === undefined || !model.progress.isRead(place));
}

function placesOf(named: unknown): readonly NotePlace[] {
  if (isPlace(named)) return [named];
  if (typeof named !== 'object' || named === null) return [];
  if ('place' in named && isPlace(named.place)) return [named.place];
  const children: readonly unknown[] = 'children' in named && Array.isArray(named.children) ? named.children : [];
  return children.flatMap(placesOf);
}
