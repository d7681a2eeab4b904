import { assert } from 'chai';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame } from 'playwright-core';
import { htmlAttacks } from '../hostile/htmlAttacks';
import { rendered } from '../unit/panel/rendering';
import { Beacon } from './harness/beacon';
import { launchChromium } from './harness/chromium';
import { disposeAfterwards, Editor } from './harness/editor';
import { exchange, overhearPages } from './harness/pageMessages';
import { happensWithin, waitFor } from './harness/waiting';
import { tryToLeave, tryWaysOut } from './harness/waysOut';

const call = (method: unknown, ...args: readonly unknown[]) => ({ kind: 'call', method, args });

/** The messages that the host of no page answers. */
const refused: readonly unknown[] = [
  ...[
    'workbench.action.files.newUntitledFile',
    'workbench.action.terminal.new',
    'workbench.action.closeWindow',
    'vscode.open',
  ].map((command) => call('run', command)),
  call('run', 'kafkaNotes.resetProgress'),
  call('run', ['kafkaNotes.getSource']),
  call('run', 'kafkaNotes.getSource', 'more'),
  call('executeCommand', 'workbench.action.files.newUntitledFile'),
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', null, 7].map((method) => call(method)),
  call('openSection', 'n'),
  call('openSection', { toString: 'n' }, ''),
  call('openSection', 'n'.repeat(5_000_000), ''),
  call('n'.repeat(5_000_000)),
  { kind: 'call', method: 'ready', args: { length: 0 } },
  { kind: 'other' },
  { kind: 'call' },
  { id: 'one', kind: 'call', method: 'ready', args: [] },
  ...[null, 'ready', 7, [], [call('ready')], {}],
];

/** The addresses that a link of the panel may not lead to. */
const foreign = [
  'command:workbench.action.files.newUntitledFile',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'vscode:extension/a.b',
  'vscode-remote://a/etc/passwd',
  'untitled:evil',
  '../../../../../../etc/passwd',
  '%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '/../../../etc/passwd',
];

