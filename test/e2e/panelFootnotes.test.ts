import { assert } from 'chai';
import type { Frame } from 'playwright-core';
import { disposeAfterwards, Editor } from './harness/editor';
import { waitFor } from './harness/waiting';

const filler = Array.from({ length: 40 }, (_, at) => `Paragraph ${at} keeps the text and its footnotes apart.`).join('\n\n');

const text = `# Footnotes in a note

The leader appends the records[^append] and answers later.[^purgatory] Whoever waits does so in a purgatory.[^purgatory]

[^append]: In [\`Log.append\`](kafka:kafka.log.Log#append), under its lock.

<!-- Not yet: [a draft](kafka:kafka.log.Log#gone) and a word, invisible. -->

| what | where |
|---|---|
| the high watermark | [\`Partition\`](kafka:kafka.cluster.Partition)[^watermark] |

${filler}

[^purgatory]:
    See [\`DelayedOperationPurgatory\`](kafka:kafka.server.DelayedOperationPurgatory).

    It has a second paragraph with a [link](kafka:kafka.log.Log#noSuchThing) that leads nowhere.

[^watermark]: Followers move it.
[^unused]: Nothing calls this one, with [\`LogSegment\`](kafka:kafka.log.LogSegment).
`;

describe('footnotes in the note panel', () => {
  let editor: Editor;
  let panel: Frame;
  disposeAfterwards(() => editor);

  before(async () => {
    editor = await Editor.open({ notes: { 'footnotes.md': text }, size: { width: 1600, height: 1000 } });
    await editor.workbench.openContainer('Kafka Notes');
    await editor.workbench.runCommand('Kafka Notes: Search Notes and Code…');
    await editor.workbench.answer('Footnotes in a note');
    panel = await editor.workbench.panelFrame();
    await waitFor('the bound anchors', async () => (await panel.locator('.footnotes a.exact').count()) >= 2);
  });

  const isInView = (selector: string): Promise<boolean> =>
    panel.locator(selector).evaluate((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });

  it('leads from a raised number to the text at the end, and back to where it was called', async () => {
    await editor.screenshot('footnotes-calls-dark');
    await panel.locator('.footnote-call a', { hasText: '2' }).nth(1).click();
    await waitFor('the second footnote', () => isInView('[id="fn:2"]'));
    assert.equal(await panel.evaluate(() => document.activeElement?.id), 'fn:2');
    await editor.screenshot('footnotes-list-dark');
    await panel.locator('[id="fn:2"] .footnote-back').nth(1).click();
    await waitFor('the second call', () => isInView('[id="fnref:2:2"]'));
    assert.equal(await panel.evaluate(() => document.activeElement?.id), 'fnref:2:2');
  });

  it('does so by the keyboard', async () => {
    await panel.locator('[id="fnref:1"]').focus();
    await editor.page.keyboard.press('Enter');
    await waitFor('the first footnote', () => isInView('[id="fn:1"]'));
    assert.equal(await panel.evaluate(() => document.activeElement?.id), 'fn:1');
  });

  it('leads from an anchor in a footnote to the code', async () => {
    await panel.locator('.footnotes a', { hasText: 'LogSegment' }).click();
    await waitFor('the file', async () => (await editor.workbench.activeTab()) === 'LogSegment.scala');
  });

  it('shows no comment', async () => {
    assert.notInclude(await panel.locator('article').innerText(), 'draft');
  });

  it('can be read in a light theme', async () => {
    await editor.workbench.chooseTheme('Light Modern');
    await waitFor('the light theme', () => panel.evaluate(() => document.body.classList.contains('vscode-light')));
    await editor.screenshot('footnotes-list-light');
  });
});
