import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from 'chai';
import { disposeAfterwards, Editor } from './harness/editor';
import { smallCheckout } from './harness/smallKafka';
import { happensWithin, holdsFor, waitFor } from './harness/waiting';

const titles = ["Get Kafka's source", 'Walk your first trail', 'Find your way', 'Write a note'];

describe('the first steps, in a folder that has nothing to do with Kafka', () => {
  let editor: Editor;
  disposeAfterwards(() => editor);
  before(async () => {
    editor = await Editor.open({
      folder: (scratch) => scratch.write('plain', { 'here.txt': 'nothing of Kafka\n' }),
      theme: 'light',
    });
    await mkdir(join(editor.scratch.folder, 'mine', 'older'), { recursive: true });
    await editor.workbench.openContainer('Kafka Notes');
    await waitFor('the outline', async () => (await editor.workbench.rows('Outline').count()) > 3);
    await editor.workbench.runCommand('Kafka Notes: First Steps');
    await step("Get Kafka's source").waitFor();
  });

  function step(title: string) {
    return editor.page.locator('.gettingStartedContainer .getting-started-step', { hasText: title }).first();
  }

  /**
   * Opens a step of the page, opened anew, and presses one of its buttons: all by keys. A step that opens takes the focus once it has
   * slid there; who presses something before that loses the focus again.
   */
  async function press(title: string, button: string): Promise<void> {
    await editor.workbench.runCommand('View: Close All Editors');
    await editor.workbench.runCommand('Kafka Notes: First Steps');
    await editor.page.locator('.getting-started-step.expanded:focus').waitFor();
    const focused = editor.page.locator('.getting-started-step.expanded .monaco-button:focus', { hasText: button });
    await waitFor(`the step "${title}"`, async () => {
      const open = (await editor.page.locator('.getting-started-step.expanded').first().getAttribute('aria-label')) ?? '';
      const at = titles.findIndex((one) => open.endsWith(one));
      if (titles[at] === title) return true;
      const next = at < titles.indexOf(title) ? at + 1 : at - 1;
      await editor.page.keyboard.press(next > at ? 'ArrowDown' : 'ArrowUp');
      await editor.page.locator('.getting-started-step.expanded:focus', { hasText: titles[next] ?? '' }).waitFor();
      return false;
    });
    await waitFor(`the button "${button}"`, async () => {
      await editor.page.keyboard.press('Tab');
      return focused.isVisible();
    });
    // A person's finger stays on the key for a moment.
    await editor.page.keyboard.press('Enter', { delay: 100 });
  }

  async function isTicked(title: string): Promise<boolean> {
    return (await step(title).locator('.codicon-getting-started-step-checked').count()) > 0;
  }

  async function isDone(title: string): Promise<void> {
    await waitFor(`the step "${title}" to be done`, () => isTicked(title));
  }

  async function isAsked(title: string): Promise<void> {
    await editor.page.locator('.quick-input-widget .quick-input-title', { hasText: title }).first().waitFor();
  }

  async function leave(): Promise<void> {
    await editor.page.keyboard.press('Escape');
    await waitFor('it to close', async () => !(await editor.workbench.quickInput().isVisible()));
  }

  it('show a picture of each, in the colours of the theme', async () => {
    for (const [index, title] of titles.entries()) {
      const one = step(title);
      await waitFor(title, async () => {
        if (!(await one.getAttribute('class'))?.includes('expanded')) await one.press('Enter');
        return (await one.getAttribute('class'))?.includes('expanded');
      });
      await happensWithin(2, () => editor.page.evaluate(() => document.getAnimations().length === 0));
      await editor.screenshot(`first-steps-${index + 1}`);
    }
  });

  it('lead to the source', async () => {
    await press("Get Kafka's source", 'Get Kafka Source…');
    await isAsked("Get Kafka 2.2.0's source");
    await leave();
  });

  it('lead to a trail', async () => {
    await press('Walk your first trail', 'Start a Trail…');
    await isAsked('Start Trail');
    await editor.workbench.answer('Zero copy');
    await waitFor('the trail', async () => (await editor.workbench.statusBar()).some((item) => item.includes('1/')));
    await holdsFor(1, 'the step is not done yet', async () => !(await isTicked('Walk your first trail')));
    await editor.keys.press('Control+F6');
    await editor.workbench.runCommand('Kafka Notes: First Steps');
    await isDone('Walk your first trail');
  });

  it('lead to the outline and the search', async () => {
    await press('Find your way', 'Search Notes…');
    await isAsked('Search Notes and Code');
    await leave();
    await press('Find your way', 'Show Outline');
    const list = editor.workbench.pane('Outline').locator('.monaco-list:focus-within').first();
    await list.waitFor();
    await holdsFor(1, 'the outline has the focus', () => list.isVisible());
    assert.isFalse(await isTicked('Find your way'), 'a list that is only opened is no way');
    await editor.workbench.rows('Outline').filter({ hasText: 'Zero copy' }).first().click();
    await isDone('Find your way');
  });

  it('begin a folder of notes, with an anchor that Kafka has', async () => {
    const mine = join(editor.scratch.folder, 'mine');
    await press('Write a note', 'Write Notes of Your Own…');
    await editor.workbench.answerFolder(mine, 'older');
    await waitFor('the note', async () => (await editor.workbench.activeTab()) === 'first-note.md');
    assert.include(await readFile(join(mine, 'first-note.md'), 'utf8'), '(kafka:kafka.Kafka$#main)');
    assert.include(await readFile(join(mine, 'README.md'), 'utf8'), '- [x] [My first note](first-note.md)');
    await waitFor('the folder in the outline', async () =>
      (await editor.workbench.rows('Outline').allInnerTexts()).some((row) => row.includes('My notes on Kafka')),
    );
    await editor.screenshot('first-note');
    await editor.workbench.runCommand('Kafka Notes: First Steps');
    await isDone('Write a note');
  });

  it('write over nothing', async () => {
    const [mine, text] = [join(editor.scratch.folder, 'mine'), '# What I wrote\n'];
    await writeFile(join(mine, 'first-note.md'), text);
    await editor.workbench.runCommand('Kafka Notes: Write Notes of Your Own…');
    await editor.workbench.answerFolder(mine, 'older');
    await waitFor('what is there', async () => (await editor.workbench.activeTab()) === 'README.md');
    assert.equal(await readFile(join(mine, 'first-note.md'), 'utf8'), text);
    assert.isEmpty(await editor.workbench.notifications());
  });

  it('go on where a folder of the settings has no notes', async () => {
    const empty = join(editor.scratch.folder, 'mine', 'older');
    await rm(join(editor.scratch.folder, 'mine', 'README.md'));
    await rm(join(editor.scratch.folder, 'mine', 'first-note.md'));
    await editor.workbench.runCommand('Kafka Notes: Reload Notes');
    const row = editor.workbench.rows('Outline').filter({ hasText: 'There are no Markdown files' }).first();
    await row.waitFor();
    await editor.screenshot('first-steps-empty-folder');
    await row.hover();
    await row.locator('.action-label').first().click();
    await waitFor('a note', async () => (await editor.workbench.activeTab()) === 'first-note.md');
    await row.waitFor({ state: 'detached' });
    assert.deepEqual(await readdir(empty), []);
  });
});

