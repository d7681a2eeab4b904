import { join } from 'node:path';
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

const rich = `# Rich text in a note

> [!WARNING]
> The high watermark does not move while [\`Partition\`](kafka:kafka.cluster.Partition) waits.

<details><summary>More of it</summary>

Inside: the high watermark, $a^2 + b^2 = c^2$, and [\`Log\`](kafka:kafka.log.Log). It costs $5 and $6.

</details>

Press <kbd>F1</kbd>, H<sub>2</sub>O, <font color="red">red</font>, <b onclick="alert(1)">not bold</b>.

$$
\\frac{1}{2}
$$

<center><img src="../images/dot.svg" width="40" alt="dot"></center>

<table><tr><th>a</th><td>b</td></tr></table>

- [x] done

\`\`\`mermaid
flowchart LR
  A[The log] --> B
  click A "kafka:kafka.log.Log"
\`\`\`
`;

const glossary = `---
kind: glossary
---

# Words

- **high watermark, HW**: The offset below which records are committed.
`;

const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle cx="10" cy="10" r="9" fill="teal"/></svg>';

describe('footnotes in the note panel', () => {
  let editor: Editor;
  let panel: Frame;
  disposeAfterwards(() => editor);

  before(async () => {
    editor = await Editor.open({
      notes: { 'footnotes.md': text, 'sub/rich.md': rich, 'glossary.md': glossary, 'images/dot.svg': dot },
      size: { width: 1600, height: 1000 },
    });
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

  it('stand beside what people write on GitHub: alerts, HTML, maths, and terms that a glossary explains', async () => {
    await editor.workbench.runCommand('Kafka Notes: Search Notes and Code…');
    await editor.workbench.answer('Rich text in a note');
    const alert = panel.locator('blockquote.alert.warning');
    await alert.waitFor();
    assert.equal(await alert.locator('.alert-title').innerText(), 'Warning');
    await panel.locator('math').first().waitFor({ state: 'attached' });
    assert.equal(await panel.locator('math').count(), 2);
    assert.include(await panel.locator('article').innerText(), '<b onclick="alert(1)">not bold</b>');
    assert.isTrue(
      await panel.locator('img[alt="dot"]').evaluate((one: HTMLImageElement) => one.naturalWidth > 0 && one.width === 40),
    );
    assert.isTrue(await panel.locator('li.task input[type=checkbox]').isChecked());
    const term = panel.locator('a.term').first();
    await term.hover();
    assert.equal(await panel.locator('.term-tip').innerText(), 'The offset below which records are committed.');
    await editor.screenshot('rich-dark');
    await panel.locator('summary').focus();
    await editor.workbench.page.keyboard.press('Enter');
    await waitFor('the open part', () => panel.locator('details').evaluate((one: HTMLDetailsElement) => one.open));
    await term.focus();
    assert.isTrue(await panel.locator('.term-tip').isVisible());
    await editor.screenshot('rich-open-dark');
  });

  it('and the editor’s own preview shows the same', async () => {
    await editor.workbench.openFile(join(editor.scratch.folder, 'notes', 'sub', 'rich.md'));
    await editor.workbench.runCommand('Markdown: Open Preview');
    await (await editor.workbench.previewFrame()).locator('.kafka-notes-alert.warning').waitFor();
    // What is read later refreshes the preview, which then has another frame.
    const inPreview = (selector: string, is: (one: Element) => boolean): Promise<boolean> =>
      editor.workbench
        .previewFrame()
        .then((preview) => preview.locator(selector).last().evaluate(is, null, { timeout: 2000 }))
        .catch(() => false);
    await waitFor('the picture', () =>
      inPreview('img[alt="dot"]', (one) => one instanceof HTMLImageElement && one.naturalWidth > 0),
    );
    await waitFor('the term', () =>
      inPreview('abbr', (one) => one.getAttribute('title') === 'The offset below which records are committed.'),
    );
    await waitFor('the code of the diagram', () =>
      inPreview('p a[data-href*="Log.scala"]', (one) => one.textContent === 'The log'),
    );
    await editor.screenshot('rich-preview-dark');
  });
});
