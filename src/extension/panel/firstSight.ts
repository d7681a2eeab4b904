import * as vscode from 'vscode';
import { views } from '../editor/contributions';
import { Lifetime } from '../../workspace/lifetime';
import type { SourceTrees } from '../model/model';
import type { NoteSurfaces } from './noteSurfaces';

/** The key under which the editor keeps, for a workspace, that the note's bar was filled. */
const filled = 'kafkaNotes.noteBarFilled';

/** The key under which the editor keeps, for all windows, that the reader has seen the outline. */
const revealed = 'kafkaNotes.outlineRevealed';

/**
 * Shows the note's view the first time that a workspace has Kafka's source, and the outline the first time that any has. VS Code
 * opens the secondary side bar in new workspaces by itself, but before it knows the view containers of extensions, so that the bar
 * would stay empty. Where the reader's settings keep that bar closed, or once it was filled, it is not opened. Nothing takes the focus.
 */
export class FirstSight extends Lifetime {
  constructor(
    private readonly trees: SourceTrees,
    private readonly surfaces: NoteSurfaces,
    private readonly kept: Pick<vscode.ExtensionContext, 'globalState' | 'workspaceState'>,
  ) {
    super();
    this.register(trees.onDidChange(() => void this.look()));
  }

  private async look(): Promise<void> {
    const { globalState, workspaceState } = this.kept;
    if (this.trees.all.length === 0) return;
    if (globalState.get(revealed) !== true) {
      await globalState.update(revealed, true);
      await vscode.commands.executeCommand(`${views.outline}.focus`, { preserveFocus: true });
    }
    if (workspaceState.get(filled) === true) return;
    await workspaceState.update(filled, true);
    const visibility = vscode.workspace.getConfiguration('workbench').get('secondarySideBar.defaultVisibility');
    if (visibility !== 'hidden') await this.surfaces.bring();
  }
}
