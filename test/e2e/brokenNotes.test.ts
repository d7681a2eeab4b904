import { join } from 'node:path';
import { assert } from 'chai';
import type { Locator } from 'playwright-core';
import { faultsOf } from './harness/axe';
import { disposeAfterwards, Editor } from './harness/editor';
import { packages, smallCheckout } from './harness/smallKafka';
import { lineOf } from './harness/source';
import { waitFor } from './harness/waiting';

/** Each note, the place of its one Problem (1-based), and what the Problem must speak of. */
const notes = {
  'front.md': { text: '---\ntitle: [never closed\n---\n# Front\n\nIts text.\n', at: /Ln [23], Col/, says: /front matter/i },
  'fence.md': { text: '# Fence\n\nIts text.\n\n```scala\nval a = 1\n', at: /Ln 5, Col 1/, says: /not closed/ },
  'malformed.md': { text: '# Malformed\n\nIts text: [x](kafka:kafka.log.Log#a#b).\n', at: /Ln 3, Col \d+/, says: /Malformed/ },
  'missing.md': { text: '# Missing\n\nIts text: [x](kafka:kafka.log.Log#apend).\n', at: /Ln 3, Col \d+/, says: /no such symbol/ },
  'ambiguous.md': {
    text: '# Ambiguous\n\nIts text: [x](kafka:kafka.log.Log#flush).\n',
    at: /Ln 3, Col \d+/,
    says: /Ambiguous: 2/,
  },
} as const;

