import { assert } from 'chai';
import { disposeAfterwards, Editor } from './harness/editor';
import { lineOf } from './harness/source';
import { atRest, happensWithin, waitFor } from './harness/waiting';

const apis = 'core/src/main/scala/kafka/server/KafkaApis.scala';
const manager = 'core/src/main/scala/kafka/server/ReplicaManager.scala';

describe('search, with the keyboard alone', () => {
  let editor: Editor;
  disposeAfterwards(() => editor);
  before(async () => {
    editor = await Editor.open({ settings: { 'kafkaNotes.language': 'zh-cn' } });
    await editor.openFile(apis, 100, 3);
    await waitFor('all of the source to be read', async () =>
      (await editor.workbench.statusBar()).some((one) => one.includes('Kafka 2.2.0') && !/\d+ ?%/.test(one)),
    );
  });

  /** Returns what the list says of its hits, the best first. */
  async function rows(): Promise<string[]> {
    const all = await editor.page
      .locator('.quick-input-list .monaco-list-row')
      .evaluateAll((elements) =>
        elements.map((element) => ({ at: Number(element.getAttribute('data-index')), text: element.textContent })),
      );
    return all.sort((a, b) => a.at - b.at).map(({ text }) => text.replaceAll('\u00a0', ' '));
  }

  async function search(typed: string, first: string): Promise<void> {
    await editor.keys.press('Control+Alt+K', 's');
    await editor.page.locator('.quick-input-widget input[placeholder^="Words of a note"]').waitFor();
    await editor.page.keyboard.type(typed);
    await waitFor(`"${first}" in front`, async () => (await rows())[0]?.includes(first));
  }

  async function leave(): Promise<void> {
    await editor.page.keyboard.press('Escape');
    await editor.workbench.quickInput().waitFor({ state: 'hidden' });
  }

  /**
   * Moves to the last hit and around the end to the first one, which is shown then. On a slow machine the hits for the last letter
   * are listed after the keys, which have moved in the list before then: from another hit it goes up to the first one.
   */
  async function moveToFirst(file: string, line: number): Promise<void> {
    await waitFor(`${file} to be shown in line ${line}`, async () => {
      const first = editor.page.locator('.quick-input-list .monaco-list-row').first();
      const isFirst = async () => (await first.getAttribute('class'))?.split(' ').includes('focused') === true;
      const wasFirst = await isFirst();
      await editor.keys.press('ArrowUp');
      if (wasFirst) await editor.keys.press('ArrowDown');
      return (await isFirst()) && happensWithin(5, () => stands(file, line));
    });
  }

  async function stands(file: string, line: number): Promise<boolean> {
    const [tab, cursor] = [await editor.workbench.activeTab(), await editor.workbench.cursor()];
    return tab === file && cursor?.line === line;
  }

  function isAt(file: string, line: number): Promise<unknown> {
    return waitFor(`${file} in line ${line}`, () => stands(file, line));
  }

  /** The numbers of the first and the last line that can be seen. */
  async function lines(): Promise<readonly [first: number, last: number]> {
    const numbers = await editor.text.element.locator('.margin-view-overlays .line-numbers').allInnerTexts();
    return [Math.min(...numbers.map(Number)), Math.max(...numbers.map(Number))];
  }

  /** The same lines can be seen; an extension cannot scroll to the middle of one. */
  async function seesAgain([first, last]: readonly [number, number]): Promise<void> {
    await waitFor(`the lines ${first} to ${last}`, async () => {
      const now = await lines();
      return Math.abs(now[0] - first) <= 1 && Math.abs(now[1] - last) <= 1;
    });
  }

  it('finds a method by its humps, shows it while moving, and leaves no trace', async () => {
    const [first] = await lines();
    await editor.keys.pressInAHurry('Control+ArrowDown', 3);
    await waitFor('the text to move', async () => (await lines())[0] > first);
    const before = await atRest('the text', lines);
    await search('RMappend', 'ReplicaManager.appendRecords');
    await editor.screenshot('search-humps');
    await moveToFirst('ReplicaManager.scala', lineOf(manager, 'def appendRecords('));
    await editor.screenshot('search-preview');
    assert.isTrue(await editor.workbench.quickInput().isVisible());
    await leave();
    await isAt('KafkaApis.scala', 100);
    assert.equal((await editor.workbench.cursor())?.column, 3);
    await waitFor('one tab', async () => (await editor.page.locator('.part.editor .tab').count()) === 1);
    await seesAgain(before);
  });

  it('shows a place of the same file, and comes back from there too', async () => {
    const before = await lines();
    await search('KafkaApis.handleFetchReq', 'KafkaApis.handleFetchRequest');
    await moveToFirst('KafkaApis.scala', lineOf(apis, 'def handleFetchRequest('));
    await leave();
    await isAt('KafkaApis.scala', 100);
    await seesAgain(before);
  });

  it('opens what was chosen', async () => {
    await search('repMan#appRec', 'ReplicaManager.appendRecords');
    await editor.keys.press('Enter');
    await isAt('ReplicaManager.scala', lineOf(manager, 'def appendRecords('));
  });

  it('opens the first hit for who types and presses Enter before any hit is listed', async () => {
    const places = [
      ['repMan#appRec', 'ReplicaManager.scala', lineOf(manager, 'def appendRecords(')],
      ['KafkaApis.handleFetchReq', 'KafkaApis.scala', lineOf(apis, 'def handleFetchRequest(')],
    ] as const;
    // In a few of a hundred searches, what the editor says of one list arrives when the next one is open.
    for (const [typed, file, line] of Array.from({ length: 5 }, () => places).flat()) {
      await editor.keys.press('Control+Alt+K', 's');
      await editor.workbench.quickInput().fill(typed);
      await editor.page.keyboard.press('Enter');
      await isAt(file, line);
      await editor.workbench.quickInput().waitFor({ state: 'hidden' });
    }
  });

  /** Waits until a hit says this, and returns all of it. */
  function hit(...words: readonly string[]): Promise<string> {
    return waitFor(`a hit with ${words.join(', ')}`, async () =>
      (await rows()).find((row) => words.every((word) => row.includes(word))),
    );
  }

  /** Moves down to a hit and opens it. */
  async function open(...words: readonly string[]): Promise<void> {
    const row = editor.page.locator('.quick-input-list .monaco-list-row.focused');
    await waitFor(`the hit with ${words.join(', ')}`, async () => {
      const text = (await row.textContent())?.replaceAll('\u00a0', ' ') ?? '';
      if (words.every((word) => text.includes(word))) return true;
      await editor.keys.press('ArrowDown');
      return false;
    });
    await editor.keys.press('Enter');
    await editor.workbench.quickInput().waitFor({ state: 'hidden' });
  }

  it('answers a setting with the section that explains it, its definition, and the code that reads it', async () => {
    await search('log.flush.interval.messages', '默认值一览');
    const definition = await hit('KafkaConfig', 'long · default 9223372036854775807', 'The number of messages accumulated');
    assert.include(definition, 'log.flush.interval.messages');
    await hit('KafkaServer.scala', 'kafkaConfig.logFlushIntervalMessages');
    await editor.screenshot('search-setting');
    await open('long · default');
    const config = 'core/src/main/scala/kafka/server/KafkaConfig.scala';
    await isAt('KafkaConfig.scala', lineOf(config, '.define(LogFlushIntervalMessagesProp'));
    const panel = await editor.workbench.panelFrame();
    await panel.locator('h2', { hasText: '默认值一览' }).first().waitFor();
    await editor.screenshot('search-setting-opened');
  });

  it('finds what a question asks in either language, and marks the words that answer', async () => {
    await search('谁触发刷盘', '刷盘：谁在什么时候调用 fsync');
    await editor.screenshot('search-question');
    const [chinese] = await rows();
    await leave();
    await search('who triggers fsync', '刷盘：谁在什么时候调用 fsync');
    assert.match(chinese ?? '', /‹(?:触发|刷盘|落盘)›/);
    await leave();
  });

  it('shows the note about a type with its code, which keeps the focus', async () => {
    await search('RequestChannel', 'RequestChannel');
    await editor.keys.press('Enter');
    await editor.workbench.quickInput().waitFor({ state: 'hidden' });
    await waitFor('the code', async () => (await editor.workbench.activeTab()) === 'RequestChannel.scala');
    const panel = await editor.workbench.panelFrame();
    await panel.locator('h2, h3', { hasText: '请求队列' }).first().waitFor();
    assert.isDefined(await editor.workbench.cursor());
    await editor.screenshot('search-type');
  });

  it('finds a section by Chinese words and names together, and shows it in the panel', async () => {
    await search('appendRecords 副本', '追加，然后也许等待：ReplicaManager.appendRecords生产者');
    await editor.screenshot('search-mixed');
    await editor.keys.press('Enter');
    const note = await editor.workbench.panelFrame();
    await waitFor('the text of the note to have the focus', () =>
      note.evaluate(() => document.hasFocus() && document.activeElement?.tagName === 'MAIN'),
    );
    await editor.workbench.quickInput().waitFor({ state: 'hidden' });
    const panel = await editor.workbench.panelFrame();
    await panel.locator('h3, h2', { hasText: 'ReplicaManager.appendRecords' }).first().waitFor();
    const text = panel.locator('main');
    const top = (): Promise<number> => text.evaluate((element) => element.scrollTop);
    // To the middle of a paragraph.
    await text.evaluate((element) => element.scrollBy({ top: 137, behavior: 'instant' }));
    const before = await atRest('the text', top);
    await search('刷盘', '刷盘');
    await waitFor('the other note', async () => {
      await editor.keys.press('ArrowDown');
      return happensWithin(2, async () => (await panel.locator('h1', { hasText: '刷盘' }).count()) > 0);
    });
    await editor.screenshot('search-panel');
    await leave();
    await panel.locator('h1', { hasText: '生产者' }).first().waitFor();
    await waitFor('the same place of it', async () => Math.abs((await top()) - before) <= 1);
  });

  it('says that nothing fits, and opens nothing then', async () => {
    await search('量子纠缠', 'Nothing fits this');
    await editor.screenshot('search-nothing');
    const tab = await editor.workbench.activeTab();
    for (const key of ['ArrowDown', 'Enter']) await editor.page.keyboard.press(key);
    assert.isTrue(await editor.workbench.quickInput().isVisible());
    await leave();
    assert.equal(await editor.workbench.activeTab(), tab);
  });

  it('opens what was chosen to the side', async () => {
    await search('LogSegment.flush', 'LogSegment.scala');
    await editor.keys.press('Control+Alt+K', 'v');
    await waitFor('the code beside', async () => (await editor.workbench.activeTab()) === 'LogSegment.scala');
    assert.equal(await editor.page.locator('.part.editor .editor-group-container').count(), 2);
  });
});
