import * as vscode from 'vscode';
import { views } from '../editor/contributions';

/** The places that show the note by now: the view, which the reader may have moved to any bar, and tabs. All show the same note. */
export class NoteSurfaces {
  view: vscode.WebviewView | undefined;
  private readonly tabs = new Set<vscode.WebviewPanel>();

  addTab(tab: vscode.WebviewPanel): void {
    this.tabs.add(tab);
    tab.onDidDispose(() => this.tabs.delete(tab));
  }

  /** The tab that was opened last. */
  get tab(): vscode.WebviewPanel | undefined {
    return [...this.tabs].at(-1);
  }

  get isAnyVisible(): boolean {
    return this.view?.visible === true || [...this.tabs].some(({ visible }) => visible);
  }

  /**
   * Brings the note into sight without the focus. Nothing moves where it is in sight already, and the bar of the view, which the
   * reader may have closed for the sake of a tab, is opened only where there is none.
   */
  async bring(): Promise<void> {
    if (this.isAnyVisible) return;
    if (this.tab === undefined) await vscode.commands.executeCommand(`${views.panel}.focus`, { preserveFocus: true });
    else this.tab.reveal(undefined, true);
  }
}
