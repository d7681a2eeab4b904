import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { installEditor, startServer, type Editor, type Server } from '../../dev/embeddedEditor.mjs';
import { launchChromium } from '../../test/e2e/harness/chromium';
import { Scratch } from '../../test/e2e/harness/scratch';
import { reportMark } from '../inHost/report';
import type { Setting } from '../setting';

/** The minutes that a visit may take. */
const patience = 3;

/** A VS Code with the extension, in which nothing but a bench's program starts the extension. */
export class Host {
  private constructor(
    readonly editor: Editor,
    private readonly server: Server,
    private readonly browser: Browser,
    readonly scratch: Scratch,
    private readonly setting: Setting,
    private readonly extension: string,
  ) {}

  static async start(setting: Setting): Promise<Host> {
    const editor = await installEditor();
    const extension = await layOutExtension(setting);
    const scratch = await Scratch.create();
    const folders = await scratch.editorFolders({
      'workbench.startupEditor': 'none',
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
    });
    const server = await startServer(editor, { ...folders, smokeTestDriver: true });
    return new Host(editor, server, await launchChromium(), scratch, setting, extension);
  }

  /**
   * Opens a folder in a window of its own, with an extension host of its own, runs a program there, and returns the program's
   * report.
   */
  async visit(folder: string, program: string): Promise<unknown> {
    const page = await this.browser.newPage();
    const log = join(this.setting.bundles, `${program}.log`);
    const lines: string[] = [];
    let report: unknown;
    try {
      const ended = new Promise<number>((resolve, reject) => {
        page.on('crash', () => reject(new Error('The window crashed.')));
        setTimeout(() => reject(new Error(`${program} did not end within ${patience} minutes.`)), patience * 60_000).unref();
        void page.exposeFunction('codeAutomationExit', resolve);
      });
      ended.catch(() => undefined);
      await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
        for (const arg of args) {
          lines.push(String(arg));
          if (typeof arg === 'string' && arg.startsWith(reportMark)) report = JSON.parse(arg.slice(reportMark.length));
        }
      });
      const remote = `vscode-remote://127.0.0.1:${this.server.port}`;
      const payload = [
        ['extensionDevelopmentPath', remote + this.extension],
        ['extensionTestsPath', `${remote}${this.setting.bundles}/${program}.js`],
      ];
      const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
      await page.goto(`${this.server.url}/?${query.toString()}`);
      const code = await ended;
      if (code !== 0 || report === undefined) throw new Error(`${program} ended with ${code}; see ${log}`);
      return report;
    } finally {
      await page.close();
      await writeFile(log, lines.join('\n'));
    }
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    await this.scratch.remove();
  }
}

/** The extension as it is packaged, except that it does not start by itself. */
async function layOutExtension({ root, bundles }: Setting): Promise<string> {
  const folder = join(bundles, 'extension');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { readonly contributes: object };
  // A file in a language that the extension contributes would start it too.
  const contributes = { ...manifest.contributes, languages: [] };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, contributes, activationEvents: [] }));
  for (const name of await readdir(root)) {
    if (/^package\.nls.*\.json$|^(dist|l10n|languages|media|notes)$/.test(name)) {
      await cp(join(root, name), join(folder, name), { recursive: true, filter: (file) => !/\.vsix$|dist\/test$/.test(file) });
    }
  }
  return folder;
}
