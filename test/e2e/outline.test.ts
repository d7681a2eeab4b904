import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { disposeAfterwards, Editor } from './harness/editor';
import { contrastOf } from './harness/contrast';
import { holdsFor, waitFor } from './harness/waiting';

const root = join(__dirname, '..', '..');

interface Entry {
  readonly level: number;
  readonly label: string;
  readonly written: boolean;
}

/** A row on the screen: what a screen reader says, and whether its icon is that of an unwritten entry. */
interface Row {
  readonly index: number;
  readonly level: number;
  readonly label: string;
  readonly said: string;
  readonly pale: boolean;
}

/** Reads the outline's own file without the extension's help: chapters are at level 1, entries below. */
function entriesOf(language: 'en' | 'zh-cn'): Entry[] {
  const text = readFileSync(join(root, 'notes', language, 'README.md'), 'utf8');
  return text.split('\n').flatMap((line): Entry[] => {
    const chapter = /^## (.*)$/.exec(line);
    if (chapter !== null) return [{ level: 1, label: chapter[1] ?? '', written: true }];
    const entry = /^( *)- \[([ x])\] (?:\[(.*)\]\(.*\)|(.*))$/.exec(line);
    if (entry === null) return [];
    const label = (entry[3] ?? entry[4] ?? '').replaceAll('`', '');
    return [{ level: 2 + (entry[1] ?? '').length / 2, label, written: entry[2] === 'x' }];
  });
}

/**
 * What the outline shows at first: in each list the entries that are written or have one below that is, behind them one row for
 * what is planned. A chapter of which nothing is written has no rows.
 */
function outlineOf(language: 'en' | 'zh-cn'): Entry[] {
  const isWritten = (one: Entry, below: readonly Entry[]): boolean =>
    (one.level > 1 && one.written) || below.some(({ written }) => written);
  const shownOf = (entries: readonly Entry[], level: number): Entry[] => {
    const starts = entries.flatMap((one, at) => (one.level === level ? [at] : []));
    const items = starts.map((at, index) => ({ one: entries[at]!, below: entries.slice(at + 1, starts[index + 1]) }));
    const shown = items.filter(({ one, below }) => level === 1 || isWritten(one, below));
    const hidden = items.filter((item) => !shown.includes(item)).map(({ below }) => Math.max(below.length, 1));
    const count = hidden.reduce((sum, one) => sum + one, 0);
    const planned = { level, label: words[language].planned.replace('{0}', String(count)), written: false };
    return [
      ...shown.flatMap(({ one, below }) => [one, ...(isWritten(one, below) ? shownOf(below, level + 1) : [])]),
      ...(count === 0 ? [] : [planned]),
    ];
  };
  return shownOf(entriesOf(language), 1);
}

const words = {
  en: {
    outline: 'Outline',
    unwritten: 'not written yet',
    planned: 'planned ({0})',
    note: 'The producer: from send() to the acknowledgement',
    first: 'Sending a record, step by step',
    copy: 'Copy',
  },
  'zh-cn': {
    outline: '大纲',
    unwritten: '尚未撰写',
    planned: '计划中（{0}）',
    note: '生产者：从 send() 到确认',
    first: '发送一条消息：逐步走一遍',
    copy: '复制',
  },
} as const;

const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  contrast: 'Dark High Contrast',
  contrastLight: 'Light High Contrast',
} as const;

