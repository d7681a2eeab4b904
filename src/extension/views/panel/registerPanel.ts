import * as vscode from 'vscode';
import { views } from '../../contributions';
import type { Disposable } from '../../lifetime';
import type { Model } from '../../model/model';
import { NotePanel } from './notePanel';

/** The view with the note. */
export function registerPanel(model: Model, { extensionUri }: vscode.ExtensionContext): Disposable {
  const panel = new NotePanel(model, extensionUri);
  return vscode.Disposable.from(panel, vscode.window.registerWebviewViewProvider(views.panel, panel));
}
