import * as vscode from 'vscode';
import { views } from '../editor/contributions';
import { Lifetime, Slot } from '../../workspace/lifetime';
import type { Report } from '../../core/util/report';
import type { Model } from '../model/model';
import type { NoteSurfaces } from './noteSurfaces';
import { ShownPanel } from './shownPanel';

/** Makes the panel when the editor asks for it. There is one at a time, and it may come and go. */
export class NotePanel extends Lifetime implements vscode.WebviewViewProvider {
  private readonly shown = this.register(new Slot<ShownPanel>());
  /** Whether the page is to have the focus once the editor asks for it. */
  private isFocusAwaited = false;

  constructor(
    private readonly model: Model,
    private readonly surfaces: NoteSurfaces,
    private readonly extensionUri: vscode.Uri,
    private readonly report: Report,
  ) {
    super();
  }

  resolveWebviewView(view: vscode.WebviewView, context: vscode.WebviewViewResolveContext): void {
    const { webview } = view;
    const surface = {
      webview,
      findsItself: false,
      isVisible: () => view.visible,
      name: (title: string) => (view.description = title),
    };
    this.surfaces.view = view;
    const panel = new ShownPanel(this.model, surface, this.extensionUri, context.state, this.report);
    this.shown.value = panel;
    if (this.isFocusAwaited) this.focusText();
    view.onDidDispose(() => {
      if (this.shown.value !== panel) return;
      this.shown.value = undefined;
      this.surfaces.view = undefined;
    });
  }

  get hasFocus(): boolean {
    return this.shown.value?.hasFocus === true;
  }

  /** Shows the view and gives the text in it the focus. */
  async focus(): Promise<void> {
    this.isFocusAwaited = true;
    await vscode.commands.executeCommand(`${views.panel}.focus`);
    this.focusText();
  }

  private focusText(): void {
    this.isFocusAwaited = this.shown.value === undefined;
    this.shown.value?.focusText();
  }

  /** Lets the reader find text in the note. */
  find(): void {
    this.surfaces.view?.show(false);
    this.shown.value?.find();
  }
}
