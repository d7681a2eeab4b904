import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from 'chai';
import { Editor, keepEvidenceOfFailures } from './harness/editor';
import { Scratch } from './harness/scratch';
import { waitFor } from './harness/waiting';

describe('the first steps, in a folder that has nothing to do with Kafka', () => {
  let scratch: Scratch;
  let editor: Editor;
  keepEvidenceOfFailures(() => editor);
  before(async () => {
    scratch = await Scratch.create();
    for (const folder of ['plain', 'mine', 'mine/older']) await mkdir(join(scratch.folder, folder));
    await writeFile(join(scratch.folder, 'plain', 'here.txt'), 'nothing of Kafka\n');
    editor = await Editor.open({ folder: join(scratch.folder, 'plain'), theme: 'light' });
    await editor.workbench.openContainer('Kafka Notes');
    await waitFor('the outline', async () => (await editor.workbench.rows('Outline').count()) > 3);
    await editor.workbench.runCommand('Kafka Notes: First Steps');
    await step("Get Kafka's source").waitFor();
  });
  after(async () => {
    await editor.dispose();
    await scratch.remove();
  });

  function step(title: string) {
    return editor.page.locator('.gettingStartedContainer .getting-started-step', { hasText: title }).first();
  }

  /** Opens a step and presses one of its buttons, by the keyboard, until that has an effect: while the page slides it has none. */
  async function press(title: string, button: string, hasEffect: () => Promise<boolean>): Promise<void> {
    const one = step(title);
    const wanted = one.locator('.monaco-button', { hasText: button }).first();
    await waitFor(`what "${button}" does`, async () => {
      await editor.workbench.runCommand('Kafka Notes: First Steps');
      const key = { timeout: 3000 };
      const press = async (): Promise<void> => {
        if (!(await one.getAttribute('class', key))?.includes('expanded')) await one.press('Enter', key);
        await wanted.press('Enter', key);
      };
      await press().catch(() => undefined);
      return waitFor('an effect', hasEffect, 4).catch(() => false);
    });
  }

  /** Whether the editor asks for something under this title: not its command palette, which has none. */
  function asks(title: string): () => Promise<boolean> {
    const shown = editor.page.locator('.quick-input-widget .quick-input-title').first();
    return async () => (await editor.workbench.quickInput().isVisible()) && (await shown.innerText()).includes(title);
  }

  async function leave(): Promise<void> {
    await editor.page.keyboard.press('Escape');
    await waitFor('it to close', async () => !(await editor.workbench.quickInput().isVisible()));
  }

  it('show a picture of each, in the colours of the theme', async () => {
    const titles = ["Get Kafka's source", 'Walk your first trail', 'Find your way', 'Write a note'];
    for (const [index, title] of titles.entries()) {
      const one = step(title);
      await waitFor(title, async () => {
        if (!(await one.getAttribute('class'))?.includes('expanded')) await one.press('Enter');
        return (await one.getAttribute('class'))?.includes('expanded');
      });
      await editor.page.waitForTimeout(700);
      await editor.screenshot(`first-steps-${index + 1}`);
    }
  });

  it('lead to the source', async () => {
    await press("Get Kafka's source", 'Get Kafka Source…', asks("Get Kafka 2.2.0's source"));
    await leave();
  });

  it('lead to a trail', async () => {
    await press('Walk your first trail', 'Start a Trail…', asks('Start Trail'));
    await leave();
  });

  it('lead to the outline and the search', async () => {
    await press('Find your way', 'Search Notes…', asks('Search Notes and Code'));
    await leave();
    await press('Find your way', 'Show Outline', () =>
      editor.workbench.pane('Outline').locator('.monaco-list:focus-within').first().isVisible(),
    );
    await waitFor(
      'the step to be done',
      async () => (await step('Find your way').locator('.codicon-getting-started-step-checked').count()) > 0,
    );
  });

  /** Answers the editor's own dialog for folders. */
  async function answerFolder(folder: string): Promise<void> {
    const [input, rows] = [editor.workbench.quickInput(), editor.page.locator('.quick-input-list .monaco-list-row')];
    await waitFor('the dialog', async () => (await input.inputValue()).startsWith('/'));
    await waitFor('its first folder', async () => (await rows.allInnerTexts()).some((row) => row.trim() === '..'));
    const lists = async (): Promise<boolean> =>
      (await input.inputValue()) === `${folder}/` && (await rows.allInnerTexts()).some((row) => row.trim() === 'older');
    await waitFor('it to close', async () => {
      if (!(await input.isVisible())) return true;
      // Typed anew where Enter had no effect or went into a folder of the list; to the input, for the page behind takes the focus.
      await input.fill(`${folder}/`);
      if (!(await waitFor('its folder', lists, 4).catch(() => false))) return false;
      await input.press('Enter');
      return waitFor('an effect', async () => !(await input.isVisible()), 2).catch(() => false);
    });
  }

  it('begin a folder of notes, with an anchor that Kafka has', async () => {
    const mine = join(scratch.folder, 'mine');
    await press('Write a note', 'Write Notes of Your Own…', async () => {
      const input = editor.workbench.quickInput();
      return (await input.isVisible()) && (await input.inputValue()).startsWith('/');
    });
    await answerFolder(mine);
    await waitFor('the note', async () => (await editor.workbench.activeTab()) === 'first-note.md');
    assert.include(await readFile(join(mine, 'first-note.md'), 'utf8'), '(kafka:kafka.Kafka$#main)');
    assert.include(await readFile(join(mine, 'README.md'), 'utf8'), '- [x] [My first note](first-note.md)');
    await waitFor('the folder in the outline', async () =>
      (await editor.workbench.rows('Outline').allInnerTexts()).some((row) => row.includes('My notes on Kafka')),
    );
    await editor.screenshot('first-note');
  });

  it('write over nothing', async () => {
    const [mine, text] = [join(scratch.folder, 'mine'), '# What I wrote\n'];
    await writeFile(join(mine, 'first-note.md'), text);
    await editor.workbench.runCommand('Kafka Notes: Write Notes of Your Own…');
    await answerFolder(mine);
    await waitFor('what is there', async () => (await editor.workbench.activeTab()) === 'README.md');
    assert.equal(await readFile(join(mine, 'first-note.md'), 'utf8'), text);
    assert.isEmpty(await editor.workbench.notifications());
  });

  it('go on where a folder of the settings has no notes', async () => {
    const empty = join(scratch.folder, 'mine', 'older');
    await rm(join(scratch.folder, 'mine', 'README.md'));
    await rm(join(scratch.folder, 'mine', 'first-note.md'));
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
