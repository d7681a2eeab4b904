import { assert } from 'chai';
import { disposeAfterwards, Editor } from './harness/editor';
import { lineOf } from './harness/source';
import { waitFor } from './harness/waiting';

const segment = 'core/src/main/scala/kafka/log/LogSegment.scala';
const log = 'core/src/main/scala/kafka/log/Log.scala';
const manager = 'core/src/main/scala/kafka/log/LogManager.scala';
const producer = 'clients/src/main/java/org/apache/kafka/clients/producer/KafkaProducer.java';
const sender = 'clients/src/main/java/org/apache/kafka/clients/producer/internals/Sender.java';

/** Colours of package.json in a dark theme. */
const subjectColor = '5cb3ff';

describe('annotations beside the code', () => {
  let editor: Editor;
  disposeAfterwards(() => editor);
  before(async () => {
    editor = await Editor.open({ size: { width: 1600, height: 1000 } });
    await editor.workbench.openContainer('Kafka Notes');
  });

  /** The line in view that has a mark, by the kind of the icon. */
  async function lineWith(kind: 'subject' | 'mention'): Promise<number> {
    const icon = await waitFor(`an icon "${kind}"`, async () =>
      (await editor.text.gutterIcons()).find(({ image }) => image.includes(`${kind}-dark`)),
    );
    return icon.line;
  }

  it('tell a subject from a mention, as another picture that is there', async () => {
    const subject = lineOf(log, 'private def recoverLog()');
    await editor.openFile(log, subject);
    await waitFor('the icon of the subject', async () => (await lineWith('subject')) === subject);
    const mention = lineOf(log, 'if (!hasCleanShutdownFile)');
    assert.isTrue(
      (await editor.text.gutterIcons()).some(({ line, image }) => line === mention && image.includes('mention-dark')),
    );
    const images = new Set((await editor.text.gutterIcons()).map(({ image }) => image));
    assert.equal(images.size, 2);
    for (const image of images) {
      const address = /url\("(.*)"\)/.exec(image)?.[1] ?? '';
      const answer = await editor.page.request.get(address);
      assert.include(await answer.text(), '<svg', image);
    }
    assert.isAbove(await editor.text.overviewRulerPixels(subjectColor), 0);
  });

  it('lead from the hover to the note', async () => {
    const line = lineOf(segment, 'def append(largestOffset: Long');
    await editor.openFile(segment, line);
    const said = await editor.text.hover('append(', line, /What "written" means/);
    assert.match(said, /^\s*(?!Flushing)\S/);
    assert.match(said, /LogSegment.append.*·\s*about LogSegment.append/);
    assert.notMatch(said, /exact/);
    assert.include(said, 'a loop of FileChannel.write until the buffer is empty');
    const hover = editor.page.locator('.monaco-hover:not(.hidden) .hover-contents');
    await hover.locator('a', { hasText: 'What "written" means' }).first().click();
    const panel = await editor.workbench.panelFrame();
    await waitFor('the section', async () => {
      const top = await panel
        .locator('h2', { hasText: 'LogSegment.append' })
        .evaluate((heading) => heading.getBoundingClientRect().top, undefined, { timeout: 5000 })
        .catch(() => Infinity);
      return top >= 0 && top < 400;
    });
  });

  it('lead from an anchor in the hover to the code', async () => {
    const line = lineOf(segment, 'def append(largestOffset: Long');
    await editor.openFile(segment, line);
    await editor.text.hover('append(', line, /What "written" means/);
    const hover = editor.page.locator('.monaco-hover:not(.hidden) .hover-contents');
    await hover.locator('a', { hasText: 'FileRecords.append' }).first().click();
    await waitFor('the file', async () => (await editor.workbench.activeTab()) === 'FileRecords.java');
    const target = lineOf(
      'clients/src/main/java/org/apache/kafka/common/record/FileRecords.java',
      'public int append(MemoryRecords records)',
    );
    await waitFor('the cursor at the method', async () => (await editor.workbench.cursor())?.line === target);
  });

  it('have no icon where only a table names the code, and the hover there shows the row of that table', async () => {
    const line = lineOf(manager, 'private def checkpointLogStartOffsetsInDir(');
    await editor.openFile(manager, line);
    const said = await editor.text.hover('checkpointLogStartOffsetsInDir', line, /log-start-offset-checkpoint/);
    assert.include(said, 'when a partition is deleted or moved');
    assert.include(said, 'names LogManager.checkpointLogStartOffsetsInDir');
    assert.notInclude(said, 'replication-offset-checkpoint');
    await editor.screenshot('hover-of-a-row');
    assert.notInclude(
      (await editor.text.gutterIcons()).map((icon) => icon.line),
      line,
    );
    await editor.page.mouse.move(5, 5);
  });

  it('are silent where there is no note', async () => {
    const line = lineOf(segment, 'def canConvertToRelativeOffset(');
    await editor.openFile(segment, line);
    assert.notInclude(
      (await editor.text.gutterIcons()).map((icon) => icon.line),
      line,
    );
    await editor.openFile('core/src/main/scala/kafka/tools/EndToEndLatency.scala');
    await waitFor('the status', async () => (await editor.workbench.statusBar()).some((item) => item.includes('no annotations')));
    assert.deepEqual(await editor.text.gutterIcons(), []);
    assert.equal(await editor.text.overviewRulerPixels(subjectColor), 0);
  });

  it('bring the panel to the section about what the cursor is in, line by line', async () => {
    const panel = await editor.workbench.panelFrame();
    for (const [text, name] of [
      ['void run(long now)', 'Sender.run'],
      ['private void handleProduceResponse(', 'Sender.handleProduceResponse'],
    ] as const) {
      await editor.openFile(sender, lineOf(sender, text));
      const marked = panel.locator('section[aria-current] h2');
      await waitFor(`the section of ${name}`, async () => (await marked.allInnerTexts()).join().includes(name));
    }
  });

  it('bring the panel to the words about a statement, on its line, however the cursor came there', async () => {
    const panel = await editor.workbench.panelFrame();
    const line = lineOf(log, 'if (unflushedMessages >= config.flushInterval)');
    const isAboutMethod = async () =>
      ((await panel.locator('.sections .more').getAttribute('title')) ?? '').includes('speak of Log.append');
    const marked = panel.locator('section[aria-current] h2');
    await editor.openFile(log, line);
    await waitFor('the section about the statement', async () => (await marked.innerText()).includes('Trigger 1'));
    assert.isFalse(await isAboutMethod());
    await editor.screenshot('panel-of-a-statement');
    await editor.text.focus();
    // The quote goes on in the next line.
    await editor.keys.press('ArrowDown');
    await editor.keys.press('ArrowDown');
    await waitFor('the panel to speak of the method', isAboutMethod);
    assert.include(await marked.innerText(), 'Trigger 1');
    const { x, y } = await editor.text.placeOf('if (unflushedMessages', line);
    await editor.page.mouse.click(x, y);
    await waitFor('the panel to speak of the statement', async () => !(await isAboutMethod()));
    await editor.openFile(log, lineOf(log, 'LogValidator.validateMessagesAndAssignOffsets(validRecords') + 5);
    const current = panel.locator('section[aria-current]');
    await waitFor('the words that quote this line', async () => (await current.innerHTML()).includes('targetCodec'));
  });

  it('leave the panel as it is in a method without notes, and offer there what is about the class', async () => {
    const panel = await editor.workbench.panelFrame();
    const marked = panel.locator('section[aria-current] h2');
    const before = await marked.innerText();
    await editor.openFile(log, lineOf(log, 'private def lowerSegment(') + 1);
    await panel.locator('.sections .more').waitFor({ state: 'hidden' });
    assert.equal(await marked.innerText(), before);
    const offer = panel.locator('nav.around');
    await offer.waitFor();
    assert.match(
      await offer.innerText(),
      /^About Log:.*\bLog\.\w+/s,
      'no section is about the class as a whole, but about its members',
    );
    await editor.openFile(producer, lineOf(producer, 'public List<PartitionInfo> partitionsFor(String topic)') + 1);
    await waitFor('the other class', async () => /^About KafkaProducer:\s*Threads and locks/.test(await offer.innerText()));
    assert.equal(await marked.innerText(), before);
    await editor.screenshot('panel-offers-the-class');
    await offer.locator('button').first().focus();
    await editor.page.keyboard.press('Enter');
    await waitFor('the section about the class', async () => (await marked.allInnerTexts()).join().includes('KafkaProducer'));
    assert.equal(await offer.locator('button[aria-current]').count(), 1);
  });
});
