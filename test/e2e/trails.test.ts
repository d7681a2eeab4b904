import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { disposeAfterwards, Editor } from './harness/editor';
import { holdsFor, waitFor } from './harness/waiting';

const root = join(__dirname, '..', '..');

/** Reads the texts of the links with which the items of a note's list of steps begin, in order, without the extension's help. */
function labelsOf(note: string): string[] {
  const text = readFileSync(join(root, 'notes', 'en', note), 'utf8');
  return Array.from(text.matchAll(/^ *\d+\. \[`([^\]]*)`\]\(kafka:/gm), ([, label]) => label ?? '');
}

/** Returns the main trail of the last note of the outline that has one: its heading, and the number of its steps. */
function lastTrail(): { readonly title: string; readonly steps: number } {
  const outline = readFileSync(join(root, 'notes', 'en', 'README.md'), 'utf8');
  const notes = Array.from(outline.matchAll(/^ *- \[x\] \[.*\]\((.*)\)/gm), ([, path = '']) => path);
  const last = notes.findLast((path) => labelsOf(path).length > 0);
  if (last === undefined) throw new Error('No note of the outline has a list of steps.');
  const [, section = ''] = readFileSync(join(root, 'notes', 'en', last), 'utf8').split(/^## (?=.*step by step$)/m);
  const [title = '', ...lines] = section.split(/^#/m)[0]?.split('\n') ?? [];
  return { title, steps: lines.filter((line) => /^ *\d+\. \[`/.test(line)).length };
}

describe('a trail, with the keyboard alone', () => {
  let editor: Editor;
  // The first list is the main trail.
  const labels = labelsOf('key-implementation/flushing.md').slice(0, 20);
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

  const isIn = (place: RegExp) => waitFor(String(place), async () => place.test(await status()));

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

  /** Returns the number and the anchor of the step whose sentence stands above the note, and the heading of the section below it. */
  async function shown(): Promise<readonly string[]> {
    const panel = await editor.workbench.panelFrame();
    const seen = panel.evaluate(() => {
      const card = document.querySelector('.step-card:not([hidden])');
      const link = card?.querySelector('article a');
      const isSeen = link !== null && link !== undefined && link.getBoundingClientRect().bottom <= window.innerHeight;
      const heading = document.querySelector('section.marked > :is(h2, h3)');
      const top = heading?.getBoundingClientRect().top ?? -1;
      const below = card !== null && top >= card.getBoundingClientRect().bottom && top <= window.innerHeight * 0.8;
      const words = [
        card?.querySelector('.place')?.textContent,
        isSeen ? link.textContent : '',
        below ? heading?.textContent : '',
      ];
      return words.map((one) => one ?? '');
    });
    return seen.catch(() => []);
  }

  /** Waits until the reader is at a step (1-based): the status bar says so, and its sentence stands above the note, in sight. */
  async function isAt(step: number): Promise<void> {
    await waitFor(`step ${step}`, async () => (await status()).includes(`step ${step} of ${labels.length}`));
    await waitFor(`"${labels[step - 1]}" above the note`, async () => {
      const [place, label] = await shown();
      return place?.startsWith(`Step ${step} of`) === true && label === labels[step - 1];
    });
  }

  /** Waits until a section stands below the step's sentence. */
  async function isAbove(heading: string): Promise<void> {
    await waitFor(`"${heading}" below the step`, async () => ((await shown())[2] ?? '').includes(heading));
  }

  it('starts at the first step, named by its heading, in the panel and in the code', async () => {
    await isAt(1);
    await waitFor('the code', async () => (await editor.workbench.activeTab()) === 'Log.scala');
    assert.match(await status(), /Flushing to disk.* › Flushing, step by step: step 1 of 20, segment\.append; \d+ min left/);
    await editor.screenshot('trail-first');
  });

  it('goes on and back by one key, and shows the section about the step’s code below its sentence', async () => {
    await editor.keys.press('Control+F6');
    await isAt(2);
    await isAbove('What "written" means');
    await waitFor('the code', async () => (await editor.workbench.activeTab()) === 'LogSegment.scala');
    await editor.screenshot('trail-with-section');
    await editor.keys.press('Control+F6');
    await isAt(3);
    await editor.keys.press('Control+F6');
    await isAt(4);
    await isAbove('Trigger 1, by count');
    await editor.keys.press('Control+Shift+F6');
    await isAt(3);
  });

  it('keeps up with a reader in a hurry', async () => {
    await editor.keys.pressInAHurry('Control+F6', 7);
    await isAt(10);
    await isAbove('Four files');
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

  it('pauses, survives a reload of the window, and resumes where it was', async () => {
    await editor.workbench.runCommand('Kafka Notes: Pause Trail');
    await waitFor('the pause', async () => (await status()).includes('Paused'));
    await waitFor('no sentence', async () => (await shown())[0] === '');
    await editor.workbench.reload(/status[\\":]+paused/);
    await waitFor('the pause', async () => (await status()).includes('Paused: Flushing to disk'));
    await editor.keys.press('Control+F6');
    await isAt(10);
  });

  it('tells the sections that it left behind in the outline', async () => {
    await waitFor('the progress', async () => {
      const row = editor.workbench.rows('Outline').filter({ hasText: 'Flushing' }).first();
      return /, 6 of \d+ sections read, \d+ min left/.test((await row.getAttribute('aria-label')) ?? '');
    });
    await editor.screenshot('trail-progress');
  });

  it('marks the item where no section is about its code, and keeps it in sight when something above it gets higher', async () => {
    await editor.keys.press('Control+F6');
    await editor.keys.press('Control+F6');
    await isAt(12);
    const isMarked = async (): Promise<boolean> => (await marked()).join() === labels[11];
    await waitFor('the item', isMarked);
    const panel = await editor.workbench.panelFrame();
    const grow = () =>
      panel.evaluate(() => {
        const picture = document.createElement('div');
        picture.style.height = '900px';
        document.querySelector('main .step:not(a)')?.before(picture);
      });
    await grow();
    await waitFor('the item', isMarked);
    await panel.evaluate(() => document.querySelector('main')?.scrollTo({ top: 0, behavior: 'instant' }));
    await waitFor('the item to be out of sight', async () => (await marked()).length === 0);
    await grow();
    await holdsFor(1, 'the text is where the reader scrolled to', async () => (await marked()).length === 0);
  });

  it('has room for the sentence and the section on a small screen', async () => {
    const size = editor.page.viewportSize()!;
    await editor.page.setViewportSize({ width: 1366, height: 768 });
    for (let step = 13; step <= 18; step++) {
      await editor.keys.press('Control+F6');
      await isAt(step);
    }
    await editor.keys.press('Control+F6');
    await isAt(19);
    await isAbove('The unflushed ones');
    await editor.screenshot('trail-1366x768');
    await editor.page.setViewportSize(size);
    await isAt(19);
  });

  it('has a menu with all steps, what is done and where the reader is', async () => {
    await editor.keys.press('Control+Alt+K', 't');
    await waitFor('the menu', () => editor.workbench.quickInput().isVisible());
    const rows = editor.page.locator('.quick-input-list .monaco-list-row');
    await editor.workbench.quickInput().fill('19. deleteSegment');
    await waitFor('the step', async () => (await rows.allInnerTexts()).join().includes('you are here'));
    await editor.workbench.quickInput().fill('4. flushInterval');
    await waitFor('the step', async () => /flushes by count[^]*done/.test((await rows.allInnerTexts()).join()));
    await editor.workbench.quickInput().fill('');
    await editor.screenshot('trail-menu');
    await editor.workbench.answer(`${labels.length}. `);
    await isAt(labels.length);
  });

  it('goes on with the next note', async () => {
    await editor.keys.press('Control+F6');
    await isIn(/transaction, step by step: step 1 of 40/);
  });

  it('ends behind the last note', async () => {
    const { title, steps } = lastTrail();
    await editor.workbench.runCommand('Kafka Notes: Start a Trail…');
    await editor.workbench.answer(title);
    await isIn(new RegExp(`step 1 of ${steps}\\b`));
    await editor.keys.press('Control+Alt+K', 't');
    await editor.workbench.answer(`${steps}. `);
    await isIn(new RegExp(`step ${steps} of ${steps}\\b`));
    await editor.keys.press('Control+F6');
    await waitFor('an answer', async () => (await editor.workbench.statusBar()).some((one) => one.includes('trail ends here')));
    await editor.workbench.runCommand('Kafka Notes: End Trail');
    await waitFor('no trail', async () => (await status()) === '');
  });

  it('stands in the outline under its note, and starts from there', async () => {
    const row = editor.workbench.rows('Outline').filter({ hasText: 'Flushing to disk' }).first();
    await row.click();
    await editor.keys.press('ArrowRight');
    const trail = editor.workbench.rows('Outline').filter({ hasText: 'Flushing, step by step' }).first();
    await waitFor(
      'the trail',
      async () => (await trail.getAttribute('aria-label'))?.includes('Trail: Flushing, step by step, 20 steps') === true,
    );
    await editor.screenshot('trail-outline');
    await trail.click();
    await isAt(1);
  });

  it('leads through all notes, with the time of them all', async () => {
    await editor.workbench.runCommand('Kafka Notes: Start a Trail…');
    await waitFor('the list', () => editor.workbench.quickInput().isVisible());
    await editor.screenshot('trail-choice');
    await editor.workbench.answer('All notes, one after the other');
    await waitFor('the first note', async () =>
      /Broker start, step by step: step 1 of 36, .*; (?:\d+ h )?(?:\d+ min )?left of all notes/.test(await status()),
    );
    await waitFor('the code', async () => (await editor.workbench.activeTab()) === 'Kafka.scala');
    await editor.screenshot('trail-all-notes');
  });
});
