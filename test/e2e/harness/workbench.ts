import type { Frame, Locator, Page } from 'playwright-core';
import type { Keyboard } from './keyboard';
import { happensWithin, waitFor } from './waiting';

/** A person's hands and eyes in VS Code's window. Everything waits for what it needs, as long as the patience of the tests lasts. */
export class Workbench {
  constructor(
    readonly page: Page,
    private readonly keys: Keyboard,
  ) {}

  /** Waits until the window is there and its first folder is listed. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.editor').waitFor();
    // In a reader's first window with Kafka's source the outline takes the place of the explorer.
    await this.rowsInSideBar().first().waitFor();
  }

  /**
   * Returns whether the window of a workspace file stays without folders: sometimes VS Code loads it so in a browser, when
   * the last window was still writing down its settings.
   */
  async hasNoFolder(): Promise<boolean> {
    const message = this.page.locator('.part.sidebar').getByText('You have not yet added a folder to the workspace');
    await this.rowsInSideBar().or(message).first().waitFor();
    return !(await happensWithin(5, async () => (await this.rowsInSideBar().count()) > 0));
  }

  private rowsInSideBar(): Locator {
    return this.page.locator('.part.sidebar .monaco-list-row:visible');
  }

  /**
   * Loads the window again, once the editor has written down what it has to know then: something with `words` in it, which
   * stood there not before.
   */
  async reload(words: RegExp): Promise<void> {
    await this.untilStored(words);
    await this.page.reload();
    await this.page.locator('.monaco-workbench .part.editor').waitFor();
  }

  /**
   * Waits until the editor has written down, for the next time that the window is loaded, a value with these words in it that
   * is the one that is wanted. In a browser it does so every few seconds, when the window is idle.
   */
  async untilStored(words: RegExp, isWanted: (value: string) => boolean = () => true): Promise<void> {
    await this.leaveWebview();
    await waitFor(`${String(words)} to be stored`, async () => {
      // Chromium calls the editor's own idle callback only after a frame, and a window where nothing changes draws none.
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      return (await this.stored()).some((value) => words.test(value) && isWanted(value));
    });
  }

  /**
   * Takes the focus out of a webview: into the first group of editors or, where that shows one too, into the side bar. A window
   * that is loaded anew with the focus in a webview does not take the first key.
   */
  private async leaveWebview(): Promise<void> {
    const isOutside = () => this.page.evaluate(() => document.activeElement?.tagName !== 'IFRAME');
    for (const key of ['Control+1', 'Control+0']) {
      if (await isOutside()) return;
      await this.keys.press(key);
      // The focus moves a moment later, and in the side bar it may come to a webview again.
      if (await happensWithin(5, isOutside)) return;
    }
  }

  /** Returns all that the editor has written down for the next time that the window is loaded. */
  stored(): Promise<string[]> {
    return this.page.evaluate(readStored);
  }

