import { assert } from 'chai';
import { disposeAfterwards, Editor } from './harness/editor';
import { lineOf } from './harness/source';
import { waitFor } from './harness/waiting';

const timer = 'core/src/main/scala/kafka/utils/timer/TimingWheel.scala';
const first = `# First

## Way of a timer

1. [advanceClock](kafka:kafka.utils.timer.TimingWheel#advanceClock) turns the wheel.
2. [nothing](kafka:kafka.utils.timer.TimingWheel#noSuchMember) is missing.
   1. [log](kafka:kafka.log.Log#append:~:text=segment.append%28largestOffset) appends.
3. [many](kafka:kafka.log.Log#flush) fit.

## Way of a timer

1. [close](kafka:kafka.log.Log#close) is a way beside it.

## Turning: [advanceClock](kafka:kafka.utils.timer.TimingWheel#advanceClock)

It turns.
`;
const second = `# Second

## It goes on: [add](kafka:kafka.utils.timer.TimingWheel#add)

Words.
`;
const outline = '# My notes\n\n## All\n\n- [x] [First](z.md)\n- [x] [Second](a.md)\n';

describe('a trail through notes of one’s own, with doubtful steps', () => {
  let editor: Editor;
  disposeAfterwards(() => editor);
  before(async () => {
    editor = await Editor.open({ notes: { 'z.md': first, 'a.md': second, 'README.md': outline }, theme: 'high contrast' });
    await editor.workbench.openContainer('Kafka Notes');
    await editor.openFile(timer, lineOf(timer, 'def advanceClock('), 10);
    await waitFor('the marks', async () => (await editor.text.gutterIcons()).length > 0);
  });

  async function status(text: RegExp): Promise<void> {
    const item = editor.page.locator('.part.statusbar .statusbar-item[id$="kafkaNotes.trail"]');
    await waitFor(String(text), async () =>
      text.test(await item.evaluateAll((elements) => elements.map((one) => one.getAttribute('aria-label')).join())),
    );
  }

  async function place(): Promise<string> {
    return `${await editor.workbench.activeTab()}:${(await editor.workbench.cursor())?.line}`;
  }

  it('is offered by the hover, with its step and whether the section is read', async () => {
    const said = await editor.text.hover(
      'advanceClock',
      lineOf(timer, 'def advanceClock('),
      /Step 1 of 4 of the trail “Way of a timer”/,
    );
    assert.include(said, 'Mark as read');
    await editor.screenshot('trail-hover');
    await editor.page.locator('.monaco-hover a', { hasText: 'Step 1 of 4' }).first().click();
    await status(/First › Way of a timer: step 1 of 4, advanceClock/);
  });

  it('says that a step’s code is missing or ambiguous, shows its words, and jumps nowhere', async () => {
    await waitFor('the code', async () => (await place()) === `TimingWheel.scala:${lineOf(timer, 'def advanceClock(')}`);
    const before = await place();
    await editor.keys.press('Control+F6');
    await status(/step 2 of 4, nothing.*Missing: this source has no such symbol/);
    const panel = await editor.workbench.panelFrame();
    await panel.locator('a.step', { hasText: 'nothing' }).waitFor();
    await editor.screenshot('trail-missing');
    assert.equal(await place(), before);
    await editor.keys.press('Control+F6');
    await waitFor('the code', async () => (await place()).startsWith('Log.scala:'));
    const log = await place();
    await editor.keys.press('Control+F6');
    await status(/step 4 of 4, many.*Ambiguous: \d+ symbols fit/);
    await panel.locator('a.step', { hasText: 'many' }).waitFor();
    assert.equal(await place(), log);
    assert.isEmpty(await editor.workbench.notifications());
  });

  it('goes on with the note that comes next in the outline', async () => {
    await editor.keys.press('Control+F6');
    await status(/Second: step 1 of 1, add/);
    await waitFor('the code', async () => (await place()) === `TimingWheel.scala:${lineOf(timer, 'def add(')}`);
    await editor.keys.press('Control+Shift+F6');
    await status(/First › Way of a timer: step 4 of 4/);
  });

  it('stays at its anchor when the note is edited', async () => {
    await editor.keys.press('Control+Shift+F6');
    await status(/step 3 of 4, log/);
    const more = first.replace('1. [adv', '1. [the wheel](kafka:kafka.utils.timer.TimingWheel) is round.\n1. [adv');
    await editor.scratch.write('notes', { 'z.md': more });
    await status(/First › Way of a timer: step 4 of 5, log/);
    await editor.scratch.write('notes', { 'z.md': more.replace('## Way of a timer', '## Another name') });
    await status(/First › Another name: step 4 of 5, log/);
    await editor.scratch.write('notes', { 'z.md': first });
    await status(/First › Way of a timer: step 3 of 4, log/);
  });

  it('says that its step is gone, and goes to the nearest one', async () => {
    await editor.scratch.write('notes', { 'z.md': first.replace(/ {3}1\. \[log\].*\n/, '') });
    await status(/step 2 of 3, nothing/);
    await waitFor('the words', async () => (await editor.workbench.statusBar()).some((one) => one.includes('“log” is gone')));
  });

  it('says that the whole trail is gone, and finds it again when it is back', async () => {
    await editor.scratch.write('notes', { 'z.md': '# First\n\nNothing.\n' });
    await status(/First › Way of a timer: this trail is gone/);
    await editor.screenshot('trail-gone');
    await editor.keys.press('Control+Alt+K', 't');
    await waitFor('the menu', () => editor.workbench.quickInput().isVisible());
    await editor.keys.press('Escape');
    await editor.scratch.write('notes', { 'z.md': first });
    await status(/First › Way of a timer: step 2 of 4, nothing/);
  });

  it('has trails of one name in one note, each with a place of its own', async () => {
    await editor.workbench.runCommand('Kafka Notes: Start a Trail…');
    await editor.workbench.answer('Way of a timer (2)');
    await status(/First › Way of a timer \(2\): step 1 of 1, close/);
    await editor.keys.press('Control+F6');
    await waitFor('an answer', async () => (await editor.workbench.statusBar()).some((one) => one.includes('trail ends here')));
    await editor.workbench.runCommand('Kafka Notes: Start a Trail…');
    await editor.workbench.answer('Way of a timer');
    await status(/First › Way of a timer: step 2 of 4, nothing/);
  });
});
