import { assert } from 'chai';
import type { Frame } from 'playwright-core';
import { patience } from '../../dev/patience.mjs';
import { disposeAfterwards, Editor } from './harness/editor';
import { lineOf } from './harness/source';
import { faultsOf } from './harness/axe';
import { happensWithin, waitFor } from './harness/waiting';

const sender = 'clients/src/main/java/org/apache/kafka/clients/producer/internals/Sender.java';

/** A note that has every fault a note can have. */
const faulty = `# A note with faults

[gone](kafka:kafka.log.Log#noSuchThing), [several](kafka:kafka.log.Log#flush), [no name](kafka:kafka.log.Log##x),
[good](kafka:kafka.log.Log), [inert](command:nothing).

![no image](https://example.test/x.png)

\`\`\`text
code without colours
\`\`\`

| a wide table | with \`code\` |
| --- | --- |
| cell | [\`Log\`](kafka:kafka.log.Log) |

- [ ] to do
- [x] done

> A quotation.

${['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'].map((kind) => `> [!${kind}]\n> Words with [\`Log\`](kafka:kafka.log.Log) and \`code\`.`).join('\n\n')}

<details open><summary>More with <kbd>F1</kbd></summary>

The high watermark[^1], H<sub>2</sub>O, $a^2$, $\\broken{$.

</details>

$$
\\frac{1}{2}
$$

${['red', 'orange', 'yellow', 'green', 'blue', 'purple', 'grey', '#000'].map((colour) => `<font color="${colour}">${colour}</font>`).join(' ')}

<table><caption>A table of HTML</caption><tr><th>a</th><td>b</td></tr></table>

<b onclick="alert(1)">Not bold</b>

[^1]: A footnote.

\`\`\`kafka
kafka.log.Log
\`\`\`

\`\`\`kafka
kafka.log.Log#flush
\`\`\`

\`\`\`kafka
\`\`\`

\`\`\`mermaid
flowchart LR
  A --> B[never closed
\`\`\`

\`\`\`mermaid
flowchart LR
  A[gone] --> B[there]
  click A "kafka:kafka.log.Log#noSuchThing"
  click B "kafka:kafka.log.Log"
\`\`\`
`;

const glossary = '---\nkind: glossary\n---\n\n# Words\n\n- **high watermark**: The offset below which records are committed.\n';

describe('the note panel for everybody', () => {
  let editor: Editor;
  let panel: Frame;
  disposeAfterwards(() => editor);
  before(async () => {
    editor = await Editor.open({ notes: { 'faulty.md': faulty, 'glossary.md': glossary }, size: { width: 1500, height: 1000 } });
    await editor.workbench.openContainer('Kafka Notes');
    await editor.openFile(sender, lineOf(sender, 'private void handleProduceResponse('), 20);
    panel = await editor.workbench.panelFrame();
    await waitFor('the notes of the method', async () =>
      (await panel.locator('.sections .current').allInnerTexts()).join().includes('handleProduceResponse'),
    );
    await waitFor('the picture', async () => (await panel.locator('.diagram svg').count()) > 0);
    await panel.locator('.sections > .toggle').click();
    await panel.locator('main').focus();
    await editor.page.keyboard.press('Control+f');
    await panel.locator('.find input:focus').waitFor();
    await editor.page.keyboard.type('batch');
  });

  const themes = [
    ['Light Modern', 'vscode-light'],
    ['Dark Modern', 'vscode-dark'],
    ['Dark High Contrast', 'vscode-high-contrast'],
    ['Light High Contrast', 'vscode-high-contrast-light'],
  ] as const;

  async function hasNoFaultIn([theme, kind]: (typeof themes)[number]): Promise<void> {
    await editor.workbench.chooseTheme(theme);
    await waitFor('the theme', () => panel.evaluate((name) => document.body.classList.contains(name), kind));
    // Diagrams get the theme's colours one after the other.
    await happensWithin(patience / 4, async () => (await faultsOf(panel)).length === 0);
    assert.deepEqual(await faultsOf(panel), []);
  }

  for (const theme of themes) {
    it(`has no fault that axe knows: ${theme[0]}`, async () => {
      await hasNoFaultIn(theme);
      await editor.screenshot(`panel-axe-${theme[1]}`);
    });
  }

  it('goes through its parts with Tab in the order in which they stand', async () => {
    const parts: string[] = [];
    await panel.locator('.sections > .toggle').first().focus();
    for (let press = 0; press < 60; press++) {
      const part = await panel.evaluate(
        () => document.activeElement?.closest('nav.sections, .find, main')?.className.split(' ')[0] ?? '',
      );
      if (parts.at(-1) !== part) parts.push(part);
      if (part === '') break;
      await editor.page.keyboard.press('Tab');
    }
    assert.deepEqual(parts.slice(0, 3), ['sections', 'find', '']);
  });

  it('shows a note with faults', async () => {
    await editor.workbench.runCommand('Kafka Notes: Search Notes and Code…');
    await editor.workbench.answer('A note with faults');
    await waitFor('the note', async () => (await panel.locator('.diagram.broken').count()) === 1);
    await waitFor('the formulas', async () => (await panel.locator('math').count()) === 2);
    assert.equal(await panel.locator('blockquote.alert').count(), 5);
    assert.equal(await panel.locator('a.term').count(), 1);
    for (const state of ['missing', 'malformed', 'ambiguous', 'exact'])
      await waitFor(`an anchor that is ${state}`, async () => (await panel.locator(`p a.anchor.${state}`).count()) > 0);
  });

  for (const theme of themes) {
    it(`says what is wrong in colours that axe finds no fault with: ${theme[0]}`, async () => {
      await hasNoFaultIn(theme);
      await editor.screenshot(`panel-faults-${theme[1]}`);
      await panel.locator('blockquote.alert').first().scrollIntoViewIfNeeded();
      await panel.locator('a.term').focus();
      await panel.locator('.term-tip').waitFor();
      assert.deepEqual(await faultsOf(panel), []);
      await editor.screenshot(`panel-rich-${theme[1]}`);
    });
  }
});
