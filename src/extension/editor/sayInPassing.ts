import { window } from 'vscode';

/** Milliseconds that words stay in the status bar. */
const shown = 6000;

/**
 * Answers a command with a word in the status bar: there is nothing to decide and nothing is lost. A notification is only for
 * what went wrong, or for what needs an answer.
 */
export function sayInPassing(words: string): void {
  window.setStatusBarMessage(`$(info) ${words}`, shown);
}
