import * as vscode from 'vscode';
import type { CodeColours } from '../../core/theme/codeColours';
import { Lifetime } from '../../workspace/lifetime';

const sections = ['workbench', 'window.autoDetectColorScheme', 'editor.tokenColorCustomizations'];

/** The active theme's colours for code, for a page that has to colour code itself. */
export class ThemeColours extends Lifetime {
  private colours: CodeColours = {};
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  /** Begins to read them; until they are read, and where they cannot be, there are none. */
  constructor() {
    super();
    const read = (): void => void this.read();
    this.register(vscode.window.onDidChangeActiveColorTheme(read));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        // Which theme it is stands in the settings, and gets there after it is shown.
        if (sections.some((section) => event.affectsConfiguration(section))) read();
      }),
    );
    read();
  }

  get all(): CodeColours {
    return this.colours;
  }

  private async read(): Promise<void> {
    const { readThemeColours } = await import('./readThemeColours');
    // A theme whose file cannot be read leaves the page with its own colours, which are those of the editor's own themes.
    this.colours = await readThemeColours().catch(() => ({}));
    if (!this.isDisposed) this.changed.fire();
  }
}
