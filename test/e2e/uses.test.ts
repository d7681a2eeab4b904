import { assert } from 'chai';
import { disposeAfterwards, Editor } from './harness/editor';
import { lineOf } from './harness/source';
import { waitFor } from './harness/waiting';

const apis = 'core/src/main/scala/kafka/server/KafkaApis.scala';
const partition = 'core/src/main/scala/kafka/cluster/Partition.scala';
const sender = 'clients/src/main/java/org/apache/kafka/clients/producer/internals/Sender.java';

describe('a hover where a symbol is used', () => {
  let editor: Editor;
  disposeAfterwards(() => editor);
  before(async () => {
    editor = await Editor.open({ size: { width: 1600, height: 1000 } });
    await editor.workbench.openContainer('Kafka Notes');
  });

  it('shows what the notes say of the symbol, and leads there', async () => {
    const line = lineOf(apis, 'timeout = produceRequest.timeout.toLong') - 1;
    await editor.openFile(apis, line);
    const said = await editor.text.hover('appendRecords(', line, /(about|mentions) /);
    assert.notMatch(said, /exact/);
    await editor.screenshot('hover-at-use');
    const hover = editor.page.locator('.monaco-hover:not(.hidden) .hover-contents');
    await hover.locator('a', { hasText: ' › ' }).first().click();
    const panel = await editor.workbench.panelFrame();
    await waitFor('the note', async () => (await panel.locator('h1, h2').allInnerTexts()).length > 0);
  });

  it('names what is only possible as that: a value of unknown type, and one of several overloads', async () => {
    const info = lineOf(partition, 'log.appendAsLeader(records');
    await editor.openFile(partition, info);
    assert.match(await editor.text.hover('appendAsLeader(', info, /Possibly/), /kafka\.log\.Log#appendAsLeader/);
    await editor.screenshot('hover-possibly');
    const overloaded = lineOf(sender, 'addToInflightBatches(batches);');
    await editor.openFile(sender, overloaded);
    assert.match(await editor.text.hover('addToInflightBatches(', overloaded, /Possibly/), /Sender#addToInflightBatches/);
  });
});
