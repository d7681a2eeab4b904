import { assert } from 'chai';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { disposeAfterwards, Editor } from './harness/editor';
import { lineOf } from './harness/source';
import { waitFor } from './harness/waiting';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

describe('the map of the source', () => {
  let editor: Editor;
  let map: Frame;
  disposeAfterwards(() => editor);
  before(async () => {
    editor = await Editor.open({ size: { width: 1500, height: 950 } });
    await editor.workbench.openContainer('Kafka Notes');
    await show();
  });

  async function show(): Promise<void> {
    await editor.workbench.runCommand('Kafka Notes: Show Map');
    map = await drawn();
  }

  /** The map's page, once the whole source is read. */
  async function drawn(): Promise<Frame> {
    return waitFor('the map', async () => {
      const frame = await editor.workbench.webview('kafka-notes.kafka-notes', 'tab');
      const isDrawn = () => document.body.classList.contains('complete') && document.querySelector('[role=treeitem]') !== null;
      return (await frame.evaluate(isDrawn).catch(() => false)) ? frame : undefined;
    });
  }

  const focused = () => map.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const path = async () => (await map.locator('.crumbs button').allInnerTexts()).join(' › ');
  const press = (key: string) => editor.page.keyboard.press(key);

  async function pathIs(wanted: string): Promise<void> {
    await waitFor(`the path ${wanted}`, async () => (await path()) === wanted);
  }

  /** Goes to an area by arrow keys alone, towards where it lies. */
  async function arrowTo(name: string): Promise<void> {
    await waitFor('the focus on an area', () => map.evaluate(() => document.activeElement?.getAttribute('role') === 'treeitem'));
    for (let step = 0; step < 40; step++) {
      const key = await map.evaluate((wanted) => {
        const goal = [...document.querySelectorAll('[role=treeitem]')].find((item) =>
          item.getAttribute('aria-label')?.startsWith(`${wanted},`),
        );
        const here = document.activeElement;
        if (goal === undefined || here === null) throw new Error(`no ${wanted}`);
        if (goal === here) return '';
        const [a, b] = [here.getBoundingClientRect(), goal.getBoundingClientRect()];
        if (b.left >= a.right - 1) return 'ArrowRight';
        if (b.right <= a.left + 1) return 'ArrowLeft';
        return b.top >= a.bottom - 1 ? 'ArrowDown' : 'ArrowUp';
      }, name);
      if (key === '') return;
      await press(key);
    }
    throw new Error(`${name} is not reached: ${await focused()}`);
  }

  /** The colour of a file's tile, as it is computed, and whether it is hatched. */
  function tile(file: string): Promise<{ readonly colour: string; readonly isHatched: boolean }> {
    return map
      .locator(`.tile.leaf[data-id*="/${file} "], .tile.leaf[data-id$="/${file}"]`)
      .first()
      .evaluate((one) => {
        const { backgroundColor: colour, backgroundImage } = getComputedStyle(one);
        return { colour, isHatched: backgroundImage !== 'none' };
      });
  }

  async function faults(): Promise<string[]> {
    await map.evaluate(axe);
    const { violations } = await map.evaluate<AxeResults>(() => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
      return axe.run();
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${String(failureSummary)}`),
    );
  }

  it('says how much of the source has notes, and of each area to those who do not see it', async () => {
    const [, some = 0, all = 0] = /^([\d,]+) of ([\d,]+) types/.exec(await map.locator('.totals').innerText()) ?? [];
    const count = (text: string | number) => Number(String(text).replaceAll(',', ''));
    assert.isAbove(count(some), 50);
    assert.isAbove(count(all), 1500);
    const labels = await map
      .locator('[role=treeitem]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')));
    assert.match(labels.join('\n'), /^core, 20\d files, \d+ % annotated, 0 of \d+ sections read$/m);
    assert.deepEqual(await faults(), []);
    await editor.screenshot('map-dark');
  });

  it('is walked by keyboard alone: into a module and a package, to a file', async () => {
    await arrowTo('core');
    await press('Enter');
    await pathIs('Kafka 2.2.0 › core');
    await arrowTo('kafka.log');
    await editor.screenshot('map-module');
    await press('Escape');
    await pathIs('Kafka 2.2.0');
    assert.match(await focused(), /^core,/, 'one stands on what was left');
    await press('Enter');
    await arrowTo('kafka.server');
    await press('Enter');
    await pathIs('Kafka 2.2.0 › core › kafka.server');
    await arrowTo('ReplicaManager (ReplicaManager.scala)');
    await editor.screenshot('map-package');
    await press('Enter');
    await waitFor('the file', async () => (await editor.workbench.activeTab()) === 'ReplicaManager.scala');
    const cursor = await waitFor('the type', async () => (await editor.workbench.cursor())?.line);
    assert.isAbove(cursor, 50);
  });

  it('comes back where it was, and lists the sections on the file', async () => {
    await show();
    await pathIs('Kafka 2.2.0 › core › kafka.server');
    await waitFor('the file', async () => (await map.locator('.details h2').innerText()).startsWith('ReplicaManager'));
    const section = map.locator('.details li button').filter({ hasText: 'ReplicaManager.appendRecords' }).first();
    const title = await section.locator('.section').textContent();
    await section.click();
    const panel = await editor.workbench.panelFrame();
    const headings = () => panel.locator('h2, h3').allTextContents();
    await waitFor('the section', async () => (await headings()).some((one) => one.trim() === title));
  });

  it('tells code with notes from code without, and what is read', async () => {
    const before = { manager: await tile('ReplicaManager.scala'), zoned: await tile('FetchDataInfo.scala') };
    assert.notEqual(before.manager.colour, before.zoned.colour);
    assert.isFalse(before.manager.isHatched);
    const totals = await map.locator('.totals').innerText();
    await editor.workbench.runCommand('Kafka Notes: Toggle Read');
    await waitFor('one section read', async () => (await map.locator('.totals').innerText()) !== totals);
    assert.match(await map.locator('.totals').innerText(), / 1 of \d+ sections on them are read/);
    // It belongs to a type that has this section only.
    await waitFor('a hatched tile', () =>
      map.evaluate(() => document.querySelector('.tile.leaf.started, .tile.leaf.read') !== null),
    );
  });

  it('is walked by mouse: a click goes into a package, then opens a file to the side', async () => {
    await map.locator('.crumbs button').first().click();
    await pathIs('Kafka 2.2.0');
    await map
      .locator('.tile.package', { hasText: 'kafka.log' })
      .first()
      .click({ position: { x: 20, y: 8 } });
    await pathIs('Kafka 2.2.0 › core › kafka.log');
    const cleaner = map.locator('.tile.leaf[data-id$="LogCleaner.scala LogCleaner"]');
    await cleaner.hover();
    await waitFor('its details', async () => (await map.locator('.details h2').innerText()).startsWith('LogCleaner'));
    await cleaner.click({ modifiers: ['Control'] });
    await waitFor('the file', async () => (await editor.workbench.activeTab()) === 'LogCleaner.scala');
    assert.equal(await editor.page.locator('.part.editor .editor-group-container').count(), 2);
    await waitFor('the narrower map', () => map.evaluate(() => window.innerWidth < 900));
    await editor.screenshot('map-beside');
    await editor.workbench.runCommand('View: Close Editor');
  });

  it('opens a file at the type that it is named after, not at its licence', async () => {
    await map.locator('.crumbs button').first().click();
    await map.locator('.canvas').hover({ position: { x: 1, y: 1 } });
    // The list of the largest files without notes begins with another file whenever a note is written about the first one.
    const largest = map
      .locator('.details')
      .getByRole('button', { name: /^\w+\.java/ })
      .first();
    const file = (await largest.getAttribute('title')) ?? '';
    const declared = lineOf(file, new RegExp(`^public .*(class|interface|enum) ${basename(file, '.java')}\\b`));
    await largest.click();
    await waitFor('its type', async () => (await editor.workbench.cursor())?.line === declared);
    assert.equal(await editor.workbench.activeTab(), basename(file));
    await show();
  });

  it('shows what to read, and tests, when asked', async () => {
    await map.locator('.crumbs button').first().click();
    await map.getByLabel('What to read').check();
    await waitFor('the colours', () => map.evaluate(() => document.body.dataset.colours === 'reading'));
    const main = await map.locator('.tile.leaf').count();
    await map.getByLabel('Tests and generated code').check();
    await waitFor('the tests', async () => (await map.locator('.tile.leaf').count()) > main + 400);
    await editor.screenshot('map-reading-tests');
    await map.getByLabel('Tests and generated code').uncheck();
    await map.getByLabel('Notes').check();
    await map
      .locator('.tile.module', { hasText: 'core' })
      .first()
      .click({ position: { x: 12, y: 8 } });
    await pathIs('Kafka 2.2.0 › core');
  });

  for (const [theme, kind] of [
    ['Light Modern', 'vscode-light'],
    ['Dark High Contrast', 'vscode-high-contrast'],
    ['Light High Contrast', 'vscode-high-contrast-light'],
  ] as const) {
    it(`can be read by everybody: ${theme}`, async () => {
      await editor.workbench.chooseTheme(theme);
      await waitFor('the theme', () => map.evaluate((name) => document.body.classList.contains(name), kind));
      assert.deepEqual(await faults(), []);
      await editor.screenshot(`map-${kind}`);
    });
  }

  it('fits 400 pixels and fills 3840', async () => {
    for (const [width, height] of [
      [400, 700],
      [3840, 2160],
    ] as const) {
      await editor.page.setViewportSize({ width: width === 400 ? 448 : width, height });
      if (width === 400) {
        await editor.workbench.runCommand('View: Toggle Primary Side Bar Visibility');
        await editor.workbench.runCommand('View: Hide Secondary Side Bar');
      }
      await waitFor(`the map at ${width}`, () => map.evaluate((most) => Math.abs(window.innerWidth - most) < 60, width));
      await waitFor('its areas', () =>
        map.evaluate(() => {
          const canvas = document.querySelector('.canvas')?.getBoundingClientRect();
          const edges = [...document.querySelectorAll('.target')].map((one) => one.getBoundingClientRect().right);
          return canvas !== undefined && Math.abs(Math.max(...edges) - canvas.right) < 2;
        }),
      );
      const tooWide = await map.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.isAtMost(tooWide, 0);
      await editor.screenshot(`map-${width}`);
    }
    await editor.page.setViewportSize({ width: 1500, height: 950 });
  });

  it('is there again after the window was loaded anew', async () => {
    await editor.workbench.reload(/zoom[\\":]+module core/);
    map = await drawn();
    await pathIs('Kafka 2.2.0 › core');
  });

  it('says what to do where there is no source', async () => {
    await editor.openFolder(await editor.scratch.write('empty', { 'a.txt': '' }));
    // Its commands are there when its views are.
    await editor.workbench.openContainer('Kafka Notes');
    await editor.workbench.runCommand('Kafka Notes: Show Map');
    map = await editor.workbench.webview('kafka-notes.kafka-notes', 'tab');
    await map.getByRole('button', { name: 'Get Kafka Source…' }).waitFor();
    assert.deepEqual(await faults(), []);
    await editor.screenshot('map-no-source');
  });
});
