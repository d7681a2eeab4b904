import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import {
  installEditor,
  installVsix,
  newestRelease,
  startServer,
  type EditorFolders,
  type Release,
} from '../../../dev/embeddedEditor.mjs';
import { vsixFile } from '../../../dev/vsix.mjs';
import { launchChromium } from './chromium';
import { kafkaSource, Scratch } from './scratch';
import { TextEditor } from './textEditor';
import { Workbench } from './workbench';

export interface EditorOptions {
  /** The folder that is opened; Kafka's source where none is given. It is shown read-only unless `writable`. */
  readonly folder?: string;
  readonly writable?: boolean;
  readonly theme?: keyof typeof themes;
  readonly size?: { readonly width: number; readonly height: number };
  /** User settings beside those of the harness. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A notes folder of the reader's own. */
  readonly notesFolder?: string;
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

function settingsOf(options: EditorOptions, folder: string): Record<string, unknown> {
  return {
    'workbench.colorTheme': themes[options.theme ?? 'dark'],
    'workbench.startupEditor': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.tips.enabled': false,
    'chat.disableAIFeatures': true,
    'extensions.ignoreRecommendations': true,
    'git.enabled': false,
    // Now and then the editor tells in a notification of what else listens on this machine.
    'remote.autoForwardPorts': false,
    'editor.accessibilitySupport': 'off',
    ...(options.writable === true ? {} : { 'files.readonlyInclude': { [`${folder}/**`]: true } }),
    ...(options.notesFolder === undefined ? {} : { 'kafkaNotes.notesFolders': [options.notesFolder] }),
    ...options.settings,
  };
}

/** A real VS Code with the packaged extension, in a window of a browser. Dispose it. */
export class Editor {
  readonly workbench: Workbench;
  readonly text: TextEditor;

  private constructor(
    readonly page: Page,
    readonly folder: string,
    private readonly url: string,
    private readonly folders: EditorFolders,
    private readonly installed: InstalledEditor,
    private readonly undo: readonly (() => Promise<void>)[],
  ) {
    this.workbench = new Workbench(page);
    this.text = new TextEditor(page);
  }

  static async open(options: EditorOptions = {}): Promise<Editor> {
    const folder = options.folder ?? kafkaSource();
    const installed = await installEditor(options.release ?? newestRelease);
    const scratch = await Scratch.create();
    const undo = [() => scratch.remove()];
    try {
      const folders = await scratch.editorFolders(settingsOf(options, folder));
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
      const page = await browser.newPage({ viewport: options.size ?? { width: 1400, height: 900 } });
      // tsx names functions with a helper that a function sent to the page cannot see.
      await page.addInitScript('globalThis.__name = (named) => named');
      const editor = new Editor(page, folder, server.url, folders, installed, undo);
      await editor.openFolder(folder);
      return editor;
    } catch (error) {
      for (const step of undo) await step();
      throw error;
    }
  }

  /** Shows another folder, or a file `….code-workspace`, in the same window. */
  async openFolder(folder: string): Promise<void> {
    const query = new URLSearchParams({ [folder.endsWith('.code-workspace') ? 'workspace' : 'folder']: folder });
    await this.page.goto(`${this.url}/?${query.toString()}`);
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

  /** A picture and all logs, for whoever looks into a failure. */
  async keepEvidence(name: string): Promise<void> {
    const safe = `failed/${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`;
    await this.screenshot(safe);
    await cp(join(this.folders.userData, 'data', 'logs'), join(output, `${safe}-logs`), { recursive: true });
  }

  async dispose(): Promise<void> {
    for (const step of this.undo) await step();
  }
}

/** Call in a `describe`: after a test that failed, keeps what its editor showed. */
export function keepEvidenceOfFailures(editor: () => Editor | undefined): void {
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await editor()?.keepEvidence(this.currentTest.fullTitle());
  });
}
