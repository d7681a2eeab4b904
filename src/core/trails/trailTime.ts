import type { BindingState, Target } from '../bindings/binding';
import type { NoteAnchor } from '../notes/note';
import type { TrailStep } from './trail';

/**
 * The seconds for a line of code. In Cohen's study of 2,500 reviews at Cisco ("Best Kept Secrets of Peer Code Review", 2006) people
 * who went faster than about 500 lines an hour began to miss what was there.
 */
const secondsPerLine = 3600 / 500;

/** The lines that a reader looks at. A quoted statement is read with the lines around it, and of a long symbol the first lines. */
const lines = { around: 2, most: 15, unread: 8 } as const;

/**
 * Returns the seconds that the steps from one on take: their words at the speed of {@link readingSeconds}, and the code of each. That
 * is 7.2 seconds a line, for 15 lines at most. Code that is not indexed yet counts as one statement or as 8 lines; there is nothing
 * to look at where an anchor leads to no one place, or where no source is open.
 */
export function trailSeconds(
  steps: readonly TrailStep[],
  stateOf: (anchor: NoteAnchor) => BindingState | undefined,
  from = 0,
): number {
  return steps.slice(from).reduce((sum, { anchor, seconds }) => sum + seconds + codeSeconds(anchor, stateOf(anchor)), 0);
}

function codeSeconds({ parsed }: NoteAnchor, state: BindingState | undefined): number {
  if (state === undefined || !parsed.ok) return 0;
  const isQuote = parsed.anchor.fragment !== undefined;
  switch (state.state) {
    case 'exact':
    case 'edited':
    case 'moved':
      return secondsPerLine * Math.min(linesOf(state.target, isQuote), lines.most);
    case 'ambiguous':
    case 'missing':
      return 0;
    case 'unavailable':
      return state.why === 'notIndexedYet' ? secondsPerLine * (isQuote ? 1 + lines.around : lines.unread) : 0;
    default:
      return state satisfies never;
  }
}

function linesOf({ range, symbol }: Target, isQuote: boolean): number {
  const { start, end } = isQuote ? range : (symbol?.range ?? range);
  return end.line - start.line + 1 + (isQuote ? lines.around : 0);
}
