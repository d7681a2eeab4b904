import { assert } from 'chai';
import * as vscode from 'vscode';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('the extension in its host', () => {
  const extension = vscode.extensions.getExtension<unknown>('kafka-notes.kafka-notes');

  it('is found and activates', async () => {
    assert(extension !== undefined);
    await extension.activate();
    assert.isTrue(extension.isActive);
  });

  it('registers every command that it declares', async () => {
    const { contributes } = extension!.packageJSON as Manifest;
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.isNotEmpty(contributes.commands);
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });
});
