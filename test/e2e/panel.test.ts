import { assert } from 'chai';
import type { Frame } from 'playwright-core';
import { disposeAfterwards, Editor } from './harness/editor';
import { lineOf } from './harness/source';
import { happensWithin, waitFor } from './harness/waiting';

const sender = 'clients/src/main/java/org/apache/kafka/clients/producer/internals/Sender.java';

describe('the note panel', () => {
  let editor: Editor;
  let panel: Frame;
  disposeAfterwards(() => editor);
  before(async () => {
    editor = await Editor.open({ size: { width: 2560, height: 1440 } });
    await editor.workbench.openContainer('Kafka Notes');
    await editor.workbench.rows('Outline').filter({ hasText: 'The producer' }).click();
    panel = await editor.workbench.panelFrame();
    await titleIs('The producer: from send() to the acknowledgement');
  });

  async function titleIs(title: string): Promise<void> {
    await waitFor(`the note "${title}"`, async () => (await panel.locator('h1').allInnerTexts())[0]?.trim() === title);
  }

  /** A button in the panel's title bar. */
  async function press(label: string): Promise<void> {
    await editor.page.locator(`.part.auxiliarybar > .title .action-label[aria-label^="${label}"]`).click();
  }

  it('renders tables and images with the theme of the editor', async () => {
    const table = panel.locator('table').first();
    assert.isAbove(await table.locator('tr').count(), 2);
    const image = panel.locator('img').first();
    await image.scrollIntoViewIfNeeded();
    await waitFor('the image', () => image.evaluate((one) => one instanceof HTMLImageElement && one.naturalWidth > 100));
    const colors = await panel.evaluate(() => {
      const style = getComputedStyle(document.body);
      return { text: style.color, theme: style.getPropertyValue('--vscode-editor-background') };
    });
    assert.match(colors.theme, /#1f1f1f/);
    assert.notEqual(colors.text, 'rgb(0, 0, 0)');
  });

  it('opens the code of an anchor and lights it up for a moment', async () => {
    await panel.locator('h2 a', { hasText: 'Sender.handleProduceResponse' }).scrollIntoViewIfNeeded();
    const lit = editor.page.locator('.view-overlays .cdr[class*="ced-"][class*="TextEditorDecorationType"]');
    await editor.page.evaluate(() => {
      new MutationObserver((_, observer) => {
        const line = document.querySelector('.view-overlays .cdr[class*="TextEditorDecorationType"]');
        if (line === null) return;
        document.body.dataset.lit = getComputedStyle(line).backgroundColor;
        observer.disconnect();
      }).observe(document.body, { subtree: true, childList: true });
    });
    await panel.locator('h2 a', { hasText: 'Sender.handleProduceResponse' }).click();
    await waitFor('the file', async () => (await editor.workbench.activeTab()) === 'Sender.java');
    const line = lineOf(sender, 'private void handleProduceResponse(');
    await waitFor('the cursor at the method', async () => (await editor.workbench.cursor())?.line === line);
    assert.isAbove((await editor.text.placeOf('handleProduceResponse', line)).y, 0, 'the line is in view');
    const color = await waitFor('the light', () => editor.page.evaluate(() => document.body.dataset.lit));
    assert.notEqual(color, 'rgba(0, 0, 0, 0)');
    await waitFor('the light to go out', async () => (await lit.count()) === 0);
    assert.include(await panel.locator('h1').innerText(), 'The producer', 'the panel stays where it was clicked');
  });

  it('goes along a link to another note, back and forward', async () => {
    await panel.locator('a[data-file]', { hasText: 'the network layer' }).first().click();
    await titleIs('The network layer: from an accepted socket to KafkaApis and back');
    await press('Back to the Note Before');
    await titleIs('The producer: from send() to the acknowledgement');
    await press('Forward to the Next Note');
    await titleIs('The network layer: from an accepted socket to KafkaApis and back');
  });

  it('colours code in the language of its block', async () => {
    await editor.workbench.openContainer('Kafka Notes');
    await editor.workbench.runCommand('Kafka Notes: Search Notes and Code…');
    await editor.workbench.answer('Trigger 2, by time');
    await titleIs('Flushing to disk: who calls fsync, and when');
    const code = panel.locator('pre code', { hasText: 'log.flush.interval.ms=1000' });
    await code.waitFor();
    const colors = await code.evaluate((block) => [
      getComputedStyle(block).color,
      ...[...block.querySelectorAll('span[class^="hljs-"]')].map((part) => getComputedStyle(part).color),
    ]);
    assert.isAbove(new Set(colors).size, 2, colors.join(' '));
    const top = await panel.locator('h2', { hasText: 'Trigger 2' }).evaluate((heading) => heading.getBoundingClientRect().top);
    assert.isBelow(top, 400, 'the section that was asked for is in view');
  });

  it('stays with its note when it is pinned', async () => {
    await press('Pin');
    await editor.openFile(sender, lineOf(sender, 'private void handleProduceResponse('), 20);
    const isGone = async () => !(await panel.locator('h1').first().innerText()).startsWith('Flushing to disk');
    assert.isFalse(await happensWithin(2, isGone), 'the panel followed the cursor');
    await press('Unpin');
    await editor.workbench.goToLine(lineOf(sender, 'void run(long now)'), 12);
    await titleIs('The producer: from send() to the acknowledgement');
  });
});
