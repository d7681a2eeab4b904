import { join } from 'node:path';
import { assert } from 'chai';
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

  it('let the reader choose among all symbols that fit', async () => {
    await openNote('Ambiguous');
    const panel = await editor.workbench.panelFrame();
    await panel.locator('a.anchor.ambiguous').click();
    const rows = editor.page.locator('.quick-input-list .monaco-list-row');
    await waitFor('the choice', async () => (await rows.count()) === 2);
    const long = rows.filter({ hasText: 'flush(Long)' });
    assert.equal(await long.count(), 1, (await rows.allInnerTexts()).join('\n'));
    await long.click();
    const line = lineOf(join(packages, 'kafka/log/Log.scala'), 'def flush(offset: Long)');
    await waitFor('the cursor at the method', async () => (await editor.workbench.cursor())?.line === line);
  });

  it('offer what may have been meant, as not certain', async () => {
    await openNote('Missing');
    const panel = await editor.workbench.panelFrame();
    await panel.locator('a.anchor.missing').click();
    await editor.page.locator('.quick-input-titlebar', { hasText: 'is not in this source' }).waitFor();
    const rows = editor.page.locator('.quick-input-list .monaco-list-row');
    await waitFor('the candidates', async () => (await rows.allInnerTexts()).join().includes('not certain'));
    const said = await rows.allInnerTexts();
    assert.isTrue(
      said.some((row) => row.includes('kafka.log.Log#append(') && row.includes('not certain')),
      said.join('\n'),
    );
    assert.isTrue(
      said.some((row) => row.startsWith('kafka.log.Log') && row.includes('Log.scala:') && !row.includes('not certain')),
      `the class that is there: ${said.join('\n')}`,
    );
    await editor.page.keyboard.press('Escape');
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
