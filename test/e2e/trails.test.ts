import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { disposeAfterwards, Editor } from './harness/editor';
import { holdsFor, waitFor } from './harness/waiting';

const root = join(__dirname, '..', '..');

/** Reads the texts of a note's links into the code, in order, without the extension's help. */
function labelsOf(note: string): string[] {
  const text = readFileSync(join(root, 'notes', 'en', note), 'utf8');
  return Array.from(text.matchAll(/\[([^\]]*)\]\(kafka:[^\s)]*(?:\([^)]*\)[^\s)]*)?\)/g), ([, label]) =>
    (label ?? '').replaceAll('`', ''),
  );
}

describe('a trail, with the keyboard alone', () => {
  let editor: Editor;
  const labels = labelsOf('key-implementation/flushing.md');
  disposeAfterwards(() => editor);
  before(async () => {
    editor = await Editor.open();
    await editor.workbench.openContainer('Kafka Notes');
    await editor.workbench.runCommand('Kafka Notes: Start a Trail…');
    await editor.workbench.answer('Flushing');
  });

  /** Returns what the status bar says of the trail. */
  async function status(): Promise<string> {
    const item = editor.page.locator('.part.statusbar .statusbar-item[id$="kafkaNotes.trail"]');
    return item.evaluateAll((elements) => elements.map((one) => one.getAttribute('aria-label')).join());
  }

  /** Returns the texts of the anchors that the panel marks and that can be seen; nothing while the panel is made anew. */
  async function marked(): Promise<readonly string[]> {
    const panel = await editor.workbench.panelFrame();
    const seen = panel.evaluate(() =>
      [...document.querySelectorAll('a.step')].flatMap((link) => {
        const { top, bottom } = link.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight ? [link.textContent] : [];
      }),
    );
    return seen.catch(() => []);
  }

  /** Waits until the reader is at a step (1-based): the status bar says so, and the panel marks its anchor, in sight. */
  async function isAt(step: number): Promise<void> {
    await waitFor(`step ${step}`, async () => (await status()).includes(`step ${step} of `));
    await waitFor(`"${labels[step - 1]}" to be marked`, async () => (await marked()).join() === labels[step - 1]);
  }

  it('starts at the first anchor of the note, in the panel and in the code', async () => {
    await isAt(1);
    await waitFor('the code', async () => (await editor.workbench.activeTab()) === 'FileRecords.java');
    assert.match(await status(), /left/);
    await editor.screenshot('trail-first');
  });

  it('goes on and back by one key', async () => {
    await editor.keys.press('Control+F6');
    await isAt(2);
    await waitFor('the code', async () => (await editor.workbench.activeTab()) === 'AbstractIndex.scala');
    await editor.keys.press('Control+F6');
    await isAt(3);
    await waitFor('the code', async () => (await editor.workbench.activeTab()) === 'TransactionIndex.scala');
    await editor.keys.press('Control+Shift+F6');
    await isAt(2);
  });

  it('keeps up with a reader in a hurry', async () => {
    await editor.keys.pressInAHurry('Control+F6', 8);
    await isAt(10);
    await waitFor('the code', async () => (await editor.workbench.activeTab()) === 'LogSegment.scala');
    await editor.screenshot('trail-section');
  });

  it('leads back after wandering off', async () => {
    await editor.openFile('core/src/main/scala/kafka/server/KafkaApis.scala', 100);
    await waitFor('the hint', async () => (await status()).includes('You have left the trail'));
    await editor.keys.press('Control+Alt+K', 'b');
    await waitFor('the code', async () => (await editor.workbench.activeTab()) === 'LogSegment.scala');
    await isAt(10);
  });

  it('stays in sight when something above it gets higher, unless the reader has scrolled away', async () => {
    const panel = await editor.workbench.panelFrame();
    const grow = () =>
      panel.evaluate(() => {
        const picture = document.createElement('div');
        picture.style.height = '900px';
        document.querySelector('.step:not(a)')?.before(picture);
      });
    await grow();
    await isAt(10);
    await panel.evaluate(() => document.querySelector('main')?.scrollTo({ top: 0, behavior: 'instant' }));
    await waitFor('the step to be out of sight', async () => (await marked()).length === 0);
    await grow();
    await holdsFor(1, 'the text is where the reader scrolled to', async () => (await marked()).length === 0);
  });

  it('pauses, survives a reload of the window, and resumes where it was', async () => {
    await editor.workbench.runCommand('Kafka Notes: Pause Trail');
    await waitFor('the pause', async () => (await status()).includes('Paused'));
    await waitFor('no mark', async () => (await marked()).length === 0);
    await editor.workbench.reload(/status[\\":]+paused/);
    await waitFor('the pause', async () => (await status()).includes('Paused: Flushing'));
    await editor.keys.press('Control+F6');
    await isAt(10);
  });

  it('tells the sections that it left behind in the outline', async () => {
    await waitFor('the progress', async () => {
      const row = editor.workbench.rows('Outline').filter({ hasText: 'Flushing' }).first();
      return /, 1 of \d+ sections read, \d+ min left/.test((await row.getAttribute('aria-label')) ?? '');
    });
    await editor.screenshot('trail-progress');
  });

  it('shows each step’s own anchor, also where its paragraph is higher than the panel', async () => {
    const size = editor.page.viewportSize()!;
    await editor.page.setViewportSize({ width: 1100, height: 600 });
    for (let step = 11; step <= 20; step++) {
      await editor.keys.press('Control+F6');
      await isAt(step);
    }
    await editor.screenshot('trail-low-window');
    await editor.page.setViewportSize(size);
    await isAt(20);
  });

  it('has a menu with all steps', async () => {
    await editor.keys.press('Control+Alt+K', 't');
    await waitFor('the menu', () => editor.workbench.quickInput().isVisible());
    await editor.screenshot('trail-menu');
    await editor.workbench.answer(`${labels.length}. `);
    await isAt(labels.length);
  });

  it('ends behind the last note, or goes on with the next one', async () => {
    await editor.keys.press('Control+F6');
    await waitFor('an answer', async () => (await editor.workbench.statusBar()).some((one) => one.includes('trail ends here')));
    await editor.workbench.runCommand('Kafka Notes: End Trail');
    await waitFor('no trail', async () => (await status()) === '');
  });
});
