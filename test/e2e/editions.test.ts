import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { oldestRelease } from '../../dev/embeddedEditor.mjs';
import { disposeAfterwards, Editor } from './harness/editor';
import { waitFor } from './harness/waiting';

// All other suites run on the newest one.
describe('the package on the oldest VS Code that it is for', () => {
  let editor: Editor | undefined;
  disposeAfterwards(() => editor);

  it('installs, activates and shows the outline and the panel', async () => {
    editor = await Editor.open({ release: oldestRelease, theme: 'light' });
    await editor.workbench.openContainer('Kafka Notes');
    const { workbench } = editor;
    await waitFor('the outline', async () => (await workbench.rows('Outline').count()) > 3);
    const panel = await workbench.panelFrame();
    await waitFor('the panel', async () => (await panel.locator('body').innerText()).trim() !== '');
    assert.deepEqual(await workbench.notifications(), []);
    await editor.screenshot('oldest-vscode');
  });

  it('is the one that the package declares', () => {
    const manifest = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as {
      engines: { vscode: string };
    };
    assert.equal(manifest.engines.vscode.replace(/\.\d+$/, ''), `^${oldestRelease.vscode}`.replace(/\.\d+$/, ''));
  });
});
