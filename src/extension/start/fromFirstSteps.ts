import { walkthrough } from '../editor/contributions';

/**
 * The milliseconds until the page of the first steps has settled. A reader who presses one of its buttons by a key lets the key
 * go a tenth of a second later, and a quarter of a second after that the page takes the focus for the step once more: what a
 * command has opened by then loses it, and a list closes.
 */
const settling = 500;

/** Wraps a command for the links of the first steps, which pass their name: it waits until the page has settled. */
export function fromFirstSteps<T>(run: (...args: readonly unknown[]) => T): (...args: readonly unknown[]) => T | Promise<T> {
  return (...args) => {
    if (args[0] !== walkthrough) return run(...args);
    return new Promise((resolve) => setTimeout(resolve, settling)).then(() => run());
  };
}
