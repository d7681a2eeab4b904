import { join } from 'node:path';
import { assert } from 'chai';
import { disposeAfterwards, Editor } from './harness/editor';
import type { Scratch } from './harness/scratch';
import { packages, smallCheckout } from './harness/smallKafka';
import { lineOf } from './harness/source';
import { waitFor } from './harness/waiting';

const segment = join(packages, 'kafka/log/LogSegment.scala');
const method = 'def append(largestOffset: Long';
const line = lineOf(segment, method);
const appended = lineOf(segment, 'val appendedBytes = log.append(records)');

/** A fresh clone whose own settings name a folder of notes, and a reader who has not said that its authors are trusted. */
describe('a folder that the reader does not trust', () => {
  let editor: Editor;
  disposeAfterwards(() => editor);
  before(async () => {
    const folder = async (scratch: Scratch): Promise<string> => {
      await scratch.write('kafka', {
        'theirs/note.md': '# Theirs\n\nOf [append](kafka:kafka.log.LogSegment#append).\n',
        '.vscode/settings.json': JSON.stringify({ 'kafkaNotes.notesFolders': ['theirs'] }),
      });
      return smallCheckout(join(scratch.folder, 'kafka'));
    };
    editor = await Editor.open({ folder, asksForTrust: true, size: { width: 1400, height: 2200 } });
    await editor.workbench.openContainer('Kafka Notes');
  });

  const titles = () => editor.workbench.rows('Outline').allInnerTexts();

  it('has the notes beside the code: gutter, hover and panel', async () => {
    await editor.openFile(segment, line, 10);
    await waitFor('the icon', async () =>
      (await editor.text.gutterIcons()).some((icon) => icon.line === line && icon.image.includes('subject-')),
    );
    const panel = await editor.workbench.panelFrame();
    await panel.locator('h2, h3', { hasText: 'LogSegment.append' }).first().waitFor();
    assert.include(await editor.text.hover('append', line, /Flushing to disk/), 'Mark as read');
    await editor.screenshot('restricted');
  });

  it('has a trail', async () => {
    await editor.workbench.runCommand('Kafka Notes: Start a Trail…');
    await editor.workbench.answer('Flushing');
    const says = (text: string) => async () => (await editor.workbench.statusBar()).some((item) => item.includes(text));
    await waitFor('its first step', says('1/'));
    await editor.keys.press('Control+F6');
    await waitFor('its second step', says('2/'));
    await waitFor('the code', async () => (await editor.workbench.cursor())?.line === appended);
    assert.isEmpty(await editor.workbench.notifications());
  });

  it('is not asked for folders, before it is trusted', async () => {
    await editor.workbench.runCommand('Kafka Notes: Reload Notes');
    await waitFor('the outline', async () => (await titles()).some((title) => title.includes('Flushing')));
    assert.isFalse((await titles()).some((title) => /theirs/i.test(title)));
    await editor.workbench.runCommand('Workspaces: Manage Workspace Trust');
    await editor.page.locator('.workspace-trust-editor .monaco-button', { hasText: 'Trust' }).first().click();
    await waitFor('their notes', async () => (await titles()).some((title) => /theirs/i.test(title)));
  });
});
