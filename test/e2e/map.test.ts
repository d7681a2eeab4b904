import { Editor, keepEvidenceOfFailures } from './harness/editor';
import { waitFor } from './harness/waiting';

describe('the map of the source', () => {
  let editor: Editor;
  keepEvidenceOfFailures(() => editor);
  before(async () => {
    editor = await Editor.open({ size: { width: 1500, height: 950 } });
  });
  after(() => editor.dispose());

  it('looks', async () => {
    await editor.workbench.openContainer('Kafka Notes');
    await editor.workbench.runCommand('Kafka Notes: Show Map');
    const map = await editor.workbench.webview('kafka-notes.kafka-notes', 'tab');
    await waitFor('complete', () => map.evaluate(() => document.body.classList.contains('complete')));
    await editor.screenshot('map-dark');
  });
});
