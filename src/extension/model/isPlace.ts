import type { NotePlace } from './model';

/** Returns whether a value is a place. Links come from hovers and pages, so what they carry is checked. */
export function isPlace(value: unknown): value is NotePlace {
  if (typeof value !== 'object' || value === null || !('note' in value) || typeof value.note !== 'string') return false;
  if ('spot' in value && value.spot !== undefined && !isSpot(value.spot)) return false;
  return !('slug' in value) || value.slug === undefined || typeof value.slug === 'string';
}

function isSpot(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (value.kind === 'words') return 'words' in value && typeof value.words === 'string';
  const hasAnchor = 'anchor' in value && typeof value.anchor === 'string';
  return value.kind === 'anchor' && hasAnchor && 'occurrence' in value && typeof value.occurrence === 'number';
}
