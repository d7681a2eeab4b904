import { assert } from 'chai';
import * as vscode from 'vscode';

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

/** VS Code's own list of what is bound on this platform, extensions included. */
async function defaultBindings(): Promise<readonly Binding[]> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('vscode://defaultsettings/keybindings.json'));
  const json = document.getText().replace(/^\s*\/\/.*$/gm, '');
  return JSON.parse(json.slice(0, json.lastIndexOf(']') + 1)) as readonly Binding[];
}

describe('the default keys', () => {
  it('are on no key, and in no chord, that VS Code uses', async () => {
    const all = await defaultBindings();
    const ours = all.filter(({ command }) => command.startsWith('kafkaNotes.'));
    const others = all.filter(({ command }) => !command.startsWith('kafkaNotes.'));
    assert.isAbove(ours.length, 5);
    assert.isAbove(others.length, 500);
    const clashes = ours.flatMap((our) =>
      others
        .filter(({ key }) => key === our.key || our.key.startsWith(`${key} `) || key.startsWith(`${our.key} `))
        .map((other) => `${our.key}: ${other.command} when ${other.when ?? 'always'}`),
    );
    assert(clashes.length === 0, clashes.join('\n'));
  });
});
