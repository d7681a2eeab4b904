import { walkthrough } from '../editor/contributions';

/**
 * Milliseconds. Who presses a button of the first steps by a key lets the key go a tenth of a second later, and a quarter of a second
 * after that the page takes the focus for the step once more: what a command has opened by then loses it, and a list closes.
 */
const settling = 500;

/** A command as the links of the first steps call it: with the name of these, for which it waits until the page has settled. */
export function fromFirstSteps<T>(run: (...args: readonly unknown[]) => T): (...args: readonly unknown[]) => T | Promise<T> {
  return (...args) => {
    if (args[0] !== walkthrough) return run(...args);
    return new Promise((resolve) => setTimeout(resolve, settling)).then(() => run());
  };
}
