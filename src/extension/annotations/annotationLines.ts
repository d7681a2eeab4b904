import { noteRoles, type NoteRole } from '../../core/notes/note';
import type { Annotation } from '../model/model';

/** The mark of a line. `changed` wins over the others: the reader should know of it before trusting the note. */
export type Mark = 'changed' | NoteRole;

export const marks: readonly Mark[] = ['changed', ...noteRoles];

/** The roles whose places are marked. */
export type Marked = ReadonlySet<NoteRole>;

/** The roles in which a note says something of the code. References only name it. */
export const speaking: Marked = new Set(['subject', 'mention']);

/** The marked lines (0-based) of a file, in order, each with its strongest mark. */
export function markLines(annotations: readonly Annotation[], marked: Marked): ReadonlyMap<number, Mark> {
  const lines = new Map<number, Mark>();
  for (const annotation of annotations) {
    if (!marked.has(annotation.role)) continue;
    const line = annotation.target.range.start.line;
    const mark = markOf(annotation);
    const other = lines.get(line);
    if (other === undefined || marks.indexOf(mark) < marks.indexOf(other)) lines.set(line, mark);
  }
  return new Map([...lines].sort(([a], [b]) => a - b));
}

function markOf({ binding, role }: Annotation): Mark {
  const { state } = binding.result;
  switch (state) {
    case 'edited':
    case 'moved':
      return 'changed';
    case 'exact':
    case 'ambiguous':
    case 'missing':
    case 'unavailable':
      return role;
    default:
      return state satisfies never;
  }
}
