import { assert } from 'chai';
import * as vscode from 'vscode';
import { readThemeColours } from '../../../../src/extension/theme/readThemeColours';

const chosen = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('workbench');

async function choose(theme: string | undefined): Promise<void> {
  const changed = new Promise((resolve) => vscode.window.onDidChangeActiveColorTheme(resolve));
  await chosen().update('colorTheme', theme, vscode.ConfigurationTarget.Global);
  await changed;
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
    assert.include(await readThemeColours(), { keyword: '#F92672', string: '#E6DB74', number: '#AE81FF' });
    await choose('Default High Contrast Light');
    assert.include(await readThemeColours(), { comment: '#515151' });
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
    assert.include(await readThemeColours(), { string: '#111111', comment: '#222222' });
  });
});
