import { assert } from 'chai';
import { Editor, keepEvidenceOfFailures } from './harness/editor';
import { lineOf } from './harness/source';
import { waitFor } from './harness/waiting';

const apis = 'core/src/main/scala/kafka/server/KafkaApis.scala';

describe('a hover where a symbol is used', () => {
  let editor: Editor;
  keepEvidenceOfFailures(() => editor);
  before(async () => {
    editor = await Editor.open({ size: { width: 1600, height: 1000 } });
    await editor.workbench.openContainer('Kafka Notes');
  });
  after(() => editor.dispose());

  it('shows what the notes say of the symbol, and leads there', async () => {
    const line = lineOf(apis, 'timeout = produceRequest.timeout.toLong') - 1;
    await editor.openFile(apis, line);
    const said = await editor.text.hover('appendRecords(', line, /(about|mentions) this/);
    assert.match(said, /exact/);
    await editor.screenshot('hover-at-use');
    const hover = editor.page.locator('.monaco-hover:not(.hidden) .hover-contents');
    await hover.locator('a', { hasText: 'Open note' }).first().click();
    const panel = await editor.workbench.panelFrame();
    await waitFor('the note', async () => (await panel.locator('h1, h2').allInnerTexts()).length > 0);
  });
});
