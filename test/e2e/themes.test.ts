import { assert } from 'chai';
import type { Frame } from 'playwright-core';
import { contrastOf } from './harness/contrast';
import { disposeAfterwards, Editor } from './harness/editor';
import { lineOf } from './harness/source';
import { waitFor } from './harness/waiting';

const segment = 'core/src/main/scala/kafka/log/LogSegment.scala';

/** The least contrast of text that WCAG 2 asks for. */
const leastContrast = 4.5;

describe('in every kind of theme', () => {
  let editor: Editor;
  let panel: Frame;
  disposeAfterwards(() => editor);
  before(async () => {
    editor = await Editor.open({ size: { width: 1600, height: 1000 } });
    await editor.workbench.openContainer('Kafka Notes');
    await editor.openFile(segment, lineOf(segment, 'def append(largestOffset: Long'), 7);
    panel = await editor.workbench.panelFrame();
    await waitFor('the note', async () => (await panel.locator('h2, h3').allInnerTexts()).join().includes('LogSegment.append'));
  });

  for (const [theme, kind, icons] of [
    ['Light Modern', 'vscode-light', 'light'],
    ['Dark Modern', 'vscode-dark', 'dark'],
    ['Dark High Contrast', 'vscode-high-contrast', 'dark'],
    ['Light High Contrast', 'vscode-high-contrast-light', 'light'],
  ] as const) {
    it(`can be read: ${theme}`, async () => {
      await editor.workbench.chooseTheme(theme);
      await waitFor('the theme', () => panel.evaluate((name) => document.body.classList.contains(name), kind));
      for (const selector of ['article p', 'article h2 a.anchor', 'article p code', 'nav .current', 'nav .more']) {
        assert.isAbove(await contrastOf(panel.locator(selector)), leastContrast, `${selector} in ${theme}`);
      }
      const appended = lineOf(segment, 'def append(largestOffset: Long');
      await waitFor('the icon', async () =>
        (await editor.text.gutterIcons()).some(({ line, image }) => line === appended && image.includes(`subject-${icons}`)),
      );
      await editor.screenshot(`overview-${theme.toLowerCase().replaceAll(' ', '-')}`);
    });
  }

  it('fits the narrowest panel that the editor allows', async () => {
    // Half as wide, the bar would close.
    await editor.workbench.widenPanel(-115);
    await waitFor('the narrow panel', () => panel.evaluate(() => window.innerWidth < 200));
    await editor.workbench.runCommand('Kafka Notes: Search Notes and Code…');
    await editor.workbench.answer('The producer: from send');
    await waitFor('the producer', async () => (await panel.locator('h1').allInnerTexts())[0]?.includes('The producer'));
    const widths = await panel.evaluate(() =>
      [...document.querySelectorAll('html, body, main, article')].map((one) => one.scrollWidth - one.clientWidth),
    );
    // Both are rounded.
    assert.isAtMost(Math.max(...widths), 1, 'nothing but tables and code scrolls sideways');
    const outside = await panel.evaluate(() =>
      [...document.querySelectorAll('button')].flatMap((one) => {
        const { left, right } = one.getBoundingClientRect();
        return left < 0 || right > innerWidth + 1 ? [one.title || one.textContent] : [];
      }),
    );
    assert.deepEqual(outside, [], 'every control is still there');
    await editor.screenshot('panel-narrowest');
  });
});
