import { assert } from 'chai';
import { join } from 'node:path';
import { disposeAfterwards, Editor } from './harness/editor';
import { writeFakeExtension } from './harness/fakeExtension';
import { lineOf } from './harness/source';
import { waitFor } from './harness/waiting';

const apis = 'core/src/main/scala/kafka/server/KafkaApis.scala';
const manager = 'core/src/main/scala/kafka/server/ReplicaManager.scala';
const sender = 'clients/src/main/java/org/apache/kafka/clients/producer/internals/Sender.java';

describe('Scala and Java without a build', () => {
  let editor: Editor;
  let use: number;
  disposeAfterwards(() => editor);
  before(async () => {
    editor = await Editor.open({
      size: { width: 1600, height: 1000 },
      settings: { 'editor.minimap.enabled': false, 'editor.showFoldingControls': 'always' },
    });
    use = lineOf(apis, 'timeout = produceRequest.timeout.toLong') - 1;
    await editor.openFile(apis, use, 26);
  });

  /** The colours of the parts of the lines in view that begin with this text. */
  function coloursOf(text: string): Promise<string[]> {
    return editor.text.element
      .locator('.view-line span > span')
      .evaluateAll(
        (spans, wanted) =>
          spans
            .filter(({ textContent }) => textContent.replaceAll('\u00a0', ' ').trim().startsWith(wanted))
            .map((span) => getComputedStyle(span).color),
        text,
      );
  }

  function lineNumbers(): Promise<number[]> {
    return editor.text.element
      .locator('.margin-view-overlays .line-numbers')
      .evaluateAll((numbers) => numbers.map(({ textContent }) => Number(textContent)).sort((a, b) => a - b));
  }

  for (const theme of ['Light Modern', 'Dark High Contrast', 'Dark Modern']) {
    it(`has colours in Scala: ${theme}`, async () => {
      await editor.workbench.chooseTheme(theme);
      // A name is a method's only by the trees; without them it has the colour of `request`.
      await waitFor('the colours from the trees', async () => {
        const [method, name] = [await coloursOf('sendNoOpResponseExemptThrottle'), await coloursOf('request')];
        return method.length > 0 && !name.includes(method[0] ?? '');
      });
      const seen = new Map<string, string>();
      for (const text of ['def', '// call', 'ProduceResponse']) {
        const [colour] = await coloursOf(text);
        assert(colour !== undefined, `${text} in ${theme}`);
        assert.isFalse(seen.has(colour), `${text} in ${theme} is coloured as ${seen.get(colour) ?? ''}`);
        seen.set(colour, text);
      }
      await editor.screenshot(`language-${theme.toLowerCase().replaceAll(' ', '-')}`);
    });
  }

  it('shows the signature and the doc comment, and with them what the notes say', async () => {
    // The parts come one after the other.
    const said = await editor.text.hover(
      'appendRecords(',
      use,
      /^(?=[^]*(?:about|mentions) (?:a statement in )?ReplicaManager.appendRecords)(?=[^]*def appendRecords\(timeout: Long)/,
    );
    assert.include(said, 'Append messages to leader replicas of the partition');
    await editor.screenshot('language-hover');
    await editor.page.keyboard.press('Escape');
    await editor.page.mouse.move(5, 5);
  });

  it('peeks at the definition by key, and goes there', async () => {
    await editor.workbench.goToLine(use, 26);
    await editor.keys.press('Control+Shift+F10');
    const peek = editor.page.locator('.peekview-widget');
    await peek.locator('.view-line', { hasText: 'def appendRecords(timeout: Long' }).first().waitFor();
    await editor.screenshot('language-peek');
    await editor.page.keyboard.press('Escape');
    await peek.waitFor({ state: 'detached' });
    await editor.keys.press('F12');
    await waitFor('the other file', async () => (await editor.workbench.activeTab()) === 'ReplicaManager.scala');
    const declared = lineOf(manager, 'def appendRecords(timeout: Long');
    await waitFor('the declaration', async () => (await editor.workbench.cursor())?.line === declared);
  });

  it('says in breadcrumbs and the outline where the cursor is', async () => {
    const crumbs = editor.page.locator('.breadcrumbs-control .monaco-breadcrumb-item');
    await waitFor(
      'the breadcrumbs',
      async () => (await crumbs.allInnerTexts()).slice(-2).join('/') === 'ReplicaManager/appendRecords',
    );
    await editor.workbench.runCommand('Explorer: Focus on Outline View');
    await editor.workbench.rows('Outline').filter({ hasText: 'LogAppendResult' }).first().waitFor();
    await editor.screenshot('language-outline');
  });

  it('folds by key', async () => {
    const declared = lineOf(manager, 'def appendRecords(timeout: Long');
    await editor.workbench.goToLine(declared, 8);
    await editor.text.focus();
    // The key does nothing as long as the editor does not know what folds.
    await editor.text.element.locator('.codicon-folding-expanded').first().waitFor();
    await editor.keys.press('Control+Shift+BracketLeft');
    await waitFor('the folded method', async () => {
      const numbers = await lineNumbers();
      return numbers.includes(declared) && !numbers.includes(declared + 1) && !numbers.includes(declared + 20);
    });
    await editor.screenshot('language-folded');
    await editor.keys.press('Control+Shift+BracketRight');
    await waitFor('the method again', async () => (await lineNumbers()).includes(declared + 1));
  });

  it('finds symbols of the workspace by their humps', async () => {
    await editor.keys.press('Control+T');
    await editor.workbench.quickInput().fill('#sendProdData');
    const row = editor.page.locator('.quick-input-list .monaco-list-row', { hasText: 'sendProducerData' });
    await row.first().waitFor();
    await editor.screenshot('language-symbols');
    await editor.keys.press('Enter');
    await waitFor('the Java file', async () => (await editor.workbench.activeTab()) === 'Sender.java');
    const declared = lineOf(sender, 'private long sendProducerData(');
    await waitFor('the method', async () => (await editor.workbench.cursor())?.line === declared);
    await editor.workbench.rows('Outline').filter({ hasText: 'Sender' }).first().waitFor();
  });

  it('leaves Scala, and only that, to other extensions as soon as there are some', async () => {
    const grammar = { scopeName: 'source.scala', patterns: [{ match: '\\bdef\\b', name: 'comment.line' }] };
    const grammars = [{ language: 'scala', scopeName: 'source.scala', path: './grammar.json' }];
    await editor.install(
      await writeFakeExtension(
        join(editor.scratch.folder, 'scala.vsix'),
        'scala-lang.scala',
        { grammars },
        { 'grammar.json': grammar },
      ),
    );
    await editor.install(await writeFakeExtension(join(editor.scratch.folder, 'metals.vsix'), 'scalameta.metals', {}));
    await editor.openFile(apis, use, 26);
    await editor.workbench.pane('Outline').getByText('No symbols found').waitFor();
    await waitFor('the colours of the other extension', async () => {
      const [plain] = await coloursOf('request');
      const others = [await coloursOf('sendNoOpResponseExemptThrottle'), await coloursOf('// call')].flat();
      const [word] = await coloursOf('def');
      return word !== undefined && word !== plain && others.length > 0 && others.every((colour) => colour === plain);
    });
    await editor.screenshot('language-others');
    await editor.openFile(sender);
    await editor.workbench.rows('Outline').filter({ hasText: 'Sender' }).first().waitFor();
  });
});
