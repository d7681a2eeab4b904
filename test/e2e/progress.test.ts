import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from 'chai';
import { disposeAfterwards, Editor } from './harness/editor';
import { happensWithin, waitFor } from './harness/waiting';

const note = 'Zero copy: what a fetch really moves';

interface Exported {
  readonly kafkaNotesProgress: number;
  readonly notes: readonly {
    readonly folder: string;
    readonly note: string;
    readonly read: readonly { readonly section: string }[];
  }[];
}

describe('reading progress', () => {
  let editor: Editor;
  disposeAfterwards(() => editor);
  before(async () => {
    editor = await Editor.open({ theme: 'light', size: { width: 1400, height: 1800 } });
    await writeFile(join(editor.scratch.folder, 'here.json'), '');
    await editor.workbench.openContainer('Kafka Notes');
    await editor.workbench.runCommand('Kafka Notes: Start a Trail…');
    await editor.workbench.answer('Zero copy');
    await waitFor('the code', async () => (await editor.workbench.activeTab()) === 'KafkaApis.scala');
    const panel = await editor.workbench.panelFrame();
    await panel.locator('a.step').waitFor();
    await editor.workbench.runCommand('Kafka Notes: End Trail');
  });

  /** Returns how many sections of the note a screen reader is told are read, and of how many. */
  async function said(workbench = editor.workbench): Promise<readonly number[]> {
    const row = workbench.rows('Outline').filter({ hasText: note }).first();
    const label = (await row.getAttribute('aria-label')) ?? '';
    return (/, (\d+) of (\d+) sections read/.exec(label) ?? []).slice(1).map(Number);
  }

  async function reads(count: number | 'all', workbench = editor.workbench): Promise<void> {
    await waitFor(`${count} sections to be read`, async () => {
      const [read, total] = await said(workbench);
      return read !== undefined && read === (count === 'all' ? total : count);
    });
  }

  /** The editor's own dialog for files has a folder in it at first, lists that of what is typed, and takes Enter once it has. */
  async function answersFile(name: string): Promise<void> {
    const [input, rows] = [editor.workbench.quickInput(), editor.page.locator('.quick-input-list .monaco-list-row')];
    await waitFor('the dialog', async () => (await input.inputValue()).startsWith('/'));
    await waitFor('its first folder', async () => (await rows.allInnerTexts()).some((row) => row.trim() === '..'));
    await input.fill(join(editor.scratch.folder, name));
    await waitFor('its folder', async () => (await rows.allInnerTexts()).some((row) => row.trim() === 'here.json'));
    await waitFor('it to close', async () => {
      await editor.page.keyboard.press('Enter');
      return happensWithin(5, async () => !(await input.isVisible()));
    });
  }

  async function notified(text: RegExp): Promise<void> {
    await waitFor(String(text), async () => (await editor.workbench.notifications()).some((one) => text.test(one)));
  }

  it('is marked by a key for the section in the panel', async () => {
    await reads(0);
    await editor.keys.press('Control+Alt+K', 'r');
    await reads(1);
  });

  it('is ticked by section in the outline', async () => {
    const row = editor.workbench.rows('Outline').filter({ hasText: note }).first();
    await row.locator('.monaco-tl-twistie').click();
    const boxes = editor.workbench.rows('Outline').locator('.custom-view-tree-node-item-checkbox');
    await waitFor('the sections', async () => (await boxes.count()) > 0);
    await editor.screenshot('progress-sections');
    const isTicked = async () => (await boxes.last().getAttribute('aria-checked')) === 'true';
    for (const count of [2, 1, 2]) {
      // The rows are drawn anew when one is ticked: a click of a hand so quick that its button comes up on another row's box counts for none.
      await waitFor('the box to change', async () => {
        if ((await isTicked()) === (count === 2)) return true;
        await boxes.last().click();
        return happensWithin(5, async () => (await isTicked()) === (count === 2));
      });
      await reads(count);
    }
    await row.locator('.monaco-tl-twistie').click();
  });

  it('is exported as a file that names no folder of this machine', async () => {
    const file = join(editor.scratch.folder, 'progress.json');
    await editor.workbench.runCommand('Kafka Notes: Export Reading Progress…');
    await answersFile('progress.json');
    await waitFor('an answer', async () => (await editor.workbench.statusBar()).some((one) => one.includes('Sections read: 2.')));
    assert.isEmpty(await editor.workbench.notifications());
    const text = await readFile(file, 'utf8');
    const { kafkaNotesProgress, notes } = JSON.parse(text) as Exported;
    assert.equal(kafkaNotesProgress, 1);
    assert.deepEqual(
      notes.map(({ folder, note, read }) => [folder, note, read.length]),
      [['shipped', 'key-implementation/zero-copy.md', 2]],
    );
    assert.notInclude(text, editor.scratch.folder);
  });

  it('is reset, and the reset undone', async () => {
    await editor.workbench.runCommand('Kafka Notes: Reset Reading Progress');
    await reads(0);
    await editor.page.locator('.notifications-toasts').getByRole('button', { name: 'Undo' }).click();
    await reads(2);
  });

  it('takes nothing from a file with a fault, and says where it is', async () => {
    const file = join(editor.scratch.folder, 'bad.json');
    await writeFile(file, JSON.stringify({ kafkaNotesProgress: 1, notes: [{ folder: 'shipped', note: 'a.md', read: [{}] }] }));
    await editor.workbench.runCommand('Kafka Notes: Import Reading Progress…');
    await answersFile('bad.json');
    await notified(/was not imported.*notes\[0\]\.read\[0\]\.at/);
    await reads(2);
  });

  it('is imported', async () => {
    await editor.workbench.runCommand('Kafka Notes: Reset Reading Progress');
    await reads(0);
    await editor.workbench.runCommand('Kafka Notes: Import Reading Progress…');
    await answersFile('progress.json');
    await notified(/Sections newly read: 2\./);
    await reads(2);
  });

  it('is the same in two windows, whichever of them the reader works in', async () => {
    const other = await editor.openWindow();
    await other.openContainer('Kafka Notes');
    await reads(2, other);
    await editor.workbench.runCommand('Kafka Notes: Reset Reading Progress');
    await reads(0, other);
    const row = other.rows('Outline').filter({ hasText: note }).first();
    await row.locator('.monaco-tl-twistie').click();
    const boxes = other.rows('Outline').locator('.custom-view-tree-node-item-checkbox');
    await waitFor('a box to be ticked', async () => {
      if ((await said(other))[0] === 1) return true;
      await boxes.last().click();
      return happensWithin(5, async () => (await said(other))[0] === 1);
    });
    await reads(1);
    await other.page.close();
    // The newest message comes first; the one of the import may still be there.
    await editor.page.locator('.notifications-toasts').getByRole('button', { name: 'Undo' }).first().click();
    await reads(2);
  });

  it('outlives the window', async () => {
    await editor.workbench.reload(/zero-copy\.md[^]*read[\\":]+true[^]*read[\\":]+true/);
    await reads(2);
    await editor.screenshot('progress-light');
  });
});
