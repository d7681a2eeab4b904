import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { disposeAfterwards, Editor } from './harness/editor';
import { lineOf } from './harness/source';
import { atRest, waitFor } from './harness/waiting';

const segment = 'core/src/main/scala/kafka/log/LogSegment.scala';

/** The default key of a command, as Playwright's parts: `ctrl+alt+k n` is two. */
function keysOf(command: string): string[] {
  const manifest = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as {
    contributes: { keybindings: { command: string; key: string }[] };
  };
  const found = manifest.contributes.keybindings.find((one) => one.command === command);
  if (found === undefined) throw new Error(`${command} has no key.`);
  const names: Record<string, string> = {
    ctrl: 'Control',
    alt: 'Alt',
    shift: 'Shift',
    left: 'ArrowLeft',
    right: 'ArrowRight',
    enter: 'Enter',
  };
  return found.key.split(' ').map((part) =>
    part
      .split('+')
      .map((key) => names[key] ?? (/^f\d+$/.test(key) ? key.toUpperCase() : key))
      .join('+'),
  );
}

describe('with the keyboard alone', () => {
  let editor: Editor;
  disposeAfterwards(() => editor);
  before(async () => {
    editor = await Editor.open({ size: { width: 1366, height: 768 } });
    await editor.openFile(segment, 1);
    await waitFor('the annotations', async () => (await editor.text.overviewRulerPixels('5cb3ff')) > 0);
  });

  async function type(command: string): Promise<void> {
    await editor.keys.press(...keysOf(command));
  }

  async function cursorIn(line: number): Promise<void> {
    await waitFor(`the cursor in line ${line}`, async () => (await editor.workbench.cursor())?.line === line);
  }

  async function panelSays(text: string): Promise<void> {
    const panel = await editor.workbench.panelFrame();
    await waitFor(`"${text}" in view`, () =>
      panel.evaluate(
        (wanted) =>
          [...document.querySelectorAll('h1, h2, h3')].some((heading) => {
            const { top } = heading.getBoundingClientRect();
            return heading.textContent.includes(wanted) && top >= 0 && top < window.innerHeight;
          }),
        text,
      ),
    );
  }

  it('opens the note at the cursor', async () => {
    await editor.workbench.goToLine(lineOf(segment, 'def flush() {'));
    await type('kafkaNotes.openNoteAtCursor');
    await panelSays('Four files: LogSegment.flush');
  });

  /** The element of the note's page that has the focus: its tag, and its text where that is short. */
  async function focusInNote(): Promise<string> {
    const panel = await editor.workbench.panelFrame();
    return panel.evaluate(() => {
      const { activeElement: one } = document;
      return document.hasFocus() ? `${one?.tagName.toLowerCase() ?? ''}.${one?.className ?? ''}` : 'elsewhere';
    });
  }

  async function textFirstLine(): Promise<string> {
    return (await editor.text.element.locator('.line-numbers').allInnerTexts()).join();
  }

  it('goes into the text of the note and back to the same place, by the chord and by Escape', async () => {
    const panel = await editor.workbench.panelFrame();
    // The place on the screen of the first heading that begins there: the line above the note may change its height, and the text stays.
    const placed = () =>
      panel.evaluate(async () => {
        // A slow machine draws no frame for a while, between which a text that glides seems to stand.
        for (let frames = 0; frames < 3; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
        const tops = [...document.querySelectorAll('article :is(h1, h2, h3, h4)')].map((one) => one.getBoundingClientRect().top);
        return Math.round(tops.find((top) => top >= 0) ?? tops.at(-1) ?? 0);
      });
    const scrolled = () => panel.evaluate(() => document.querySelector('main')?.scrollTop ?? 0);
    const [cursor, lines] = [await editor.workbench.cursor(), await textFirstLine()];
    for (const back of ['chord', 'Escape']) {
      const before = await atRest('the note', placed);
      await type('kafkaNotes.noteAndCode');
      await waitFor('the text to have the focus', async () => (await focusInNote()) === 'main.');
      assert.equal(await placed(), before, 'nothing scrolls');
      const top = await scrolled();
      await editor.page.keyboard.press('PageDown');
      await waitFor('it to scroll', async () => (await scrolled()) > top);
      if (back === 'chord') await type('kafkaNotes.noteAndCode');
      else await editor.page.keyboard.press('Escape');
      await editor.workbench.textHasFocus();
      assert.equal(await focusInNote(), 'elsewhere');
      assert.deepEqual(await editor.workbench.cursor(), cursor);
      assert.equal(await textFirstLine(), lines);
    }
  });

  it('reaches by Tab what is seen in the note, and from there the line above', async () => {
    const panel = await editor.workbench.panelFrame();
    await type('kafkaNotes.noteAndCode');
    await waitFor('the text to have the focus', async () => (await focusInNote()) === 'main.');
    await editor.page.keyboard.press('Tab');
    await waitFor('a link', async () => !['main.', 'elsewhere'].includes(await focusInNote()));
    const isSeen = await panel.evaluate(() => {
      const [place, view] = [
        document.activeElement?.getBoundingClientRect(),
        document.querySelector('main')?.getBoundingClientRect(),
      ];
      return place !== undefined && view !== undefined && place.bottom > view.top && place.top < view.bottom;
    });
    assert.isTrue(isSeen);
    await editor.screenshot('keyboard-in-note');
    await editor.page.keyboard.press('Shift+Tab');
    await waitFor('the line above', () => panel.evaluate(() => document.activeElement?.closest('nav.sections') !== null));
    // The list of the sections closes first.
    await editor.page.keyboard.press('ArrowDown');
    await panel.locator('#section-list').waitFor();
    await editor.page.keyboard.press('Escape');
    await panel.locator('#section-list').waitFor({ state: 'hidden' });
    await editor.page.keyboard.press('Escape');
    await editor.workbench.textHasFocus();
  });

  it('goes into a tab with the note, and back', async () => {
    const cursor = await editor.workbench.cursor();
    await editor.workbench.runCommand('Kafka Notes: Open Note to the Side');
    const tab = await editor.workbench.webview('kafka-notes.kafka-notes', 'tab');
    await tab.locator('main').waitFor();
    await editor.workbench.runCommand('View: Focus First Editor Group');
    await editor.workbench.textHasFocus();
    await type('kafkaNotes.noteAndCode');
    await waitFor('the text to have the focus', () =>
      tab.evaluate(() => document.hasFocus() && document.activeElement?.tagName === 'MAIN'),
    );
    await type('kafkaNotes.noteAndCode');
    await editor.workbench.textHasFocus();
    assert.deepEqual(await editor.workbench.cursor(), cursor);
    await type('kafkaNotes.noteAndCode');
    await waitFor('the tab', () => tab.evaluate(() => document.hasFocus()));
    await editor.page.keyboard.press('Escape');
    await editor.workbench.textHasFocus();
    await type('kafkaNotes.noteAndCode');
    await waitFor('the tab', () => tab.evaluate(() => document.hasFocus()));
    await editor.workbench.runCommand('View: Close Editor');
    await editor.workbench.textHasFocus();
  });

  it('goes back to the code of the section that the panel shows', async () => {
    await editor.workbench.goToLine(1);
    await type('kafkaNotes.goToCode');
    await cursorIn(lineOf(segment, 'def flush() {'));
  });

  it('walks from annotation to annotation, around the end of the file, and back', async () => {
    await editor.workbench.goToLine(1);
    const visited: number[] = [];
    for (;;) {
      const before = (await editor.workbench.cursor())?.line;
      await type('kafkaNotes.nextAnnotation');
      const line = await waitFor('another line', async () => {
        const now = (await editor.workbench.cursor())?.line;
        return now !== before && now;
      });
      if (visited.includes(line)) break;
      visited.push(line);
      assert.include(
        (await editor.text.gutterIcons()).map((icon) => icon.line),
        line,
        'an icon stands where it stops',
      );
    }
    assert.deepEqual(
      visited,
      [...visited].sort((a, b) => a - b),
    );
    assert.include(visited, lineOf(segment, 'def flush() {'));
    await type('kafkaNotes.previousAnnotation');
    await cursorIn(visited.at(-1) ?? 0);
  });

  it('shows the outline and opens an entry of it', async () => {
    await type('kafkaNotes.showOutline');
    await waitFor('the outline', async () => (await editor.workbench.rows('Outline').count()) > 3);
    await editor.page.locator('.pane .monaco-list:focus-within').first().waitFor();
    await editor.page.keyboard.press('Home');
    const focused = editor.workbench.pane('Outline').locator('.monaco-list-row.focused');
    for (let step = 0; step < 60; step++) {
      if ((await focused.first().innerText()).includes('The producer')) break;
      await editor.page.keyboard.press('ArrowDown');
    }
    await editor.page.keyboard.press('Enter');
    await panelSays('The producer: from send() to the acknowledgement');
  });

  it('finds all commands in the palette', async () => {
    await editor.keys.press('F1');
    const rows = editor.page.locator('.quick-input-list .monaco-list-row');
    for (const title of [
      'Open Note at Cursor',
      'Next Annotation in File',
      'Previous Annotation in File',
      'Go to Code',
      'Show Outline',
      'Get Kafka Source…',
      'Choose Source Folder…',
      'Reload Notes',
      'Start a Trail…',
      'Export Reading Progress…',
      'Import Reading Progress…',
      'Reset Reading Progress',
    ]) {
      await editor.workbench.quickInput().fill(`>Kafka Notes: ${title}`);
      await waitFor(title, async () => (await rows.allInnerTexts()).some((said) => said.includes(title)));
    }
    await editor.page.keyboard.press('Escape');
  });

  it('opens the note of a line from the menu of its number', async () => {
    const line = lineOf(segment, 'def flush() {');
    await editor.openFile(segment, line);
    const number = editor.text.element.locator('.margin-view-overlays .line-numbers', { hasText: new RegExp(`^${line}$`) });
    await number.click({ button: 'right' });
    const item = editor.page.locator('.context-view .action-item', { hasText: 'Open Note at Cursor' }).first();
    await item.click();
    await panelSays('Four files: LogSegment.flush');
  });
});
