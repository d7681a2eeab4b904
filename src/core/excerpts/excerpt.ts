import type { BindingState, Target } from '../bindings/binding';
import type { ExcerptCode } from './excerptCode';

/** An anchor's code as it is in a source tree now, or the reason why there is none to show. */
export type Excerpt =
  | {
      readonly kind: 'code';
      readonly result: BindingState;
      readonly target: Target;
      readonly code: ExcerptCode;
    }
  | { readonly kind: 'none'; readonly result: BindingState };