describe('the first steps, for a reader who has taken them already', () => {
  let editor: Editor;
  disposeAfterwards(() => editor);
  before(async () => {
    editor = await Editor.open({
      folder: ({ folder }) => smallCheckout(join(folder, 'kafka')),
      notes: { 'mine.md': '# Mine\n' },
    });
    await editor.workbench.openContainer('Kafka Notes');
    await waitFor('the outline', async () => (await editor.workbench.rows('Outline').count()) > 3);
    await editor.workbench.runCommand('Kafka Notes: Start a Trail…');
    await editor.workbench.answer('Flushing');
    await waitFor('the trail', async () => (await editor.workbench.statusBar()).some((item) => item.includes('1/')));
    await editor.keys.press('Control+F6');
    await waitFor('its second step', async () => (await editor.workbench.statusBar()).some((item) => item.includes('2/')));
  });

  it('tick off what is there, and only that', async () => {
    await editor.workbench.runCommand('Kafka Notes: First Steps');
    const done = editor.page.locator('.gettingStartedContainer .getting-started-step', {
      has: editor.page.locator('.codicon-getting-started-step-checked'),
    });
    await waitFor('three ticks', async () => (await done.count()) === 3);
    assert.isFalse((await done.allInnerTexts()).some((one) => one.includes('Find your way')));
  });
});