/** A page that a stranger has taken over, by a hole that we do not know. */
describe('a page in strange hands', () => {
  let editor: Editor;
  let panel: Frame;
  let map: Frame;
  let note: string;
  disposeAfterwards(() => editor);
  before(async () => {
    const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';
    editor = await Editor.open({
      size: { width: 1600, height: 1000 },
      notes: { 'own.md': '# Own\n\n## Second\n\nWords of the second.\n', 'inside.svg': picture },
    });
    await writeFile(join(editor.scratch.folder, 'outside.svg'), picture);
    note = pathToFileURL(join(editor.scratch.folder, 'notes', 'own.md')).toString();
    await overhearPages(editor.page);
    await editor.workbench.openContainer('Kafka Notes');
    await editor.workbench.runCommand('Kafka Notes: Show Map');
    panel = await editor.workbench.panelFrame();
    map = await editor.workbench.webview('kafka-notes.kafka-notes', 'tab');
    await waitFor('the map', async () => (await map.locator('svg, [role=tree], [role=group], button').count()) > 0);
  });

  /** Returns all in the window that a page could have brought about. */
  async function seen(): Promise<unknown> {
    const { page } = editor;
    return {
      tabs: await page
        .locator('.part.editor .tab')
        .evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('data-resource-name'))),
      terminals: await page.locator('.terminal-wrapper, .terminal-outer-container .xterm').count(),
      dialogs: await page.locator('.monaco-dialog-box, .quick-input-widget:visible').count(),
      links: await page.locator('.notifications-toasts .notification-list-item-message a').count(),
      windows: page.context().pages().length,
    };
  }

  it('has no answer from the host of the panel, which goes on, to messages that ours never sends', async () => {
    const before = await seen();
    assert.deepEqual(
      (await exchange(panel, refused)).map(({ id }) => id),
      [refused.length],
    );
    await exchange(panel, [call('openLink', note, '../[x](command:workbench.action.files.newUntitledFile)')]);
    await waitFor('the words about a link that leads outside', async () =>
      (await editor.workbench.notifications()).some((words) => words.includes('[x]')),
    );
    assert.deepEqual(await seen(), before);
    const calls = [
      ...foreign.map((href) => call('openLink', note, href)),
      call('openLink', 'file:///nowhere.md', 'own.md'),
      call('openAnchor', note, 'command:workbench.action.files.newUntitledFile'),
      call('openAnchor', '__proto__', 'kafka:kafka.log.Log'),
      call('openAnchor', 'file:///nowhere.md', 'kafka:kafka.log.Log'),
      call('openSection', 'file:///etc/passwd', ''),
      call('openSection', 'constructor', '__proto__'),
    ];
    const answers = await exchange(panel, calls);
    assert.isEmpty(
      answers.filter(({ kind, id, value }) => id < calls.length && kind === 'result' && value !== undefined && value !== null),
    );
    await exchange(panel, [call('back'), call('forward')], 2000);
    assert.deepEqual(await seen(), before);
    // The same channel serves what our page asks for.
    const [first] = await exchange(panel, [call('openSection', note, 'second')]);
    assert.deepInclude(first, { kind: 'result', id: 0 });
    await panel.locator('h2', { hasText: 'Second' }).waitFor();
    await editor.screenshot('hostile-page');
  });

  it('has no answer from the host of the map, which goes on, either', async () => {
    const before = await seen();
    const unknown = [...refused, call('openLink', note, 'command:a'), call('openAnchor', note, 'kafka:a.B')];
    assert.deepEqual(
      (await exchange(map, unknown)).map(({ id }) => id),
      [unknown.length],
    );
    const paths = [...foreign, '/etc/passwd', '__proto__', 'core/../../../../etc/passwd', ''];
    await exchange(map, [
      ...paths.flatMap((path) => [call('openFile', path, null, false), call('openFile', path, 'constructor', true)]),
      call('openSection', 'file:///etc/passwd', ''),
      call('openSection', '__proto__', ''),
    ]);
    assert.deepEqual(await seen(), before);
    const [first] = await exchange(map, [call('openSection', note, '')]);
    assert.deepInclude(first, { kind: 'result', id: 0 });
    await panel.locator('h1', { hasText: 'Own' }).waitFor();
  });

  it('has pictures of the notes’ folders only', async () => {
    await exchange(panel, [call('openSection', note, '')]);
    const answers = await exchange(panel, []);
    const { note: shown } = answers.at(-1)?.value as { readonly note: { readonly base: string } };
    const loads = (address: string): Promise<boolean> =>
      panel.evaluate((src) => {
        const image = Object.assign(new Image(), { src });
        return image.decode().then(
          () => true,
          () => false,
        );
      }, address);
    assert.isTrue(await loads(`${shown.base}inside.svg`));
    assert.isFalse(await loads(`${shown.base}../outside.svg`));
    assert.isFalse(await loads(`${shown.base}%2e%2e/outside.svg`));
  });

  it('gets nothing that runs from HTML in a note, from what renders it alone and from the purifier alone', async () => {
    const beacon = await Beacon.open();
    const browser = await launchChromium();
    try {
      // The page has no policy, so whatever runs in it, runs.
      const page = await browser.newPage();
      await page.addInitScript('globalThis.__name = (named) => named');
      await page.goto(`${beacon.address}/start`);
      beacon.asked.splice(0);
      const script = await readFile(join(__dirname, '../../dist/panel/purifier.js'), 'base64');
      const attacks = htmlAttacks(beacon.address);
      const tried = await page.evaluate(putIn, { script, raw: attacks, written: attacks.map((attack) => rendered(attack)) });
      assert.deepEqual(tried.rendered, { ran: 0, strange: [] });
      assert.deepEqual(tried.purified, { ran: 0, strange: [] });
      // The browser asks for its own icon, and the purifier leaves the addresses of pictures to the policy of the panel's page.
      const pictures = ['/favicon.ico', '/image.png', '/x', '/%60x%60'];
      assert.deepEqual(
        beacon.asked.filter((path) => !pictures.includes(path)),
        [],
      );
      // The same attacks do run where nothing holds them up, but for one that would leave the page.
      const staying = attacks.filter((attack) => !/http-equiv|<base/.test(attack));
      assert.isAbove(await page.evaluate(runAll, staying), 10);
    } finally {
      await browser.close();
      beacon.close();
    }
  });

  it('can neither ask anybody for anything nor run what is text', async () => {
    // A page without a policy shows which ways there are.
    const [open, ...closed] = await Promise.all([Beacon.open(), Beacon.open(), Beacon.open()]);
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.addInitScript('globalThis.__name = (named) => named');
      await page.goto(`${open.address}/start`);
      const [ran, ...others] = await Promise.all([
        page.evaluate(tryWaysOut, open.address),
        ...[panel, map].map((frame, index) => frame.evaluate(tryWaysOut, closed[index]?.address ?? '')),
      ]);
      assert.sameMembers(ran, ['inline script', 'frame', 'srcdoc', 'handler', 'eval', 'Function', 'timer']);
      assert.isAbove(new Set(open.asked).size, 30, open.asked.join(' '));
      assert.deepEqual(others, [[], []]);
      for (const { asked } of closed) assert.isEmpty(withoutPackets(asked));

      open.asked.splice(0);
      await page.evaluate(tryToLeave, open.address);
      await waitFor(
        'a page without a policy to be left',
        () => open.asked.includes('/location') || open.asked.includes('/refresh'),
      );
      for (const [index, frame] of [panel, map].entries()) await frame.evaluate(tryToLeave, closed[index]?.address ?? '');
      const isLeft = (): boolean => closed.some(({ asked }) => withoutPackets(asked).length > 0);
      assert.isFalse(await happensWithin(3, isLeft));
      assert.deepInclude(await seen(), { windows: 1, dialogs: 0 });
    } finally {
      await browser.close();
      for (const beacon of [open, ...closed]) beacon.close();
    }
  });
});

