import type { Note } from '../notes/note';
import { beginning, type StandardProblem } from './standard';

/**
 * Returns the first difference between a note and the same note in another language, which have the same sections, trails, excerpts and
 * anchors in the same order. The place is one of `note`.
 */
export function difference(note: Note, other: Note): StandardProblem | undefined {
  const at = firstDifference(
    note.sections.map(({ level }) => level),
    other.sections.map(({ level }) => level),
  );
  if (at !== undefined) {
    const section = note.sections[at];
    const args = ['section', section?.title ?? '', other.sections[at]?.title ?? ''];
    return { range: section?.range ?? beginning, code: 'standard/alike', args };
  }
  const anchors = firstDifference(note.anchors.map(keyOf), other.anchors.map(keyOf));
  if (anchors !== undefined) {
    const anchor = note.anchors[anchors];
    const args = ['anchor', anchor?.text ?? '', other.anchors[anchors]?.text ?? ''];
    return { range: anchor?.linkRange ?? beginning, code: 'standard/alike', args };
  }
  const trail = firstDifference(stepsOf(note), stepsOf(other));
  if (trail === undefined) return undefined;
  const section = note.sections[note.trails?.[trail]?.section ?? 0];
  return {
    range: section?.range ?? beginning,
    code: 'standard/alike',
    args: ['trail', stepsOf(note)[trail] ?? '', stepsOf(other)[trail] ?? ''],
  };
}

function keyOf({ text, role, inBlock, section }: Note['anchors'][number]): string {
  return [text, role, inBlock ?? '', section].join(' ');
}

function stepsOf({ trails }: Note): string[] {
  return (trails ?? []).map(({ items }) => items.map(({ anchor, depth }) => `${anchor}:${depth}`).join(' '));
}

function firstDifference<T>(one: readonly T[], other: readonly T[]): number | undefined {
  for (let at = 0; at < Math.max(one.length, other.length); at++) if (one[at] !== other[at]) return at;
  return undefined;
}
