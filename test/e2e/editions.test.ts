import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { newestRelease, oldestRelease } from '../../dev/embeddedEditor.mjs';
import { disposeAfterwards, Editor } from './harness/editor';
import { waitFor } from './harness/waiting';

describe('the package on the VS Codes that it is for', () => {
  let editor: Editor | undefined;
  disposeAfterwards(() => editor);
  afterEach(() => editor?.dispose());

  for (const [name, release] of [
    ['oldest', oldestRelease],
    ['newest', newestRelease],
  ] as const) {
    it(`installs, activates and shows the outline and the panel on the ${name}, ${release.vscode}`, async () => {
      editor = await Editor.open({ release, theme: name === 'oldest' ? 'light' : 'dark' });
      await editor.workbench.openContainer('Kafka Notes');
      const { workbench } = editor;
      await waitFor('the outline', async () => (await workbench.rows('Outline').count()) > 3);
      const panel = await workbench.panelFrame();
      await waitFor('the panel', async () => (await panel.locator('body').innerText()).trim() !== '');
      assert.deepEqual(await workbench.notifications(), []);
      await editor.screenshot(`${name}-vscode`);
    });
  }

  it('is declared for the oldest of them', () => {
    const manifest = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as {
      engines: { vscode: string };
    };
    assert.equal(manifest.engines.vscode.replace(/\.\d+$/, ''), `^${oldestRelease.vscode}`.replace(/\.\d+$/, ''));
  });
});
