import * as vscode from 'vscode';
import type { CodeColours } from '../../core/theme/codeColours';
import { Lifetime } from '../../workspace/lifetime';
import type { Report } from '../../core/util/report';

const sections = ['workbench', 'window.autoDetectColorScheme', 'editor.tokenColorCustomizations'];

/** The active theme's colours for code, for a page that has to colour code itself. */
export class ThemeColours extends Lifetime {
  private colours: CodeColours = {};
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  /** Begins to look them up. There are none until that is done, or where it fails. */
  constructor(private readonly report: Report) {
    super();
    const read = (): void => void this.read();
    this.register(vscode.window.onDidChangeActiveColorTheme(read));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        // The theme's name stands in the settings, and gets there after the theme is shown.
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
    // A page whose theme cannot be read keeps its own colours, which are those of the editor's own themes.
    this.colours = await readThemeColours().catch((error: unknown) => {
      this.report("read the theme's colours of code", error);
      return {};
    });
    if (!this.isDisposed) this.changed.fire();
  }
}
