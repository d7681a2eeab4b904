import { rename } from 'node:fs/promises';
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

  it('keeps the text of a note whose folder goes away, and says so; all is back with the folder', async () => {
    const [notes, panel] = [join(editor.scratch.folder, 'notes'), await editor.workbench.panelFrame()];
    await rename(notes, `${notes}-away`);
    await waitFor('the panel to say so', async () =>
      (await panel.locator('.advice').innerText()).includes('The file of this note is gone.'),
    );
    assert.include(await panel.locator('article').innerText(), 'It only moves the clock.');
    const folder = editor.workbench.rows('Outline').filter({ hasText: 'is gone' });
    await waitFor('the outline to say so', async () => (await folder.count()) === 1);
    await editor.screenshot('folder-gone');
    await panel.locator('a.anchor', { hasText: 'advanceClock' }).click();
    await isAtTheWheel();
    await rename(`${notes}-away`, notes);
    await waitFor('the panel to have it again', async () => !(await panel.locator('.advice').isVisible()));
    await waitFor('the outline to have it again', async () => (await folder.count()) === 0);
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
    // The preview loads its page a second time while it opens.
    const excerpt = async (): Promise<readonly string[]> =>
      (await editor.workbench.previewFrame()).locator('pre', { hasText: 'timerTaskEntry.cancelled' }).allInnerTexts();
    await waitFor('the code that the note shows', async () => (await excerpt().catch(() => [])).join().includes('false'));
    const preview = await editor.workbench.previewFrame();
    assert.match(await preview.locator('a', { hasText: 'TimingWheel.scala:' }).innerText(), /^TimingWheel\.scala:\d+–\d+$/);
    await editor.screenshot('excerpt-in-preview');
    await preview.locator('a', { hasText: 'advanceClock' }).click();
    await isAtTheWheel();
    await editor.screenshot('markdown-preview');
  });
});
