import { window } from 'vscode';

/** The milliseconds for which a message stays in the status bar. */
const shown = 6000;

/**
 * Answers a command in the status bar, where there is nothing to decide and nothing is lost. Notifications are kept for what went
 * wrong or needs an answer.
 */
export function sayInPassing(words: string): void {
  window.setStatusBarMessage(`$(info) ${words}`, shown);
}
