import { join } from 'node:path';
import { assert } from 'chai';
import { disposeAfterwards, Editor } from './harness/editor';
import { lineOf } from './harness/source';
import { waitFor } from './harness/waiting';

const apis = 'core/src/main/scala/kafka/server/KafkaApis.scala';
const partition = 'core/src/main/scala/kafka/cluster/Partition.scala';
const sender = 'clients/src/main/java/org/apache/kafka/clients/producer/internals/Sender.java';
const manager = 'core/src/main/scala/kafka/server/ReplicaManager.scala';
const view = 'In the Notes';
const heading = 'Append, then perhaps wait: ReplicaManager.appendRecords';
const own = `# Mine

What [appends](kafka:kafka.server.ReplicaManager#appendRecords) here.

It [remembers](kafka:org.apache.kafka.clients.producer.internals.Sender#addToInflightBatches(List)) what is on its way.
`;

describe('where the notes speak of a symbol', () => {
  let editor: Editor;
  disposeAfterwards(() => editor);
  before(async () => {
    editor = await Editor.open({ notes: { 'mine.md': own }, size: { width: 1400, height: 1300 } });
    await editor.openFile(manager, lineOf(manager, 'def appendRecords(timeout: Long'), 8);
    await waitFor('the annotations', async () => (await editor.text.overviewRulerPixels('5cb3ff')) > 0);
  });

  /** Returns what a blind reader hears of each entry in view. */
  function rows(): Promise<string[]> {
    return editor.workbench.rows(view).evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  /** Gives the list the keyboard and goes down to an entry that says this. */
  async function findEntry(text: string): Promise<string> {
    await editor.keys.press('Control+Alt+K', 'w');
    await editor.workbench.pane(view).locator('.monaco-list:focus-within').first().waitFor();
    await editor.keys.press('Home');
    const focused = editor.workbench.rows(view).and(editor.page.locator('.focused')).first();
    return waitFor(`the entry "${text}"`, async () => {
      const said = (await focused.getAttribute('aria-label')) ?? '';
      if (said.includes(text)) return said;
      await editor.keys.press('ArrowDown');
      return undefined;
    });
  }

  async function goTo(text: string): Promise<void> {
    await editor.text.focus();
    await editor.workbench.goToLine(lineOf(manager, text), 8);
  }

  it('is listed for the method at the cursor, in sentences with the name marked', async () => {
    await findEntry('What appends here.');
    await findEntry('created after the append');
    await editor.screenshot('references-method');
    await findEntry(heading);
    const marked = await editor.workbench.rows(view).locator('.highlight').allInnerTexts();
    assert.include(marked, 'ReplicaManager.appendRecords');
  });

  it('opens the section of an entry in the panel', async () => {
    const panel = await editor.workbench.panelFrame();
    await findEntry('What appends here.');
    await editor.keys.press('Enter');
    await waitFor('the note', async () => (await panel.locator('h1').allInnerTexts()).includes('Mine'));
  });

  it('tells what notes say of a class from what they say of its members', async () => {
    await goTo('class ReplicaManager(val config: KafkaConfig,');
    await waitFor('the members', async () => (await rows()).some((row) => row.startsWith('Its members')));
    // The list begins with the sections about the class itself, and folds its members.
    await findEntry('Its members');
    await editor.keys.press('ArrowRight');
    await findEntry('appendRecords');
    await editor.keys.press('ArrowRight');
    await findEntry(heading);
    await editor.screenshot('references-members');
  });

  it('says so where no note speaks of a method', async () => {
    await goTo('def futureLocalReplicaOrException(');
    const message = editor.workbench.pane(view).locator('.message');
    await waitFor('the words', async () =>
      (await message.innerText()).includes('No note speaks of futureLocalReplicaOrException'),
    );
    await editor.screenshot('references-none');
  });

  it('is found by the editor’s own key, on a declaration and on an anchor in Markdown', async () => {
    await goTo('def appendRecords(timeout: Long');
    await editor.keys.press('Shift+F12');
    const peek = editor.page.locator('.reference-zone-widget');
    await waitFor('the code and the notes', async () => {
      const said = await peek.innerText();
      return ['KafkaApis.scala', 'Mine'].every((name) => said.includes(name));
    });
    const files = await peek.locator('.ref-tree .monaco-list-row[aria-level="1"]').allInnerTexts();
    assert.isAtLeast(
      files.findIndex((one) => one.includes('Mine') || one.includes('The producer')),
      files.findIndex((one) => one.includes('KafkaApis.scala')),
    );
    await editor.screenshot('references-peek');
    await editor.page.keyboard.press('Escape');
    await editor.workbench.openFile(join(editor.scratch.folder, 'notes', 'mine.md'), 3, 8);
    await editor.keys.press('Shift+F12');
    await waitFor('the notes and the code', async () => {
      const said = await peek.innerText();
      return ['producer.md', 'mine.md', 'ReplicaManager.scala'].every((name) => said.includes(name));
    });
    await editor.screenshot('references-markdown');
    await editor.page.keyboard.press('Escape');
  });

  it('is shown by a hover where the symbol is used, which leads there', async () => {
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

  it('is shown by a hover on what is only possible, and named as that: a value of unknown type, and one of several overloads', async () => {
    const info = lineOf(partition, 'log.appendAsLeader(records');
    await editor.openFile(partition, info);
    assert.match(await editor.text.hover('appendAsLeader(', info, /Possibly/), /kafka\.log\.Log#appendAsLeader/);
    await editor.screenshot('hover-possibly');
    const overloaded = lineOf(sender, 'addToInflightBatches(batches);');
    await editor.openFile(sender, overloaded);
    assert.match(await editor.text.hover('addToInflightBatches(', overloaded, /Possibly/), /Sender#addToInflightBatches/);
  });
});
