import { window } from 'vscode';
import { withoutIcons } from './plainWords';

/** The milliseconds for which a message stays in the status bar. */
const shown = 6000;

/** The most characters that have room in the status bar. */
const longest = 200;

/**
 * Answers a command in the status bar, where there is nothing to decide and nothing is lost. Notifications are kept for what went
 * wrong or needs an answer.
 */
export function sayInPassing(words: string): void {
  const kept = words.length > longest ? `${words.slice(0, longest)}…` : words;
  window.setStatusBarMessage(`$(info) ${withoutIcons(kept)}`, shown);
}
