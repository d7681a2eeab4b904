import { chmod, mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from 'chai';
import { disposeAfterwards, Editor } from './harness/editor';
import type { Scratch } from './harness/scratch';
import { packages, smallCheckout } from './harness/smallKafka';
import { lineOf } from './harness/source';
import { happensWithin, waitFor } from './harness/waiting';

const segment = join(packages, 'kafka/log/LogSegment.scala');

/** A note that shows four lines of a method. */
const shown = `# What is shown

\`\`\`kafka
kafka.log.LogSegment#append:~:text=if%20(records.sizeInBytes,rollingBasedTimestamp
\`\`\`
`;

describe('source that is hard to read', () => {
  let editor: Editor;
  // Nobody could remove what is locked.
  after(() => chmod(join(editor.folder, packages, 'kafka', 'locked'), 0o755));
  disposeAfterwards(() => editor);

  before(async () => {
    editor = await Editor.open({ folder: makeSource, writable: true, notes: { 'shown.md': shown } });
  });

  async function makeSource(scratch: Scratch): Promise<string> {
    const folder = await smallCheckout(join(scratch.folder, 'kafka'));
    const at = (name: string) => join(folder, packages, 'kafka', name);
    await writeFile(at('Empty.scala'), '');
    await writeFile(at('Binary.scala'), Buffer.from([0, 1, 2, 255, 254, 0, 10, 0]));
    await writeFile(at('Latin.scala'), Buffer.from('\u00e9\u00e8 '.repeat(99), 'latin1'));
    await writeFile(at('Huge.scala'), 'class Huge\n');
    await truncate(at('Huge.scala'), 50_000_000);
    await symlink(folder, at('loop'));
    await mkdir(at('locked'));
    await writeFile(join(at('locked'), 'Locked.scala'), 'class Locked\n');
    // Root, who runs CI's containers, can read this folder all the same: it must do no harm either way.
    await chmod(at('locked'), 0);
    return folder;
  }

  async function iconAt(line: number): Promise<void> {
    await waitFor(`the icon in line ${line}`, async () =>
      (await editor.text.gutterIcons()).some((icon) => icon.line === line && icon.image.includes('subject-')),
    );
  }

  it('does no harm to the rest, and the status bar counts what cannot be read', async () => {
    const line = lineOf(segment, 'def append(largestOffset: Long');
    await editor.openFile(segment, line);
    await iconAt(line);
    const status = editor.page.locator('.part.statusbar .statusbar-item', { hasText: 'Kafka 2.2.0' });
    const hover = editor.page.locator('.monaco-hover', { hasText: 'files indexed' });
    // No percentage stands there before reading begins either, and an open hover keeps what it was opened with.
    await waitFor('the count of files that cannot be read', async () => {
      await editor.page.mouse.move(0, 0);
      await hover.waitFor({ state: 'hidden' });
      await status.hover();
      await hover.waitFor();
      return /[34] files cannot be read: see the log/.test(await hover.innerText());
    });
    assert.deepEqual(await editor.workbench.notifications(), []);
  });

  it('may be opened all the same', async () => {
    for (const [name, status] of [
      ['Empty.scala', 'no annotations'],
      ['Latin.scala', 'file not indexed'],
    ] as const) {
      await editor.openFile(join(packages, 'kafka', name));
      await waitFor('the status', async () => (await editor.workbench.statusBar()).some((item) => item.includes(status)));
      assert.deepEqual(await editor.text.gutterIcons(), []);
    }
    assert.deepEqual(await editor.workbench.notifications(), []);
  });

  it('moves an icon with its symbol while somebody types above it', async () => {
    const line = lineOf(segment, 'def append(largestOffset: Long');
    await editor.openFile(segment, line - 14);
    await iconAt(line);
    await editor.page.keyboard.press('End');
    await editor.page.keyboard.type('\n\n');
    await waitFor('the cursor two lines below', async () => (await editor.workbench.cursor())?.line === line - 12);
    await iconAt(line + 2);
    assert.notInclude(
      (await editor.text.gutterIcons()).map((icon) => icon.line),
      line,
    );
    await waitFor('the lines to be gone again', async () => {
      if ((await editor.workbench.cursor())?.line === line - 14) return true;
      await editor.keys.press('Control+Z');
      return happensWithin(2, async () => (await editor.workbench.cursor())?.line === line - 14);
    });
    await iconAt(line);
  });

  it('loses its icon when its name changes, and gets it back', async () => {
    const line = lineOf(segment, 'def append(largestOffset: Long');
    await editor.openFile(segment, line, 'def append'.length + 3);
    await iconAt(line);
    await editor.page.keyboard.type('Q');
    await waitFor('the icon to go', async () => !(await editor.text.gutterIcons()).some((icon) => icon.line === line));
    await editor.page.keyboard.press('Backspace');
    await iconAt(line);
  });

  it('is shown in a note as it is typed, before it is saved, and at the right lines', async () => {
    await editor.workbench.openContainer('Kafka Notes');
    await editor.workbench.runCommand('Kafka Notes: Search Notes and Code…');
    await editor.workbench.answer('What is shown');
    const panel = await editor.workbench.panelFrame();
    const excerpt = panel.locator('.excerpt');
    const line = lineOf(segment, 'if (records.sizeInBytes > 0)');
    const lines = async () =>
      /:(\d+)–(\d+)$/
        .exec((await excerpt.locator('figcaption a').allInnerTexts()).join())
        ?.slice(1)
        .map(Number);
    const before = await waitFor('the code', async () => {
      const found = await lines();
      return found?.[0] === line ? found : undefined;
    });
    const code = () => excerpt.locator('pre code').innerText();
    const unchanged = await code();
    await editor.openFile(segment, line, 200);
    await editor.workbench.textHasFocus();
    await editor.page.keyboard.type(' // typed just now');
    await waitFor('what was typed', async () => (await code()).includes('// typed just now'));
    assert.deepEqual(await lines(), before);
    await editor.workbench.goToLine(line - 1, 200);
    await editor.page.keyboard.press('End');
    await editor.page.keyboard.type('\n\n');
    await waitFor('the lines below', async () => (await lines())?.[0] === line + 2);
    assert.include(await code(), '// typed just now');
    await editor.workbench.runCommand('File: Revert File');
    await waitFor('the code as it was', async () => (await code()) === unchanged && (await lines())?.[0] === line);
  });

  it('may be deleted while it is open', async () => {
    await editor.openFile(segment, lineOf(segment, 'def append(largestOffset: Long'));
    await rm(join(editor.folder, segment));
    await editor.page.locator('.tab', { hasText: 'LogSegment.scala' }).locator('.label-name').first().waitFor();
    const other = join(packages, 'kafka/log/Log.scala');
    const line = lineOf(other, 'private def recoverLog()');
    await editor.openFile(other, line);
    await iconAt(line);
    assert.deepEqual(await editor.workbench.notifications(), []);
  });
});