  /** Opens a file by its absolute path, at a line and column, both 1-based. */
  async openFile(path: string, line = 1, column = 1): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    let isAsked = false;
    await waitFor(`${name} in front of the list`, async () => {
      // A webview that takes the focus while the path is looked up closes the list.
      isAsked &&= await this.quickInput().isVisible();
      if (!isAsked) await this.askQuickInput('Control+P', `${path}:${line}:${column}`);
      isAsked = true;
      const rows = await this.page.locator('.quick-input-list .monaco-list-row').allTextContents();
      // The list still holds other files until the path is found.
      return rows.length === 1 && rows[0]?.includes(name);
    });
    await this.accept();
    await this.page.locator(`.part.editor .tab.active[data-resource-name="${name}"]`).first().waitFor();
    await waitFor(`the cursor in line ${line}`, async () => (await this.cursor())?.line === line);
    await this.textHasFocus();
  }

  /** Runs a command by its title in the command palette, with its category if it has one: `Kafka Notes: Show Outline`. */
  async runCommand(title: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { has: this.page.getByText(title, { exact: true }) });
    // The palette does not take in what becomes known while it is open.
    await waitFor(`the command ${title}`, async () => {
      await this.askQuickInput('F1', `>${title}`);
      return row
        .first()
        .click({ timeout: 5000 })
        .then(
          () => true,
          () => false,
        );
    });
  }

  /** Opens the quick input by its key and types into it. It closes when a webview takes the focus just then: a person presses the key again. */
  private async askQuickInput(key: string, text: string): Promise<void> {
    await waitFor(`the quick input of ${key}`, async () => {
      await this.keys.press(key);
      return this.quickInput()
        .fill(text, { timeout: 5000 })
        .then(
          () => true,
          () => false,
        );
    });
  }

  /** Waits until a text has the keyboard again: only then the keys of commands that are about its cursor work. */
  async textHasFocus(): Promise<void> {
    await this.page.locator('.part.editor .editor-group-container.active .monaco-editor.focused').first().waitFor();
  }

  /** Presses Enter in the quick input, which closes then. */
  private async accept(): Promise<void> {
    await this.keys.press('Enter');
    await this.quickInput().waitFor({ state: 'hidden' });
  }

  /** Chooses a colour theme as a person does: `Light Modern`. */
  async chooseTheme(theme: string): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput().fill(theme);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: theme }).first().click();
  }

  /** Types into the list that is open, and chooses the entry with these words once it is the first one. */
  async answer(text: string): Promise<void> {
    await this.quickInput().fill(text);
    const first = this.page.locator('.quick-input-list .monaco-list-row.focused').first();
    await waitFor(`"${text}" in front of the list`, async () =>
      (await first.allInnerTexts()).join().replaceAll('\u00a0', ' ').toLowerCase().includes(text.trim().toLowerCase()),
    );
    await this.accept();
  }

  /** Answers the editor's own dialog for folders with a folder that has a folder named `known` in it. */
  async answerFolder(folder: string, known: string): Promise<void> {
    const [input, rows] = [this.quickInput(), this.page.locator('.quick-input-list .monaco-list-row')];
    await waitFor('the dialog', async () => (await input.inputValue()).startsWith('/'));
    await waitFor('its first folder', async () => (await rows.allInnerTexts()).some((row) => row.trim() === '..'));
    const lists = async (): Promise<boolean> =>
      (await input.inputValue()) === `${folder}/` && (await rows.allInnerTexts()).some((row) => row.trim() === known);
    // The next question may come at once, in the same input.
    const isClosed = async (): Promise<boolean> => !(await input.isVisible()) || (await input.inputValue()) === '';
    await waitFor('it to close', async () => {
      if (await isClosed()) return true;
      // Typed anew where Enter had no effect or went into a folder of the list; to the input, for the page behind takes the focus.
      await input.fill(`${folder}/`);
      if (!(await happensWithin(10, lists))) return false;
      await input.press('Enter');
      return happensWithin(5, isClosed);
    });
  }

  quickInput(): Locator {
    return this.page.locator('.quick-input-widget .quick-input-box input').first();
  }

  /** Shows a view container by its name in the activity bar, unless it is shown. */
  async openContainer(name: string): Promise<void> {
    const item = this.page
      .locator('.part.activitybar .action-item', { has: this.page.locator(`[aria-label^="${name}"]`) })
      .first();
    await item.waitFor();
    await waitFor(`the container ${name}`, async () => {
      const isOpen = async () => (await item.getAttribute('class'))?.includes('checked') === true;
      // In the first window the outline comes by itself: a click just then would close it.
      if (!(await isOpen())) await item.click();
      return happensWithin(2, isOpen);
    });
  }

  /** Drags the edge of the side bar with the note, which gets wider by so many pixels as far as the editor allows. */
  async widenPanel(by: number): Promise<void> {
    const box = await this.page.locator('.part.auxiliarybar').boundingBox();
    if (box === null) throw new Error('The secondary side bar is closed.');
    // The sash lies in the gap between the bar and the editors.
    const [x, y] = [box.x - 3, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x - by, y, { steps: 10 });
    await this.page.mouse.up();
  }

  /** Returns the rows of a view; `view` is the title of its pane. */
  rows(view: string): Locator {
    return this.pane(view).locator('.monaco-list-row');
  }

  pane(title: string): Locator {
    return this.page.locator('.pane', { has: this.page.locator(`.pane-header[aria-label^="${title}"]`) }).first();
  }

  /** Returns the name of the tab in front. */
  async activeTab(): Promise<string | undefined> {
    const tab = this.page.locator('.part.editor .editor-group-container.active .tab.active').first();
    return (await tab.getAttribute('data-resource-name', { timeout: 2000 }).catch(() => null)) ?? undefined;
  }

  /** Returns the cursor's place as the status bar says it, 1-based; undefined where no text editor is in front. */
  async cursor(): Promise<{ line: number; column: number } | undefined> {
    const texts = await this.page.locator('#status\\.editor\\.selection').allTextContents();
    const found = /Ln (\d+), Col (\d+)/.exec(texts.join(' '));
    return found === null ? undefined : { line: Number(found[1]), column: Number(found[2]) };
  }

  async goToLine(line: number, column = 1): Promise<void> {
    await this.askQuickInput('Control+G', `:${line}:${column}`);
    await this.accept();
    await waitFor(`the cursor in line ${line}`, async () => (await this.cursor())?.line === line);
    await this.textHasFocus();
  }

  statusBar(): Promise<string[]> {
    return this.page.locator('.part.statusbar .statusbar-item').allTextContents();
  }

  notifications(): Promise<string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allTextContents();
  }

  /** Finds the document inside a webview by the extension that made it; `purpose` tells a view's from an editor tab's. */
  async webview(extensionId: string, purpose?: 'webviewView' | 'tab'): Promise<Frame> {
    return waitFor(`a webview of ${extensionId}`, async () => {
      for (const outer of this.page.frames()) {
        if (!outer.url().includes('/webview/')) continue;
        const query = new URL(outer.url()).searchParams;
        if (query.get('extensionId')?.toLowerCase() !== extensionId) continue;
        // A tab's webview says no purpose.
        if (purpose !== undefined && (query.get('purpose') === 'webviewView') !== (purpose === 'webviewView')) continue;
        const inner = await outer.$('iframe#active-frame');
        const frame = await inner?.contentFrame();
        if (frame) return frame;
      }
      return undefined;
    });
  }

  /** Finds the note panel's document. */
  panelFrame(): Promise<Frame> {
    return this.webview('kafka-notes.kafka-notes', 'webviewView');
  }

  /** Finds the document of VS Code's own Markdown preview. */
  previewFrame(): Promise<Frame> {
    return this.webview('vscode.markdown-language-features');
  }
}

/** Runs in the page and reads the texts in the editor's own databases. */
async function readStored(): Promise<string[]> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('unreadable'));
    });
  const found: string[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db')) continue;
    const database = await done(indexedDB.open(name));
    try {
      for (const store of database.objectStoreNames) {
        const values: unknown[] = await done(database.transaction(store).objectStore(store).getAll());
        found.push(...values.filter((value) => typeof value === 'string'));
      }
    } finally {
      database.close();
    }
  }
  return found;
}
