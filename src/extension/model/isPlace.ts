import type { NotePlace } from './model';

/** Returns whether a value is a place. Links come from hovers and pages, so what they carry is checked. */
export function isPlace(value: unknown): value is NotePlace {
  if (typeof value !== 'object' || value === null || !('note' in value) || typeof value.note !== 'string') return false;
  return !('slug' in value) || value.slug === undefined || typeof value.slug === 'string';
}
