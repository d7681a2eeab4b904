import * as vscode from 'vscode';
import { codeColours, type CodeColours } from '../../../../src/core/theme/codeColours';
import { readThemeColours } from '../../../../src/extension/theme/readThemeColours';
import { until } from '../../support';

const chosen = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('workbench');

async function choose(theme: string | undefined): Promise<void> {
  await chosen().update('colorTheme', theme, vscode.ConfigurationTarget.Global);
}

/** Waits for colours, since a theme is shown later than it is set, and the editor may tell of one more than once. */
async function untilColours(expected: CodeColours): Promise<void> {
  await until(`the colours ${JSON.stringify(expected)}`, async () => {
    const colours = await readThemeColours();
    return codeColours.every((name) => expected[name] === undefined || expected[name] === colours[name]);
  });
}

// A host in the browser is told of no themes where another host has them.
describe('the active theme’s colours for code', () => {
  let usual: string | undefined;
  before(() => {
    usual = chosen().inspect<string>('colorTheme')?.globalValue;
  });
  after(async () => {
    const editor = vscode.workspace.getConfiguration('editor');
    await editor.update('tokenColorCustomizations', undefined, vscode.ConfigurationTarget.Global);
    await choose(usual);
  });

  it('are read from its file, those that it includes too', async () => {
    await choose('Monokai');
    await untilColours({ keyword: '#F92672', string: '#E6DB74', number: '#AE81FF' });
    await choose('Default High Contrast Light');
    await untilColours({ comment: '#515151' });
  });

  it('give way to what the reader changed', async () => {
    await choose('Solarized Dark');
    const own = {
      strings: '#111111',
      '[Solarized Dark]': { comments: { foreground: '#222222' } },
      '[Other]': { strings: '#333333' },
    };
    const editor = vscode.workspace.getConfiguration('editor');
    await editor.update('tokenColorCustomizations', own, vscode.ConfigurationTarget.Global);
    await untilColours({ string: '#111111', comment: '#222222' });
  });
});
