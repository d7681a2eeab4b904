import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import {
  installEditor,
  installVsix,
  newestRelease,
  startServer,
  type EditorFolders,
  type Release,
} from '../../../dev/embeddedEditor.mjs';
import { patience } from '../../../dev/patience.mjs';
import { vsixFile } from '../../../dev/vsix.mjs';
import { launchChromium } from './chromium';
import { Keyboard } from './keyboard';
import { kafkaSource, Scratch } from './scratch';
import { TextEditor } from './textEditor';
import { Workbench } from './workbench';

export interface EditorOptions {
  /** Makes the folder that is opened; without it that is Kafka's source. It is shown read-only unless `writable`. */
  readonly folder?: (scratch: Scratch) => Promise<string>;
  readonly writable?: boolean;
  readonly theme?: keyof typeof themes;
  readonly size?: { readonly width: number; readonly height: number };
  /** User settings beside those of the harness. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Notes of the reader's own, by their paths in the folder `notes` of the scratch folder, which the settings name. */
  readonly notes?: Readonly<Record<string, string>>;
  readonly release?: Release;
  /** The display language that extensions see; VS Code's own words stay English. */
  readonly language?: 'zh-cn';
  /** The editor asks whether the folder's authors are trusted, and restricts it until they are. */
  readonly asksForTrust?: boolean;
  /** Off: VS Code without the extension. */
  readonly withExtension?: boolean;
}

type InstalledEditor = Awaited<ReturnType<typeof installEditor>>;

const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high contrast': 'Default High Contrast',
} as const;

const output = join(__dirname, '..', '..', '..', 'test-output');

function settingsOf(options: EditorOptions, folder: string, notes: string | undefined): Record<string, unknown> {
  return {
    'workbench.colorTheme': themes[options.theme ?? 'dark'],
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
    'chat.disableAIFeatures': true,
    'extensions.ignoreRecommendations': true,
    'git.enabled': false,
    // The editor tells in a notification now and then what else listens on this machine.
    'remote.autoForwardPorts': false,
    'editor.accessibilitySupport': 'off',
    ...(options.writable === true ? {} : { 'files.readonlyInclude': { [`${folder}/**`]: true } }),
    ...(notes === undefined ? {} : { 'kafkaNotes.notesFolders': [notes] }),
    ...options.settings,
  };
}

async function newPage(browser: Browser, viewport: { readonly width: number; readonly height: number }): Promise<Page> {
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(patience * 1000);
  // tsx names functions with a helper that a function sent to the page cannot see.
  await page.addInitScript('globalThis.__name = (named) => named');
  return page;
}

/** A real VS Code with the packaged extension, in a window of a browser. Dispose it. */
export class Editor {
  readonly workbench: Workbench;
  readonly text: TextEditor;
  /** The lines that the page has written to its console. */
  private readonly said: string[] = [];

  private constructor(
    readonly page: Page,
    /** The folder of what the editor writes, where a suite may put files of its own. */
    readonly scratch: Scratch,
    readonly folder: string,
    readonly keys: Keyboard,
    private readonly url: string,
    private readonly folders: EditorFolders,
    private readonly installed: InstalledEditor,
    private readonly undo: (() => Promise<void>)[],
  ) {
    this.workbench = new Workbench(page, keys);
    this.text = new TextEditor(page, keys);
    page.on('console', (message) => this.said.push(`${new Date().toISOString()} ${message.type()}: ${message.text()}`));
  }

  static async open(options: EditorOptions = {}): Promise<Editor> {
    const installed = await installEditor(options.release ?? newestRelease);
    const scratch = await Scratch.create();
    const undo = [() => scratch.remove()];
    let editor: Editor | undefined;
    try {
      const folder = (await options.folder?.(scratch)) ?? kafkaSource();
      const notes = options.notes === undefined ? undefined : await scratch.write('notes', options.notes);
      const folders = await scratch.editorFolders(settingsOf(options, folder, notes));
      if (options.language !== undefined) await scratch.addLanguagePack(options.language);
      if (options.withExtension !== false) await installVsix(installed, folders, vsixFile());
      const server = await startServer(installed, {
        ...folders,
        ...(options.language && { language: options.language }),
        asksForTrust: options.asksForTrust === true,
      });
      undo.unshift(() => server.stop());
      const browser = await launchChromium();
      undo.unshift(() => browser.close());
      const page = await newPage(browser, options.size ?? { width: 1400, height: 900 });
      const keys = await Keyboard.of(page);
      editor = new Editor(page, scratch, folder, keys, server.url, folders, installed, undo);
      await editor.openFolder(folder);
      return editor;
    } catch (error) {
      await editor?.keepEvidence('opening the window');
      for (const step of undo) await step();
      throw error;
    }
  }

  /** Opens a second window on the same folder. It closes with the first one. */
  async openWindow(): Promise<Workbench> {
    const [browser, size] = [this.page.context().browser(), this.page.viewportSize()];
    if (browser === null || size === null) throw new Error('There is no browser that could open a window.');
    const page = await newPage(browser, size);
    const workbench = new Workbench(page, await Keyboard.of(page));
    await page.goto(this.page.url());
    await workbench.ready();
    return workbench;
  }

  /** Shows another folder, or a file `….code-workspace`, in the same window. */
  async openFolder(folder: string): Promise<void> {
    const query = new URLSearchParams({ [folder.endsWith('.code-workspace') ? 'workspace' : 'folder']: folder });
    await this.page.goto(`${this.url}/?${query.toString()}`);
    if (await this.workbench.hasNoFolder()) await this.page.reload();
    await this.workbench.ready();
  }

  /** Installs an extension while the window is open, as a person does from another one. */
  install(vsix: string): Promise<void> {
    return installVsix(this.installed, this.folders, vsix);
  }

  /** Opens a file of the folder by its relative path, at a line (1-based). */
  openFile(path: string, line = 1, column = 1): Promise<void> {
    return this.workbench.openFile(join(this.folder, path), line, column);
  }

  /** Keeps a picture of the window as test-output/NAME.png. */
  async screenshot(name: string): Promise<void> {
    const path = join(output, `${name}.png`);
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
  }

  /** Keeps a picture, all logs and the last keys, for whoever looks into a failure. */
  async keepEvidence(name: string): Promise<void> {
    const folder = join(process.env.KAFKA_NOTES_EVIDENCE ?? join(output, 'failed'), name.replaceAll(/[^\p{L}\p{N}]+/gu, '-'));
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, 'window.png') });
    await writeFile(join(folder, 'console.log'), this.said.join('\n'));
    await writeFile(join(folder, 'keys.json'), await this.keys.report());
    await cp(join(this.folders.userData, 'data', 'logs'), join(folder, 'logs'), { recursive: true });
  }

  async dispose(): Promise<void> {
    for (const step of this.undo.splice(0)) await step();
  }
}

/**
 * Call in a `describe`, before its hooks: disposes its editor at the end, and keeps what that showed where a test failed or
 * what has to be done before the tests.
 */
export function disposeAfterwards(editor: () => Editor | undefined): void {
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await editor()?.keepEvidence(this.currentTest.fullTitle());
  });
  after(async function () {
    const suite = this.test?.parent;
    // A hook that fails keeps all tests from running.
    const isUntested = suite?.tests.every(({ state }) => state === undefined) ?? false;
    if (isUntested) await editor()?.keepEvidence(`before ${suite?.fullTitle() ?? ''}`);
    await editor()?.dispose();
  });
}
