import * as vscode from 'vscode';
import { Lifetime } from '../../workspace/lifetime';
import type { SourceTrees } from '../model/model';
import type { NoteSurfaces } from './noteSurfaces';

/** The key under which the editor keeps, for a workspace, that the note's bar was filled. */
const filled = 'kafkaNotes.noteBarFilled';

/**
 * Shows the note's view the first time that a workspace has Kafka's source. VS Code opens the secondary side bar in new workspaces by
 * itself, but before it knows the view containers of extensions, so that the bar would stay empty. Where the reader's settings keep
 * that bar closed, or once it was filled, nothing is opened.
 */
export class FirstSight extends Lifetime {
  constructor(
    private readonly trees: SourceTrees,
    private readonly surfaces: NoteSurfaces,
    private readonly memento: vscode.Memento,
  ) {
    super();
    this.register(trees.onDidChange(() => void this.look()));
  }

  private async look(): Promise<void> {
    if (this.trees.all.length === 0 || this.memento.get(filled) === true) return;
    await this.memento.update(filled, true);
    const visibility = vscode.workspace.getConfiguration('workbench').get('secondarySideBar.defaultVisibility');
    if (visibility !== 'hidden') await this.surfaces.bring();
  }
}
