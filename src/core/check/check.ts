import type { Binding, BindingState, Candidate, Target } from '../bindings/binding';
import type { Note, NoteAnchor, NoteProblem } from '../notes/note';
import { comparePositions } from '../util/range';
import type { Range } from '../util/range';

/** The codes of the states of bindings that are problems. */
export type BindingProblemCode =
  'binding/ambiguous' | 'binding/missingSymbol' | 'binding/missingFragment' | 'binding/missingFile' | 'binding/unavailable';

/** A fault at its exact place in a note. The edges put the code into words. */
export interface CheckProblem {
  /** The URI of the note. */
  readonly note: string;
  readonly range: Range;
  readonly code: NoteProblem['code'] | BindingProblemCode;
  /** Values for the message's placeholders; a binding's anchor, and why it is `unavailable`. */
  readonly args: readonly string[];
  /** What could be meant: targets of an ambiguous anchor, candidates of a missing one. */
  readonly candidates: readonly (Candidate | Target)[];
}

/**
 * Returns everything that is wrong with a note and with its bindings, in the order of the text; each place is named once.
 * `links` is what is wrong with its links.
 */
export function checkNote(note: Note, bindings: readonly Binding[], links: readonly NoteProblem[]): CheckProblem[] {
  const problems: CheckProblem[] = [...note.problems, ...links].map((problem) => ({
    ...problem,
    note: note.uri,
    candidates: [],
  }));
  for (const { anchor, result } of bindings) {
    const problem = bindingProblem(note.uri, anchor, result);
    if (problem !== undefined) problems.push(problem);
  }
  return problems.sort((one, other) => comparePositions(one.range.start, other.range.start));
}

/** Returns the problem of a binding's state; undefined where the state is as it should be. */
export function bindingProblem(note: string, anchor: NoteAnchor, result: BindingState): CheckProblem | undefined {
  const place = { note, range: anchor.range };
  switch (result.state) {
    case 'exact':
    case 'edited':
    case 'moved':
      return undefined;
    case 'ambiguous':
      return { ...place, code: 'binding/ambiguous', args: [anchor.text], candidates: result.targets };
    case 'missing':
      return { ...place, code: missingCodes[result.what], args: [anchor.text], candidates: result.candidates };
    case 'unavailable':
      return { ...place, code: 'binding/unavailable', args: [anchor.text, result.why], candidates: [] };
    default:
      return result satisfies never;
  }
}

const missingCodes = {
  symbol: 'binding/missingSymbol',
  fragment: 'binding/missingFragment',
  file: 'binding/missingFile',
} as const;
