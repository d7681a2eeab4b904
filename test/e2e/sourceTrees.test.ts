import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from 'chai';
import { disposeAfterwards, Editor } from './harness/editor';
import { packages, smallCheckout, smallJar } from './harness/smallKafka';
import { lineOf } from './harness/source';
import { waitFor } from './harness/waiting';

const segment = 'kafka/log/LogSegment.scala';
const log = 'kafka/log/Log.scala';
/** What a note is about in each of the files. */
const subjects = { [segment]: 'def append(largestOffset: Long', [log]: 'private def recoverLog()' } as const;

describe('where Kafka lies', () => {
  let editor: Editor;
  disposeAfterwards(() => editor);

  before(async () => {
    editor = await Editor.open({
      folder: async (scratch) => {
        await smallCheckout(join(scratch.folder, 'parent', 'kafka'));
        return scratch.write('parent', { 'notes.txt': 'Not a source.' });
      },
    });
  });

  /** Opens a file of a tree and waits for the icon of the method that a note is about. */
  async function isAnnotated(folder: string, file: keyof typeof subjects = segment): Promise<void> {
    const line = lineOf(join(packages, file), subjects[file]);
    await editor.workbench.openFile(join(folder, file), line);
    await waitFor('the icon', async () =>
      (await editor.text.gutterIcons()).some((icon) => icon.line === line && icon.image.includes('subject-')),
    );
  }

  async function statusSays(text: RegExp): Promise<void> {
    await waitFor(`${String(text)} in the status bar`, async () =>
      (await editor.workbench.statusBar()).some((item) => text.test(item)),
    );
  }

  it('may be below the folder that is open', async () => {
    await isAnnotated(join(editor.scratch.folder, 'parent', 'kafka', packages));
    await statusSays(/Kafka 2\.2\.0 · \d+ annotations/);
  });

  it('may be above the folder that is open', async () => {
    const folder = join(editor.scratch.folder, 'parent', 'kafka', 'core', 'src');
    await editor.openFolder(folder);
    await isAnnotated(join(editor.scratch.folder, 'parent', 'kafka', packages));
    await statusSays(/Kafka 2\.2\.0/);
  });

  it('may be an unpacked source jar', async () => {
    const folder = await smallJar(join(editor.scratch.folder, 'kafka_2.12-2.2.0-sources'));
    await editor.openFolder(folder);
    await isAnnotated(folder);
    await statusSays(/Kafka 2\.2\.0/);
  });

  it('may be there twice: the status bar says which one the file in front is of', async () => {
    const [old, young] = [join(editor.scratch.folder, 'old'), join(editor.scratch.folder, 'young')];
    await smallCheckout(old, '2.2.0');
    await smallCheckout(young, '2.3.1');
    const workspace = join(editor.scratch.folder, 'two.code-workspace');
    await writeFile(workspace, JSON.stringify({ folders: [{ path: old }, { path: young }] }));
    await editor.openFolder(workspace);
    await isAnnotated(join(old, packages));
    await statusSays(/Kafka 2\.2\.0 \(old\) · \d+ annotations/);
    await isAnnotated(join(young, packages), log);
    await statusSays(/Kafka 2\.3\.1 \(young\) · \d+ annotations/);
    await isAnnotated(join(old, packages));
    await statusSays(/Kafka 2\.2\.0 \(old\) · \d+ annotations/);
  });

  it('may be nowhere: nothing is marked, and the panel says how to get it', async () => {
    const folder = await editor.scratch.write('other', { 'Log.scala': 'package kafka.log\nclass Log\n' });
    await editor.openFolder(folder);
    await editor.workbench.openFile(join(folder, 'Log.scala'), 2);
    await editor.workbench.openContainer('Kafka Notes');
    const panel = await editor.workbench.panelFrame();
    await panel.locator('button', { hasText: 'Get Kafka Source…' }).waitFor();
    await panel.locator('button', { hasText: 'Choose Source Folder…' }).waitFor();
    await waitFor('the outline', async () => (await editor.workbench.rows('Outline').count()) > 3);
    assert.deepEqual(await editor.text.gutterIcons(), []);
    assert.isFalse((await editor.workbench.statusBar()).some((item) => item.includes('Kafka')));
    assert.deepEqual(await editor.workbench.notifications(), []);
    await editor.screenshot('no-kafka');
  });
});
