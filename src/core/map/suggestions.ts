import type { MapNotes } from './mapData';
import { eachNode, type MapNode } from './mapNode';

/**
 * Returns the sections about something in the node that are not read yet, in the order of the notes; where there are none, those
 * that mention it.
 */
export function nextToRead({ sections }: MapNode, notes: MapNotes, most: number): readonly number[] {
  const unread = sections.filter(({ section }) => notes.sections[section]?.read === false);
  return unread.slice(0, most).map(({ section }) => section);
}

/** Returns the largest files in the node of which no type has a section. */
export function largestWithoutNotes(node: MapNode, most: number): readonly MapNode[] {
  const bare = [...eachNode(node)].filter(
    ({ kind, types, annotated, sections }) => kind === 'file' && types > 0 && annotated === 0 && sections.length === 0,
  );
  return bare.sort((a, b) => b.lines - a.lines).slice(0, most);
}
