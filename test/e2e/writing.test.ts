import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from 'chai';
import { disposeAfterwards, Editor } from './harness/editor';
import { lineOf } from './harness/source';
import { happensWithin, waitFor } from './harness/waiting';

const log = 'core/src/main/scala/kafka/log/Log.scala';

/** The keys of the commands. */
const keys = { addNote: 'A', copyAnchor: 'C', insertAnchor: 'I' } as const;

describe('writing about code, with the keyboard alone', () => {
  let editor: Editor;
  let mine: string;
  disposeAfterwards(() => editor);

  before(async () => {
    editor = await Editor.open();
    await editor.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    mine = join(editor.scratch.folder, 'mine');
    await mkdir(join(mine, 'older'), { recursive: true });
    await editor.openFile(log);
    // The keys work once the editor knows that this is Kafka's source.
    const isKnown = (item: string): boolean => item.includes('annotations');
    await waitFor('the annotations', async () => (await editor.workbench.statusBar()).some(isKnown));
  });

  async function press(command: keyof typeof keys): Promise<void> {
    await editor.keys.press('Control+Alt+K');
    await editor.keys.press(keys[command]);
  }

  /** Types into the list that is open, and takes its first entry once that has these words. */
  async function choose(typed: string, entry: string): Promise<void> {
    const first = editor.page.locator('.quick-input-list .monaco-list-row.focused').first();
    const box = editor.workbench.quickInput();
    await box.waitFor();
    await waitFor(`"${entry}" in front of the list`, async () => {
      // A list that follows another one begins with an empty box: what was typed before it came is lost.
      if ((await box.inputValue()) !== typed) await box.fill(typed);
      return (await first.allInnerTexts()).join().includes(entry);
    });
    await editor.keys.press('Enter');
  }

  async function save(): Promise<void> {
    await waitFor('the note to be saved', async () => {
      // What is pasted arrives a moment after the key, so a key pressed at once may save the text before it.
      await editor.keys.press('Control+S');
      return happensWithin(2, async () => (await editor.page.locator('.part.editor .tab.active.dirty').count()) === 0);
    });
  }

  const written = (name: string): Promise<string> => readFile(join(mine, name), 'utf8');

  it('begins a note of one’s own about the method at the cursor, beside the code, in a folder that is chosen once', async () => {
    await editor.openFile(log, lineOf(log, 'def appendAsFollower('), 8);
    await press('addNote');
    await choose('Choose another', 'Choose another folder…');
    await editor.workbench.answerFolder(mine, 'older');
    await choose('My log', 'New note: My log');
    await waitFor('the note', async () => (await editor.workbench.activeTab()) === 'my-log.md');
    await editor.workbench.textHasFocus();
    await editor.page.keyboard.type('What a follower does.');
    await save();
    await editor.screenshot('writing-new-note');
    assert.equal(
      await written('my-log.md'),
      '# My log\n\n## [`Log.appendAsFollower`](kafka:kafka.log.Log#appendAsFollower)\n\nWhat a follower does.\n',
    );
    const groups = editor.page.locator('.part.editor .editor-group-container');
    assert.equal(await groups.count(), 2, 'the code stays in sight');
  });

  it('marks the code of the new note at once', async () => {
    await editor.openFile(log, lineOf(log, 'def appendAsFollower('), 8);
    await waitFor('the note in the hover of its icon', async () =>
      (await editor.text.gutterIcons()).some(({ image }) => image.includes('subject-')),
    );
  });

  it('writes about a selected statement into a section, and asks for no folder again; undo takes all of it back', async () => {
    const before = await written('my-log.md');
    const line = lineOf(log, 'val appendInfo = analyzeAndValidateRecords(');
    await editor.openFile(log, line, 7);
    await editor.keys.press('Shift+End');
    await press('addNote');
    await choose('My log', 'My log');
    await choose('follower', 'Log.appendAsFollower');
    await waitFor('the note', async () => (await editor.workbench.activeTab()) === 'my-log.md');
    await editor.workbench.textHasFocus();
    await editor.page.keyboard.type('checks.');
    await save();
    await editor.screenshot('writing-statement');
    const statement = 'val appendInfo = analyzeAndValidateRecords(records, isFromClient = isFromClient)';
    const lines = (await written('my-log.md')).split('\n');
    assert.match(
      lines.at(-2) ?? '',
      /^\[`val appendInfo = .*`\]\(kafka:kafka\.log\.Log#append:~:text=val%20appendInfo.*\) checks\.$/,
    );
    assert.include(lines.at(-2) ?? '', statement.slice(0, 40));
    await waitFor('what was there before', async () => {
      await editor.keys.press('Control+Z');
      await save();
      return (await written('my-log.md')) === before;
    });
  });

  it('copies the anchor of the code at the cursor, which becomes a link where it is pasted', async () => {
    await editor.openFile(log, lineOf(log, 'def appendAsLeader('), 8);
    await press('copyAnchor');
    await waitFor('the answer', async () =>
      (await editor.workbench.statusBar()).some((item) => item.includes('kafka:kafka.log.Log#appendAsLeader')),
    );
    await writeFile(join(mine, 'pasted.md'), '# Pasted\n\n');
    await editor.workbench.openFile(join(mine, 'pasted.md'), 3);
    await editor.page.keyboard.press('Control+V');
    await save();
    await waitFor('the link', async () => {
      await save();
      return (await written('pasted.md')).includes('[`Log.appendAsLeader`](kafka:kafka.log.Log#appendAsLeader)');
    });
  });

  it('makes a link of a line of a stack trace that is pasted', async () => {
    await writeFile(join(mine, 'trace.md'), '\tat kafka.log.Log.roll(Log.scala:1)');
    await editor.workbench.openFile(join(mine, 'trace.md'));
    await editor.keys.press('Control+A');
    await editor.page.keyboard.press('Control+X');
    await editor.page.keyboard.press('Control+V');
    await waitFor('the link', async () => {
      await save();
      return (await written('trace.md')) === '[`Log.roll`](kafka:kafka.log.Log#roll)';
    });
  });

  it('proposes symbols in the destination of a link', async () => {
    await writeFile(join(mine, 'proposed.md'), '# Proposed\n\nsee ');
    await editor.workbench.openFile(join(mine, 'proposed.md'), 3, 5);
    await editor.page.keyboard.type('[the leader](kafka:repMan#appRec');
    const proposal = editor.page.locator('.suggest-widget .monaco-list-row').first();
    await waitFor('the proposals', async () => {
      if (!(await proposal.isVisible())) await editor.keys.press('Control+Space');
      return (await proposal.allInnerTexts()).join().includes('appendRecords');
    });
    await editor.screenshot('writing-proposals');
    await editor.keys.press('Enter');
    await waitFor('the anchor', async () => {
      await save();
      return (await written('proposed.md')).startsWith(
        '# Proposed\n\nsee [the leader](kafka:kafka.server.ReplicaManager#appendRecords',
      );
    });
  });

  it('inserts an anchor to a symbol that is chosen from a list, around the selected words', async () => {
    await writeFile(join(mine, 'inserted.md'), '# Inserted\n\nthe purgatory waits\n');
    await editor.workbench.openFile(join(mine, 'inserted.md'), 3, 5);
    await editor.keys.press('Control+Shift+ArrowRight');
    await press('insertAnchor');
    await choose('DelayedOperationPurgatory', 'DelayedOperationPurgatory');
    await waitFor('the link', async () => {
      await save();
      return (
        (await written('inserted.md')) === '# Inserted\n\nthe [purgatory](kafka:kafka.server.DelayedOperationPurgatory) waits\n'
      );
    });
  });
});
