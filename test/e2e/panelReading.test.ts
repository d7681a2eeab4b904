import { assert } from 'chai';
import type { Frame } from 'playwright-core';
import { disposeAfterwards, Editor } from './harness/editor';
import { waitFor } from './harness/waiting';

const producer = 'The producer: from send() to the acknowledgement';

describe('reading a long note', () => {
  let editor: Editor;
  let panel: Frame;
  disposeAfterwards(() => editor);
  before(async () => {
    editor = await Editor.open({ size: { width: 1500, height: 1000 } });
    await editor.workbench.openContainer('Kafka Notes');
    await editor.workbench.rows('Outline').filter({ hasText: 'The producer' }).click();
    panel = await editor.workbench.panelFrame();
    await waitFor('the note', async () => (await panel.locator('h1').allInnerTexts())[0]?.trim() === producer);
    await waitFor('its picture', async () => (await panel.locator('.diagram svg').count()) > 0);
  });

  const current = () => panel.locator('.sections .current').innerText();
  const topOf = (heading: string) =>
    panel
      .locator('article :is(h2, h3)', { hasText: heading })
      .evaluate((one) => one.getBoundingClientRect().top - (document.querySelector('main')?.getBoundingClientRect().top ?? 0));

  it('says how long it takes', async () => {
    assert.match(await panel.locator('.reading-time').innerText(), /^\d+ min read$/);
  });

  it('loads what draws only with the first diagram', async () => {
    const loaded = () =>
      panel.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('diagrams.js')).length);
    assert.equal(await loaded(), 1);
  });

  it('jumps to a section with the keyboard, and says where the reader is', async () => {
    assert.equal(await current(), producer);
    await panel.locator('.sections > .toggle').focus();
    await editor.page.keyboard.press('ArrowDown');
    await editor.page.keyboard.press('ArrowDown');
    await editor.page.keyboard.press('ArrowDown');
    const chosen = await panel.evaluate(() => document.activeElement?.textContent ?? '');
    await editor.page.keyboard.press('Enter');
    await waitFor('the section', async () => Math.abs(await topOf(chosen)) < 40);
    await waitFor('its name above', async () => (await current()) === chosen);
    assert.isTrue(await panel.locator('#section-list').isHidden());
  });

  it('keeps its place where the side bar gets another width', async () => {
    const chosen = await current();
    const width = () => panel.locator('article').evaluate((article) => article.clientWidth);
    for (const by of [260, -180]) {
      const before = await width();
      await editor.workbench.widenPanel(by);
      await waitFor('the other width', async () => Math.abs((await width()) - before) > 100);
      await waitFor('the section at its place', async () => Math.abs(await topOf(chosen)) < 40);
      assert.equal(await current(), chosen);
    }
    // A sash gives widths faster than frames come.
    await panel.evaluate(async () => {
      const { style } = document.documentElement;
      for (let width = 600; width > 250; width -= 7) {
        style.width = `${width}px`;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      style.width = '';
    });
    await waitFor('the section at its place again', async () => Math.abs(await topOf(chosen)) < 40);
    assert.equal(await current(), chosen);
  });

  it('has the text size of the code, also when that becomes another, and keeps its place', async () => {
    const chosen = await current();
    const sizeOf = (selector: string) =>
      panel.evaluate((one) => getComputedStyle(document.querySelector(one) ?? document.body).fontSize, selector);
    assert.deepEqual([await sizeOf('article'), await sizeOf('.diagram svg')], ['14px', '14px']);
    await editor.workbench.runCommand('Preferences: Open User Settings (JSON)');
    const settings = editor.page.locator('.monaco-editor', { hasText: 'workbench.colorTheme' });
    await settings.locator('.view-line').first().click();
    await editor.page.locator('.monaco-editor.focused', { hasText: 'workbench.colorTheme' }).first().waitFor();
    await editor.page.keyboard.press('Control+Home');
    await editor.page.keyboard.press('ArrowRight');
    await editor.page.keyboard.insertText('"editor.fontSize": 18,');
    await editor.page.keyboard.press('Control+s');
    await waitFor('larger text', async () => (await sizeOf('article')) === '18px');
    // It stands over everything else.
    await editor.page.keyboard.press('Escape');
    await settings.first().waitFor({ state: 'detached' });
    await waitFor('the section at its place', async () => Math.abs(await topOf(chosen)) < 40);
    assert.equal(await current(), chosen);
    // A picture is drawn anew when it comes near.
    await panel
      .locator('.diagram')
      .first()
      .evaluate((one) => one.scrollIntoView());
    await waitFor('larger pictures', async () => (await sizeOf('.diagram svg')) === '18px');
    await waitFor('the section at its place again', async () => {
      const top = await topOf(chosen);
      await panel.locator('main').evaluate((main, by) => (main.scrollTop += by), top);
      return Math.abs(top) < 40;
    });
  });

  it('finds text, forward and backward, and closes with Escape', async () => {
    await panel.locator('main').focus();
    await editor.page.keyboard.press('Control+f');
    await panel.locator('.find input:focus').waitFor();
    await editor.page.keyboard.type('idempotent producer');
    const count = () => panel.locator('.find .count').innerText();
    const said = await waitFor('matches', async () => /^(\d+) of (\d+)$/.exec(await count()) ?? undefined);
    assert.isAbove(Number(said[2]), 1);
    await editor.page.keyboard.press('Enter');
    await waitFor('the next match', async () => (await count()) !== said[0]);
    await editor.page.keyboard.press('Shift+Enter');
    await waitFor('the match before', async () => (await count()) === said[0]);
    const seen = await panel.evaluate(() => {
      const [match] = [...(CSS.highlights.get('found-current') ?? [])];
      const view = document.querySelector('main')?.getBoundingClientRect();
      const place = match instanceof Range ? match.getBoundingClientRect() : undefined;
      return place !== undefined && view !== undefined && place.top >= view.top && place.bottom <= view.bottom;
    });
    assert.isTrue(seen, 'the match is in sight');
    await editor.page.keyboard.press('Control+a');
    await editor.page.keyboard.type('no such words');
    await waitFor('no results', async () => (await count()) === 'No results');
    await editor.page.keyboard.press('Escape');
    await panel.locator('.find').waitFor({ state: 'hidden' });
    await waitFor('the focus in the text', () => panel.evaluate(() => document.activeElement?.tagName === 'MAIN'));
  });

  it('is at the same place after a reload, also where that is in a picture, which comes later', async () => {
    const pictureIsThere = () =>
      waitFor('the picture again', async () => {
        panel = await editor.workbench.panelFrame();
        return (await panel.locator('.diagram svg').count()) > 0;
      });
    const place = () =>
      panel
        .locator('.diagram')
        .first()
        .evaluate((one) => Math.round(one.getBoundingClientRect().bottom));
    await pictureIsThere();
    await panel.evaluate(() => {
      const main = document.querySelector('main');
      const picture = document.querySelector('.diagram');
      if (main !== null && picture !== null)
        main.scrollTop += picture.getBoundingClientRect().bottom - main.getBoundingClientRect().top - 60;
    });
    const before = await place();
    const into = await panel.evaluate(() => {
      const block = document.querySelector('.diagram')?.closest('section > *');
      return (document.querySelector('main')?.getBoundingClientRect().top ?? 0) - (block?.getBoundingClientRect().top ?? 0);
    });
    // An earlier place may be stored in the meantime.
    const isHere = (value: string) => Math.abs(Number(/offset[\\":]+(-?[\d.]+)/.exec(value)?.[1]) - into) < 2;
    await editor.workbench.untilStored(/^{"webviewState".*producer\.md/, isHere);
    await editor.page.reload();
    await pictureIsThere();
    await waitFor('the same place', async () => Math.abs((await place()) - before) < 4);
  });

  it('opens to the side, keeps its place there through a reload, and opens code beside', async () => {
    await editor.workbench.runCommand('Kafka Notes: Open Note to the Side');
    const tab = () => editor.workbench.webview('kafka-notes.kafka-notes', 'tab');
    const title = async () => (await (await tab()).locator('h1').allInnerTexts())[0]?.trim();
    await waitFor('the tab', async () => (await title()) === producer);
    await (await tab()).locator('.sections > .toggle').click();
    await (await tab()).locator('#section-list button', { hasText: 'Memory: BufferPool.allocate' }).click();
    const here = async () => (await tab()).locator('.sections .current').innerText();
    await waitFor('the section', async () => (await here()).startsWith('Memory'));
    await editor.workbench.untilStored(/memory-bufferpool/);
    await editor.page.reload();
    await waitFor('the tab again', async () => (await title()) === producer);
    await waitFor('the same place', async () => (await here()).startsWith('Memory'));
    await (await tab()).locator('h3 a', { hasText: 'BufferPool.allocate' }).click();
    await waitFor('the code', async () => (await editor.workbench.activeTab()) === 'BufferPool.java');
    assert.equal(await title(), producer, 'the note is still in sight');
  });

  it('is never covered by the code that a click in it opens, however often', async () => {
    const tab = await editor.workbench.webview('kafka-notes.kafka-notes', 'tab');
    const inFront = () => editor.page.locator('.editor-group-container .tab.active').allInnerTexts();
    const isNote = (label: string): boolean => label.includes('The producer');
    assert.deepEqual((await inFront()).map(isNote), [true, false]);
    const links = tab.locator('section:has(> h3) > p a.anchor');
    for (let click = 0; click < 8; click++) {
      await links.nth(click).click();
      await waitFor('the focus in the code', async () => /\.(?:java|scala)$/.test((await editor.workbench.activeTab()) ?? ''));
      assert.deepEqual((await inFront()).map(isNote), [true, false], `after click ${click + 1}`);
    }
  });
});