interface Tried {
  readonly ran: number;
  /** The elements and attributes that no note may have. */
  readonly strange: readonly string[];
}

/** Puts HTML that `media/render` has written into a page, and HTML as its author wrote it by the purifier; it runs in the page. */
async function putIn({ script, raw, written }: { script: string; raw: readonly string[]; written: readonly string[] }) {
  const { purify } = (await import(`data:text/javascript;base64,${script}`)) as typeof import('../../media/purifier/main');
  let ran = 0;
  Object.assign(globalThis, { run: () => ran++ });
  const look = async (put: (place: HTMLElement) => void): Promise<Tried> => {
    ran = 0;
    const place = document.body.appendChild(document.createElement('div'));
    put(place);
    for (const one of place.querySelectorAll<HTMLElement>('*')) one.click();
    await new Promise((done) => setTimeout(done, 1000));
    const strange = [...place.querySelectorAll('*')].flatMap((one) => [
      ...(one instanceof HTMLUnknownElement || !(one instanceof HTMLElement) ? [one.tagName] : []),
      ...(/^(?:script|style|iframe|form|template|object|embed|base|link|meta)$/i.test(one.tagName) ? [one.tagName] : []),
      ...[...one.attributes].filter(({ name }) => /^on|^name$|^is$|^srcset$|^style$/.test(name)).map(({ name }) => name),
    ]);
    place.remove();
    return { ran, strange };
  };
  return {
    rendered: await look((place) => written.forEach((html) => place.insertAdjacentHTML('beforeend', html))),
    purified: await look((place) => raw.forEach((html) => place.append(purify(html)))),
  };
}

/** Puts attacks into a page as they are. Returns how many ran; it runs in the page. */
async function runAll(attacks: readonly string[]): Promise<number> {
  let ran = 0;
  Object.assign(globalThis, { run: () => ran++ });
  // One of the attacks has the document find something else by the name of its body.
  const { body } = document;
  for (const attack of attacks) body.insertAdjacentHTML('beforeend', attack);
  await new Promise((done) => setTimeout(done, 1000));
  return ran;
}

/** Chromium knows no policy for WebRTC, whose packets tell that somebody is there, see docs/security.md. */
function withoutPackets(asked: readonly string[]): readonly string[] {
  return asked.filter((path) => path !== 'UDP');
}
