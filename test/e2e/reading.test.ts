import { assert } from 'chai';
import { disposeAfterwards, Editor } from './harness/editor';
import { lineOf } from './harness/source';
import { happensWithin, waitFor } from './harness/waiting';

const fileRecords = 'clients/src/main/java/org/apache/kafka/common/record/FileRecords.java';
const socketServer = 'core/src/main/scala/kafka/network/SocketServer.scala';
const note = 'Zero copy: what a fetch really moves';

describe('reading Kafka beside its notes', () => {
  let editor: Editor;
  disposeAfterwards(() => editor);

  before(async () => {
    editor = await Editor.open({ theme: 'light' });
    await editor.workbench.openContainer('Kafka Notes');
  });

  /** The title of the note in the panel, and the section that is marked in it. */
  async function panelShows(text: string | RegExp): Promise<void> {
    const panel = await editor.workbench.panelFrame();
    await waitFor(`the panel to show ${String(text)}`, async () => {
      const said = await panel.locator('body').innerText();
      return typeof text === 'string' ? said.includes(text) : text.test(said);
    });
  }

  it('shows the outline with written and unwritten entries told apart', async () => {
    const rows = editor.workbench.rows('Outline');
    await waitFor('the outline', async () => (await rows.count()) > 8);
    const texts = await rows.allInnerTexts();
    assert.isTrue(
      texts.some((text) => /planned \(\d+\)/.test(text)),
      texts.join('; '),
    );
    assert.isTrue(
      texts.some((text) => text.includes('The producer') && !text.includes('planned')),
      texts.join('; '),
    );
  });

  it('opens a note from the outline, and the code from an anchor in it', async () => {
    await editor.workbench.rows('Outline').first().click();
    const entry = editor.workbench.pane('Outline').getByText('Zero copy').first();
    await waitFor('the entry', async () => {
      if (await entry.isVisible()) return true;
      await editor.workbench.pane('Outline').locator('.monaco-list').hover();
      await editor.page.mouse.wheel(0, 120);
      return false;
    });
    await entry.click();
    await panelShows(note);
    const panel = await editor.workbench.panelFrame();
    await panel.locator('h2 a', { hasText: 'FileRecords' }).first().click();
    await waitFor('the file', async () => (await editor.workbench.activeTab()) === 'FileRecords.java');
    const line = lineOf(fileRecords, 'public class FileRecords ');
    await waitFor(`the cursor in line ${line}`, async () => (await editor.workbench.cursor())?.line === line);
    await editor.screenshot('reading-note-light');
  });

  it('marks the declaration in the gutter and the overview ruler', async () => {
    await editor.openFile(fileRecords, lineOf(fileRecords, 'public class FileRecords '));
    const slice = lineOf(fileRecords, 'return new FileRecords(file, channel, this.start + position');
    const subject = lineOf(fileRecords, 'public class FileRecords ');
    const iconAt = async (line: number) => (await editor.text.gutterIcons()).find((icon) => icon.line === line)?.image;
    await waitFor('the icon of the class', async () => ((await iconAt(subject)) ?? '').includes('subject-'));
    await editor.workbench.goToLine(slice);
    await waitFor('the icon of the method', async () => (await iconAt(slice)) !== undefined);
    const blank = (await editor.text.gutterIcons()).filter(({ line }) => line === slice + 1);
    assert.deepEqual(blank, []);
    assert.isAbove(await editor.text.overviewRulerPixels(), 0);
    await editor.screenshot('gutter-light');
  });

  it("says the note's own text in a hover on the symbol", async () => {
    const line = lineOf(fileRecords, 'public class FileRecords ');
    await editor.openFile(fileRecords, line);
    const said = await editor.text.hover('FileRecords', line, /a range instead of bytes/);
    assert.include(said, 'FileChannel');
    await editor.screenshot('hover-light');
    await editor.page.keyboard.press('Escape');
  });

  it('follows the cursor to the section about its symbol, unless pinned', async () => {
    const run = lineOf(socketServer, 'private[kafka] class Acceptor(');
    await editor.openFile(socketServer, run);
    await panelShows(/Acceptor/);
    await editor.workbench.runCommand('Kafka Notes: Toggle Pin of the Note');
    await editor.openFile(fileRecords, lineOf(fileRecords, 'public class FileRecords '));
    const panel = await editor.workbench.panelFrame();
    const isGone = async () => !(await panel.locator('h1').first().innerText()).includes('The network layer');
    assert.isFalse(await happensWithin(2, isGone), 'the panel followed the cursor');
    await editor.workbench.runCommand('Kafka Notes: Toggle Pin of the Note');
    await editor.workbench.goToLine(lineOf(fileRecords, 'return new FileRecords(file, channel, this.start + position'));
    await panelShows(note);
  });

  it('walks the annotations of a file with the keys', async () => {
    await editor.openFile(socketServer, 1);
    await waitFor('the annotations', async () =>
      (await editor.workbench.statusBar()).some((text) => /\d+ annotations/.test(text)),
    );
    await editor.text.focus();
    await editor.workbench.goToLine(1);
    await editor.keys.press('Alt+F11');
    const first = await waitFor('the first annotation', async () => {
      const cursor = await editor.workbench.cursor();
      return cursor !== undefined && cursor.line > 1 && cursor.line;
    });
    await editor.keys.press('Alt+F11');
    await waitFor('the second annotation', async () => ((await editor.workbench.cursor())?.line ?? 0) > first);
    await editor.keys.press('Shift+Alt+F11');
    await waitFor('the first annotation', async () => (await editor.workbench.cursor())?.line === first);
    const icons = await editor.text.gutterIcons();
    assert.isTrue(
      icons.some(({ line }) => line === first),
      JSON.stringify(icons),
    );
  });
});
