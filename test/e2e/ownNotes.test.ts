import { join } from 'node:path';
import { assert } from 'chai';
import { disposeAfterwards, Editor } from './harness/editor';
import { lineOf } from './harness/source';
import { waitFor } from './harness/waiting';

const timer = 'core/src/main/scala/kafka/utils/timer/TimingWheel.scala';
const text = `---
title: My wheel
---

# My wheel

## Turning: [advanceClock](kafka:kafka.utils.timer.TimingWheel#advanceClock)

It only moves the **clock**.

\`\`\`kafka
kafka.utils.timer.TimingWheel#add:~:text=if%20(timerTaskEntry.cancelled),false
\`\`\`
`;

describe("a reader's own notes, and links in Markdown", () => {
  let editor: Editor;
  disposeAfterwards(() => editor);

  before(async () => {
    editor = await Editor.open({ notes: { 'my own/wheel.md': text } });
    await editor.workbench.openContainer('Kafka Notes');
  });

  async function isAtTheWheel(): Promise<void> {
    await waitFor('the file', async () => (await editor.workbench.activeTab()) === 'TimingWheel.scala');
    const line = lineOf(timer, 'def advanceClock(');
    await waitFor(`the cursor in line ${line}`, async () => (await editor.workbench.cursor())?.line === line);
  }

  it('shows them in the panel and marks the code', async () => {
    const line = lineOf(timer, 'def advanceClock(');
    await editor.openFile(timer, line, 7);
    await waitFor('the icon', async () =>
      (await editor.text.gutterIcons()).some((icon) => icon.line === line && icon.image.includes('subject-')),
    );
    const panel = await editor.workbench.panelFrame();
    await waitFor('the note', async () => (await panel.locator('body').innerText()).includes('It only moves the clock.'));
  });

  it('leads from a link in the Markdown editor to the symbol', async () => {
    await editor.workbench.openFile(join(editor.scratch.folder, 'notes', 'my own', 'wheel.md'));
    await waitFor('the link', async () => (await editor.text.element.locator('.detected-link').count()) > 0);
    // The address in the excerpt has no scheme, and a long line is broken.
    await editor.text.followLink('kafka:kafka.utils');
    await isAtTheWheel();
    // The code stands beside the note, which must be alone again for what follows.
    await editor.workbench.runCommand('View: Close All Editor Groups');
  });

  it("leads from a link in VS Code's own preview to the symbol", async () => {
    await editor.workbench.openFile(join(editor.scratch.folder, 'notes', 'my own', 'wheel.md'));
    await editor.workbench.runCommand('Markdown: Open Preview');
    const preview = await editor.workbench.previewFrame();
    await waitFor('the code that the note shows', async () =>
      (await preview.locator('pre', { hasText: 'timerTaskEntry.cancelled' }).allInnerTexts()).join().includes('false'),
    );
    assert.match(await preview.locator('a', { hasText: 'TimingWheel.scala:' }).innerText(), /^TimingWheel\.scala:\d+–\d+$/);
    await editor.screenshot('excerpt-in-preview');
    await preview.locator('a', { hasText: 'advanceClock' }).click();
    await isAtTheWheel();
    await editor.screenshot('markdown-preview');
  });
});