for (const language of ['en', 'zh-cn'] as const) {
  const { outline, unwritten, note, first, copy } = words[language];
  describe(`the outline in ${language}`, () => {
    let editor: Editor;
    disposeAfterwards(() => editor);
    before(async () => {
      editor = await Editor.open(language === 'en' ? {} : { language, size: { width: 1366, height: 768 } });
      await editor.workbench.openContainer('Kafka Notes');
    });

    /** A list draws only the rows in view. */
    function rowsInView(): Promise<Row[]> {
      return editor.workbench.rows(outline).evaluateAll((elements) =>
        elements.map((row) => ({
          index: Number(row.getAttribute('data-index')),
          level: Number(row.getAttribute('aria-level')),
          label: row.querySelector('.label-name')?.textContent ?? '',
          said: row.getAttribute('aria-label') ?? '',
          pale: row.querySelector('.codicon-circle-outline') !== null,
        })),
      );
    }

    it('opens a note in its language', async () => {
      assert.isTrue(outlineOf(language).some(({ label, written }) => label === note && written));
      await editor.workbench.rows(outline).filter({ hasText: note }).click();
      const panel = await editor.workbench.panelFrame();
      await waitFor('the note', async () => (await panel.locator('h1').allInnerTexts())[0] === note);
      assert.include((await panel.locator('h2').allInnerTexts())[0], first);
    });

    it('shows the code at the hinges of that note, with words of its language', async () => {
      const panel = await editor.workbench.panelFrame();
      const shown = panel.locator('.excerpt', { hasText: 'batch.attempts() < this.retries' });
      await shown.waitFor();
      assert.match(await shown.locator('figcaption a').innerText(), /^Sender\.java:\d+–\d+$/);
      assert.equal(await shown.locator('figcaption button').innerText(), copy);
      await waitFor('all of them', async () => (await panel.locator('.excerpt[aria-busy]').count()) === 0);
      const more = (await panel.locator('.excerpt [data-more]').allInnerTexts()).filter((label) => !/\d/.test(label));
      assert.deepEqual(more, []);
    });

    it('leaves the section selected that was clicked', async () => {
      const selected = editor.workbench.rows(outline).and(editor.page.locator('.selected'));
      await selected.click();
      await editor.page.keyboard.press('ArrowRight');
      // The trail of the same name stands before the section.
      await editor.workbench.rows(outline).filter({ hasText: first }).nth(1).click();
      const panel = await editor.workbench.panelFrame();
      await panel.locator('section.marked h2', { hasText: first }).waitFor();
      // The selection would follow the panel a moment later.
      await holdsFor(1, 'the section is selected', async () =>
        (await selected.locator('.label-name').allTextContents()).join().includes(first),
      );
      for (const key of ['ArrowLeft', 'ArrowLeft']) await editor.page.keyboard.press(key);
    });

    it('has all chapters and entries in order, the written told from the unwritten', async () => {
      const expected = outlineOf(language);
      assert.isAbove(expected.length, 8);
      const seen = new Map<number, Row>();
      await editor.workbench.rows(outline).first().hover();
      let way = 100;
      let turns = 0;
      await waitFor('all rows', async () => {
        for (const row of await rowsInView()) if (row.level > 0) seen.set(row.index, row);
        await editor.page.mouse.wheel(0, way);
        if (++turns % 20 === 0) way = -way;
        return seen.size >= expected.length;
      });
      const shown = [...seen.values()].sort((a, b) => a.index - b.index);
      assert.deepEqual(
        shown.map(({ level, label, pale }) => ({ level, label, written: !pale })),
        expected,
      );
      if (language === 'zh-cn') for (const { said } of shown) assert.notMatch(said, /[,:;.] /, 'Chinese has marks of its own');
      await editor.screenshot(`outline-${language}`);
    });

    it('lists what is planned when asked, as readable as the rest', async () => {
      await editor.page.mouse.wheel(0, -10_000);
      const [beginning = ''] = words[language].planned.split('{');
      const first = outlineOf(language).find(({ level, label }) => level === 2 && label.startsWith(beginning));
      const planned = editor.workbench.rows(outline).filter({ hasText: first?.label ?? '' });
      await planned.first().click();
      const entries = entriesOf(language);
      const [one] = entries.filter(({ level, written }, at) => !written && level >= (entries[at + 1]?.level ?? 0));
      const row = editor.workbench
        .rows(outline)
        .filter({ has: editor.page.locator('.label-name').getByText(one?.label ?? '', { exact: true }) })
        .first();
      await row.waitFor();
      assert.include((await row.getAttribute('aria-label')) ?? '', unwritten);
      const { light, dark, contrast, contrastLight } = themes;
      for (const theme of language === 'en' ? [light, dark, contrast, contrastLight] : [dark]) {
        await editor.workbench.chooseTheme(theme);
        await waitFor(`words that can be read in ${theme}`, async () => (await contrastOf(row.locator('.label-name'))) >= 4.5);
        await editor.screenshot(`outline-planned-${language}-${theme}`);
      }
    });
  });
}
