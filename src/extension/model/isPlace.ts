import type { NotePlace } from './model';

/** Links come from hovers and pages: what they carry is looked at. */
export function isPlace(value: unknown): value is NotePlace {
  if (typeof value !== 'object' || value === null || !('note' in value) || typeof value.note !== 'string') return false;
  return !('slug' in value) || value.slug === undefined || typeof value.slug === 'string';
}
