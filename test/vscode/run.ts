/** Runs the suites of test/vscode/suite in a real VS Code, in the extension host named: `tsx test/vscode/run.ts node|web|leaks|walks`. `leaks` is the Node host with an extension that counts what it takes, `walks` the Node host with every trail of the notes. */
import { createWriteStream } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { installEditor, startServer } from '../../dev/embeddedEditor.mjs';
import { patience } from '../../dev/patience.mjs';
import { launchChromium } from '../e2e/harness/chromium';
import { Scratch, kafkaSource } from '../e2e/harness/scratch';
import { reportMark } from './runner/reportLines';

const root = join(__dirname, '..', '..');
const extensionOf = {
  node: root,
  web: join(root, 'dist', 'test', 'web'),
  leaks: join(root, 'dist', 'test', 'leaks'),
  walks: root,
};

type Host = keyof typeof extensionOf;

/** Passes on what the host's console says of the tests, and writes all of its log to a file for whoever looks for a cause. */
async function openLog(
  host: string,
  failed: () => void,
): Promise<{ path: string; write: (type: string, args: readonly unknown[]) => void }> {
  const path = join(root, 'test-output', `${host}-host.log`);
  await mkdir(dirname(path), { recursive: true });
  const file = createWriteStream(path);
  const write = (type: string, args: readonly unknown[]): void => {
    file.write(`${type}: ${args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ')}\n`);
    for (const arg of args) {
      if (typeof arg !== 'string' || !arg.startsWith(reportMark)) continue;
      const line = arg.slice(reportMark.length);
      console.log(line);
      if (/^ *\d+\) /.test(line)) failed();
    }
  };
  return { path, write };
}

async function runSuites(host: Host): Promise<number> {
  let page: Page | undefined;
  const evidence = process.env.KAFKA_NOTES_EVIDENCE ?? join(root, 'test-output', 'failed', `${host}-host`);
  let picture: Promise<unknown> | undefined;
  const log = await openLog(host, () => {
    picture ??= page?.screenshot({ path: join(evidence, 'window.png') });
  });
  const scratch = await Scratch.create();
  const folder = await scratch.copyOf(kafkaSource());
  const folders = await scratch.editorFolders({
    'workbench.startupEditor': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
  });
  const server = await startServer(await installEditor(), { ...folders, smokeTestDriver: true });
  const browser = await launchChromium();
  try {
    page = await browser.newPage();
    const opened = page;
    const ended = new Promise<number>((resolve) => {
      void opened.exposeFunction('codeAutomationExit', resolve);
      opened.on('crash', () => resolve(1));
      opened.on('close', () => resolve(1));
    });
    await page.exposeFunction('codeAutomationLog', log.write);
    const remote = `vscode-remote://127.0.0.1:${server.port}`;
    const payload = [
      ['extensionDevelopmentPath', remote + extensionOf[host]],
      ['extensionTestsPath', remote + join(root, 'dist', 'test', host, 'suite.js')],
    ];
    const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) }).toString();
    await page.goto(`${server.url}/?${query}`, { timeout: patience * 1000 });
    const code = await ended;
    if (code !== 0) {
      await picture?.catch(() => undefined);
      await cp(join(folders.userData, 'data', 'logs'), join(evidence, 'logs'), { recursive: true });
      await cp(log.path, join(evidence, 'console.log'));
      console.log(`The ${host} extension host ended with ${code}; its logs are in ${relative(root, evidence)}.`);
    }
    return code;
  } finally {
    await browser.close();
    await server.stop();
    await scratch.remove();
  }
}

function isHost(name: string): name is Host {
  return name in extensionOf;
}

async function main(): Promise<void> {
  const host = process.argv[2];
  if (host === undefined || !isHost(host)) throw new Error(`Which extension host? ${Object.keys(extensionOf).join(', ')}.`);
  process.exitCode = await runSuites(host);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
