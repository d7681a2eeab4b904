import { spotOf } from '../../core/notes/noteSpot';
import type { Annotation, NotePlace } from '../model/model';

/** Returns the section of an annotation as a place to open, at the words that speak of the code. */
export function sectionPlace({ note, section, binding }: Pick<Annotation, 'note' | 'section' | 'binding'>): NotePlace {
  const spot = spotOf(note, binding.anchor);
  return { note: note.uri, slug: section.slug, ...(spot && { spot }) };
}

/** Returns whether two places are the same section of the same note. */
export function isSameNotePlace(one: NotePlace, other: NotePlace | undefined): boolean {
  return one.note === other?.note && one.slug === other.slug;
}
