import { window } from 'vscode';
import { withoutLinks } from './plainWords';

/** Tells the reader something in a notification. Like all of ours it has no link, since it may name what a stranger has named. */
export function showInformation(words: string, ...choices: readonly string[]): Thenable<string | undefined> {
  return window.showInformationMessage(withoutLinks(words), ...choices);
}

export function showWarning(words: string): void {
  void window.showWarningMessage(withoutLinks(words));
}

export function showError(words: string): void {
  void window.showErrorMessage(withoutLinks(words));
}