describe('notes with mistakes', () => {
  let editor: Editor;
  disposeAfterwards(() => editor);

  before(async () => {
    const texts = Object.entries(notes).map(([name, { text }]) => [name, text] as const);
    editor = await Editor.open({
      folder: ({ folder }) => smallCheckout(join(folder, 'kafka')),
      notes: Object.fromEntries(texts),
    });
    await editor.workbench.openContainer('Kafka Notes');
    await editor.workbench.runCommand('Problems: Focus on Problems View');
  });

  /** The rows of the Problems view: a file's name, then its problems. */
  async function problems(): Promise<string[]> {
    const said = await editor.page.locator('.markers-panel .monaco-list-row').allInnerTexts();
    return said.map((row) => row.replaceAll(/\s+/g, ' '));
  }

  /** The Problems of one note. */
  async function problemsOf(name: string): Promise<string[]> {
    const rows = await problems();
    const start = rows.findIndex((row) => row.startsWith(name));
    if (start < 0) return [];
    const length = rows.slice(start + 1).findIndex((row) => Object.keys(notes).some((other) => row.startsWith(other)));
    return rows.slice(start + 1, length < 0 ? undefined : start + 1 + length).filter((row) => row.includes('Ln '));
  }

  async function openNote(title: string): Promise<void> {
    await editor.workbench.runCommand('Kafka Notes: Search Notes and Code…');
    await editor.workbench.quickInput().fill(title);
    // Other hits come first while it is looked for.
    await editor.page.locator(`.quick-input-list .monaco-list-row[aria-label^="${title}, "]`).first().click();
    const panel = await editor.workbench.panelFrame();
    await waitFor(`the note ${title}`, async () => (await panel.locator('body').innerText()).includes('Its text'));
    await waitFor(`its title`, async () => (await panel.locator('h1').allInnerTexts())[0]?.includes(title));
  }

  for (const [name, { at, says }] of Object.entries(notes)) {
    it(`are shown all the same, with one Problem at its place: ${name}`, async () => {
      const found = await waitFor(`the Problem of ${name}`, async () => {
        const rows = await problemsOf(name);
        return rows.length > 0 && rows;
      });
      assert.lengthOf(found, 1, found.join('\n'));
      assert.match(found[0] ?? '', at);
      assert.match(found[0] ?? '', says);
      const title = name.charAt(0).toUpperCase() + name.slice(1, -3);
      await openNote(title);
    });
  }

  /** Opens the list at a link with the keyboard or the mouse. */
  async function listAt(link: string, byKey = false): Promise<Locator> {
    const panel = await editor.workbench.panelFrame();
    if (byKey) {
      await panel.locator(link).focus();
      await editor.page.keyboard.press('Enter');
    } else await panel.locator(link).click();
    const list = panel.locator('.choices');
    await list.waitFor();
    return list;
  }

  async function focused(): Promise<string> {
    const panel = await editor.workbench.panelFrame();
    return panel.evaluate(() => `${document.activeElement?.className ?? ''} ${document.activeElement?.textContent ?? ''}`);
  }

  it('let the reader choose at the link among all symbols that fit', async () => {
    await openNote('Ambiguous');
    const list = await listAt('a.anchor.ambiguous');
    assert.equal(await list.locator('ul').first().locator('li').count(), 2, await list.innerText());
    await list.locator('.open', { hasText: 'flush(Long)' }).click();
    const line = lineOf(join(packages, 'kafka/log/Log.scala'), 'def flush(offset: Long)');
    await waitFor('the cursor at the method', async () => (await editor.workbench.cursor())?.line === line);
    assert.equal(await list.count(), 0);
  });

  it('say at the link what is meant, and offer what may be, as not certain, and the class that is there', async () => {
    await openNote('Missing');
    const list = await listAt('a.anchor.missing', true);
    const said = await list.innerText();
    for (const words of [
      'Log#apend is not in this source',
      'The note says: kafka:kafka.log.Log#apend',
      'It means apend in kafka.log.Log.',
    ])
      assert.include(said, words);
    assert.match(said, /kafka\.log\.Log#append\([^]*Log\.scala:\d+ · not certain: has a similar name/);
    assert.match(said, /In kafka\.log\.Log\n+kafka\.log\.Log\n+\S*Log\.scala:\d+/);
    await editor.screenshot('list-at-link');
    const panel = await editor.workbench.panelFrame();
    assert.deepEqual(await faultsOf(panel), []);
    // The list lies inside of the panel, also of a narrow one.
    const [box, width] = [
      await list.evaluate((one) => one.getBoundingClientRect().right),
      await panel.evaluate(() => innerWidth),
    ];
    assert.isAtMost(box, width);
  });

  it('let the keyboard walk in the list, and give it back to the link', async () => {
    const panel = await editor.workbench.panelFrame();
    assert.match(await focused(), /^open/);
    await editor.page.keyboard.press('ArrowRight');
    assert.match(await focused(), /^write/);
    await editor.page.keyboard.press('ArrowDown');
    assert.match(await focused(), /^open/);
    await editor.page.keyboard.press('End');
    assert.include(await focused(), 'Show the place in the Markdown');
    await editor.page.keyboard.press('Escape');
    await waitFor('the list to close', async () => (await panel.locator('.choices').count()) === 0);
    assert.match(await focused(), /^anchor missing/);
  });

  it('take a choice over, in every place of the anchor and not into the file before it is saved', async () => {
    const list = await listAt('a.anchor.missing');
    await list.locator('li', { hasText: 'not certain' }).first().locator('.write').click();
    const panel = await editor.workbench.panelFrame();
    await waitFor('the link to lead somewhere', async () => (await panel.locator('a.anchor.exact').count()) === 1);
    await editor.screenshot('choice-written');
    await editor.workbench.openFile(join(editor.scratch.folder, 'notes', 'missing.md'));
    assert.include(await editor.text.element.innerText(), 'kafka.log.Log#append');
    await editor.workbench.runCommand('File: Revert File');
    await waitFor('the old anchor', async () => (await panel.locator('a.anchor.missing').count()) === 1);
  });

  it('lose their Problem when they are mended', async () => {
    await editor.screenshot('problems');
    await editor.scratch.write('notes', { 'missing.md': notes['missing.md'].text.replace('apend', 'append') });
    await waitFor(
      'the Problem to go',
      async () => (await problems()).length > 0 && (await problemsOf('missing.md')).length === 0,
    );
    const panel = await editor.workbench.panelFrame();
    await waitFor('the panel', async () => (await panel.locator('a.anchor.exact').count()) === 1);
  });
});
