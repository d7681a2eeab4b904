import { assert } from 'chai';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { Beacon } from './harness/beacon';
import { disposeAfterwards, Editor } from './harness/editor';
import type { Scratch } from './harness/scratch';
import { packages, smallCheckout } from './harness/smallKafka';
import { waitFor } from './harness/waiting';

const command = '[x](command:workbench.action.files.newUntitledFile)';
const escaped = command.replace(/[[\]]/g, '\\$&');
/** The name of a file: an icon, a link to a command, and markup. */
const hostileFile = `$(alert) ${command} <img src=x>.scala`;
const folder = `${packages}/kafka/log`;

/** Names that a stranger has chosen, in all places where the editor or a page of ours shows them. */
describe('hostile names', () => {
  let beacon: Beacon;
  let editor: Editor;
  let tree: string;
  disposeAfterwards(() => editor);
  before(async () => {
    beacon = await Beacon.open();
    const to = beacon.address;
    const makeTree = async (scratch: Scratch): Promise<string> => {
      tree = await smallCheckout(join(scratch.folder, 'kafka'));
      await writeFile(join(tree, folder, hostileFile), 'package kafka.log\n\nclass Elsewhere\n');
      await writeFile(join(tree, folder, 'Hostile.scala'), sourceWith(to));
      return tree;
    };
    const title = `$(alert) ${command} **b** <img src='${to}/title.png'> ${to}/bare __proto__`;
    editor = await Editor.open({
      size: { width: 1600, height: 1400 },
      folder: makeTree,
      settings: { 'kafkaNotes.codeLens': true },
      notes: {
        'README.md': `# Evil $(alert)\n\n## Chapter $(bug) ${escaped}\n\n- [Entry $(zap) ${escaped}](evil.md)\n- [ ] $(flame) ![](${to}/entry.png)\n`,
        'evil.md': noteWith(title, to),
        'linked.md': linked,
        'long.md': `# ${'long$(alert) '.repeat(1000)}\n\nText.\n`,
      },
    });
    await editor.workbench.openContainer('Kafka Notes');
    await editor.workbench.openFile(join(tree, folder, 'Hostile.scala'), line, 8);
  });
  after(() => beacon.close());

  /** Waits until words are seen as they are written, and makes sure that beside them is no picture, and no link but ours and these to the web. */
  async function shows(place: Locator, words: string, web: readonly string[] = []): Promise<void> {
    await waitFor(`${words} in ${place.toString()}`, async () =>
      (await place.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ').includes(words),
    );
    const foreign = await place
      .locator('img, [data-href], a[href]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-href') ?? one.getAttribute('href') ?? one.outerHTML));
    const isOurs = (address: string): boolean => address === '' || /^(?:#|command:kafkaNotes\.link\.)/.test(address);
    assert.deepEqual(
      foreign.filter((address) => !isOurs(address)),
      web,
    );
  }

  const list = () => editor.page.locator('.quick-input-list');

  it('are words in the outline, and in what it says of an entry', async () => {
    const outline = editor.workbench.pane('Outline');
    await shows(outline, 'Chapter $(bug) [x](command:');
    await shows(outline, 'Entry $(zap) [x](command:');
    await outline.locator('.monaco-list-row', { hasText: '$(zap)' }).first().hover();
    await shows(editor.page.locator('.monaco-hover:not(.hidden)').last(), 'Entry $(zap) [x](command:');
    await editor.page.mouse.move(1, 1);
  });

  it('are words in hovers, in the references, above code and in the panel', async () => {
    await editor.text.hover('Hostile', line, /\$\(bug\) heading/);
    // The addresses in a doc comment are links, about which the editor asks.
    const web = ['doc.png', 'html.png'].map((name) => `${beacon.address}/${name}`);
    await shows(editor.page.locator('.monaco-hover:not(.hidden) .hover-contents'), '$(bug) heading [x](command:', web);
    await editor.screenshot('hostile-names-hover');
    await shows(editor.page.locator('.contentWidgets .codelens-decoration, .codelens-decoration'), '1 section about it');
    await editor.keys.press('Control+Alt+K', 'w');
    await shows(editor.workbench.pane('In the Notes'), '$(bug) heading [x](command:');
    const panel = await editor.workbench.panelFrame();
    await panel.locator('h2', { hasText: '$(bug) heading [x](command:' }).waitFor();
    assert.strictEqual(await panel.locator('img').count(), 0);
  });

  it('are words in the lists from which a reader chooses, and in the status bar', async () => {
    await editor.workbench.runCommand('Kafka Notes: Search Notes and Code…');
    await editor.workbench.quickInput().fill('heading');
    await shows(list(), '$(bug) heading [x](command:');
    await editor.workbench.quickInput().fill('untitledFile');
    await shows(list(), `Hostile.${command} $(alert)`);
    await editor.workbench.quickInput().fill('Elsewhere');
    await shows(list(), hostileFile);
    await editor.screenshot('hostile-names-search');
    await editor.keys.press('Escape');
    await editor.workbench.quickInput().waitFor({ state: 'hidden' });
    await editor.workbench.runCommand('Kafka Notes: Start a Trail…');
    await shows(list(), `$(alert) ${command} **b** <img`);
    await shows(list(), 'Summary of $(alert)');
    await editor.keys.press('Enter');
    await waitFor('the trail', async () =>
      (await editor.workbench.statusBar()).some((words) => words.includes('$(alert) [x](comm')),
    );
    await editor.workbench.runCommand('Kafka Notes: Trail…');
    await shows(list(), '$(bug) heading [x](command:');
    await shows(list(), '1. $(bug) heading [x](command:');
    await editor.screenshot('hostile-names-trail');
    await editor.keys.press('Escape');
  });

  it('run nothing from the editor’s own preview, whose links lead into the source or nowhere', async () => {
    await editor.workbench.openFile(join(editor.scratch.folder, 'notes', 'linked.md'));
    await editor.workbench.runCommand('Markdown: Open Preview');
    const preview = await editor.workbench.previewFrame();
    const links = preview.locator('.markdown-body a');
    await waitFor('the links', async () => (await links.count()) > 5);
    const hrefs = await links.evaluateAll((all) => all.map((one) => [one.textContent, one.getAttribute('href') ?? '']));
    const ofAnchors = hrefs.filter(([words]) => words?.startsWith('anchor'));
    for (const [words, href] of ofAnchors) assert.match(href ?? '', /^(?:#|(?:\.\.?\/)+[^:]*#L\d+,\d+)$/, words);
    const tabs = () => editor.page.locator('.part.editor .tab').count();
    const before = await tabs();
    for (const link of await links.filter({ hasText: /^(?:anchor out|command)/ }).all()) await link.click();
    assert.strictEqual(await tabs(), before);
    await editor.screenshot('hostile-names-preview');
  });

  it('have asked nobody for anything', () => {
    assert.isEmpty(beacon.asked);
  });
});

const line = 4;

function sourceWith(to: string): string {
  return [
    'package kafka.log',
    '',
    `/** Doc ![a](${to}/doc.png) <img src="${to}/html.png"> ${command} $(alert) */`,
    'class Hostile {',
    `  def \`${command} $(alert)\`(a: Int): Int = a`,
    '}',
    '',
  ].join('\n');
}

function noteWith(title: string, to: string): string {
  return [
    `---\ntitle: ${JSON.stringify(title)}\nsummary: ${JSON.stringify(`Summary of ${title}`)}\n---`,
    `## $(bug) heading ${escaped} <img src="${to}/heading.png"> [$(rocket) Hostile](kafka:kafka.log.Hostile)`,
    'Words.',
  ].join('\n\n');
}

/** The links of a note for the editor's preview, which takes dollar signs for formulas. */
const linked = [
  `[anchor file](kafka:/${folder}/${encodeURIComponent(hostileFile)}) [anchor member](kafka:kafka.log.LogSegment#append)`,
  '[anchor out](kafka:/../../../etc/passwd) [anchor none](kafka:kafka.log.None) [anchor odd](<kafka:command:a>)',
  '[command](command:workbench.action.files.newUntitledFile) [command encoded](command%3Aworkbench.action.files.newUntitledFile)',
].join('\n\n');
