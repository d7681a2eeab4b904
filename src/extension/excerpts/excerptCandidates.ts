import type { BindingState, Target } from '../../core/bindings/binding';
import { describeReason, nameTarget, nameTargets } from '../bindings/stateWords';

/** A place that an anchor could mean, and its name. */
export interface NamedTarget {
  readonly target: Target;
  readonly name: string;
}

/** Returns the places that could be meant, where it is not certain which one is. */
export function candidatesOf(result: BindingState): readonly NamedTarget[] {
  switch (result.state) {
    case 'ambiguous': {
      const names = nameTargets(result.targets);
      return result.targets.map((target, index) => ({ target, name: names[index] ?? '' }));
    }
    case 'missing':
      return result.candidates.map(({ target, reason }) => ({
        target,
        name: `${nameTarget(target)} (${describeReason(reason)})`,
      }));
    case 'exact':
    case 'edited':
    case 'moved':
    case 'unavailable':
      return [];
    default:
      return result satisfies never;
  }
}
