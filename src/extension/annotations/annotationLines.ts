import type { Annotation } from '../model/model';

/** The mark of a line. `changed` wins over the others: the reader should know of it before trusting the note. */
export type Mark = 'changed' | 'subject' | 'mention';

export const marks: readonly Mark[] = ['changed', 'subject', 'mention'];

/** The marked lines (0-based) of a file, in order, each with its strongest mark. */
export function markLines(annotations: readonly Annotation[]): ReadonlyMap<number, Mark> {
  const lines = new Map<number, Mark>();
  for (const annotation of annotations) {
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
