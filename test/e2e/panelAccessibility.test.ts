import { assert } from 'chai';
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { Editor, keepEvidenceOfFailures } from './harness/editor';
import { lineOf } from './harness/source';
import { waitFor } from './harness/waiting';

const sender = 'clients/src/main/java/org/apache/kafka/clients/producer/internals/Sender.java';
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page, one line each. */
async function faultsOf(panel: Frame): Promise<string[]> {
  await panel.evaluate(axe);
  const { violations } = await panel.evaluate<AxeResults>(() => {
    // The page is transparent; what lies behind it is the side bar.
    document.documentElement.style.backgroundColor = 'var(--vscode-sideBar-background)';
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${String(failureSummary)}`),
  );
}

describe('the note panel for everybody', () => {
  let editor: Editor;
  let panel: Frame;
  keepEvidenceOfFailures(() => editor);
  before(async () => {
    editor = await Editor.open({ size: { width: 1500, height: 1000 } });
    await editor.workbench.openContainer('Kafka Notes');
    await editor.openFile(sender, lineOf(sender, 'private void handleProduceResponse('), 20);
    panel = await editor.workbench.panelFrame();
    await waitFor('the notes of the method', async () =>
      (await panel.locator('nav.annotations .symbol').allInnerTexts()).join().includes('handleProduceResponse'),
    );
    await waitFor('the picture', async () => (await panel.locator('.diagram svg').count()) > 0);
    await panel.locator('.sections > button').click();
    await panel.locator('main').focus();
    await editor.page.keyboard.press('Control+f');
    await editor.page.keyboard.type('batch');
  });
  after(() => editor.dispose());

  for (const [theme, kind] of [
    ['Light Modern', 'vscode-light'],
    ['Dark Modern', 'vscode-dark'],
    ['Dark High Contrast', 'vscode-high-contrast'],
    ['Light High Contrast', 'vscode-high-contrast-light'],
  ] as const) {
    it(`has no fault that axe knows: ${theme}`, async () => {
      await editor.workbench.chooseTheme(theme);
      await waitFor('the theme', () => panel.evaluate((name) => document.body.classList.contains(name), kind));
      // Diagrams get the theme's colours one after the other.
      let faults: readonly string[] = [];
      for (let look = 0; look < 10; look++) {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        faults = await faultsOf(panel);
        if (faults.length === 0) break;
      }
      assert.deepEqual(faults, []);
      await editor.screenshot(`panel-axe-${kind}`);
    });
  }

  it('goes through its parts with Tab in the order in which they stand', async () => {
    const parts: string[] = [];
    await panel.locator('nav.annotations button').first().focus();
    for (let press = 0; press < 60; press++) {
      const part = await panel.evaluate(
        () => document.activeElement?.closest('nav.annotations, nav.sections, .find, main')?.className.split(' ')[0] ?? '',
      );
      if (parts.at(-1) !== part) parts.push(part);
      if (part === '') break;
      await editor.page.keyboard.press('Tab');
    }
    assert.deepEqual(parts.slice(0, 4), ['annotations', 'sections', 'find', '']);
  });
});
