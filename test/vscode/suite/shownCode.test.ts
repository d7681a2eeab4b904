import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Excerpt } from '../../../src/core/excerpts/excerpt';
import { editorFolders } from '../../../src/extension/editor/editorFolders';
import { ExcerptsModel } from '../../../src/extension/excerpts/excerptsModel';
import type { Model } from '../../../src/extension/model/model';
import { activeModel, activeTree, OwnNotes, takeBack, until } from '../support';

const file = 'core/src/main/scala/kafka/network/SocketServer.scala';
const fence = (anchor: string): string => `\`\`\`kafka\n${anchor}\n\`\`\`\n`;
const server = 'kafka.network.SocketServer';
const startup = `${server}#startup:~:text=this.synchronized,controlPlaneListener`;
const text = `# Shown

It decides here: [\`startup\`](kafka:${server}#startup)

${[startup, server, `${server}#nowhere`, 'org.apache.kafka.clients.producer.KafkaProducer#close', '/gradle.properties:~:text=group'].map(fence).join('\n')}`;

describe('the code that notes show', () => {
  let own: OwnNotes;
  let model: Model;
  const note = (): string => own.file('shown.md').toString();

  before(async () => {
    own = await OwnNotes.create({ 'README.md': '# My notes\n', 'shown.md': text });
    model = await activeModel();
    await activeTree(model);
  });
  after(() => own.remove());
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  /** Returns the excerpt of an anchor once it is as it should be. */
  async function shown(anchor: string, isRight: (excerpt: Excerpt) => boolean, whole: readonly string[] = []): Promise<Excerpt> {
    let found: Excerpt | undefined;
    let asking: Promise<unknown> = Promise.resolve();
    await until(`the excerpt of ${anchor}`, () => {
      asking = asking.then(async () => {
        const excerpts = await model.excerpts.read(note(), new Set(whole.map((one) => `kafka:${one}`)));
        found = excerpts.get(`kafka:${anchor}`);
      });
      return found !== undefined && isRight(found);
    });
    await asking;
    assert(found !== undefined);
    return found;
  }

  const isCode = ({ kind }: Excerpt): boolean => kind === 'code';

  it('is that of the reader’s own source, from the first line to the last', async () => {
    const excerpt = await shown(startup, isCode);
    assert(excerpt.kind === 'code');
    const document = await vscode.workspace.openTextDocument((await activeTree(model)).uriOf(file));
    const { first, last, text: code } = excerpt.code;
    assert.include(document.lineAt(first).text, 'this.synchronized');
    assert.include(document.lineAt(last).text, 'controlPlaneListener');
    assert.equal(code.split('\n')[0], 'this.synchronized {');
    assert.deepEqual(
      code.split('\n').map((line) => line.trim()),
      Array.from({ length: last - first + 1 }, (_, at) => document.lineAt(first + at).text.trim()),
    );
  });

  it('is cut at 15 lines, and whole up to a bound where that is wanted', async () => {
    const short = await shown(server, isCode);
    const long = await shown(server, isCode, [server]);
    assert(short.kind === 'code' && long.kind === 'code');
    assert.equal(short.code.shown, 15);
    assert.isAbove(long.code.shown, 100);
    assert.isAtMost(long.code.shown, 300);
    assert.isTrue(long.code.text.startsWith(short.code.text.split('\n')[0] ?? '?'));
  });

  it('is none where its anchor is wrong, and says why', async () => {
    const tree = await activeTree(model);
    await until('all files to be read', () => tree.table.complete);
    const missing = await shown(`${server}#nowhere`, ({ result }) => result.state === 'missing');
    const several = await shown(
      'org.apache.kafka.clients.producer.KafkaProducer#close',
      ({ result }) => result.state === 'ambiguous',
    );
    assert.deepEqual([missing.kind, several.kind], ['none', 'none']);
  });

  it('follows what is typed and not saved, at the right lines all the time', async () => {
    const before = await shown(startup, isCode);
    assert(before.kind === 'code');
    const document = await vscode.workspace.openTextDocument((await activeTree(model)).uriOf(file));
    const editor = await vscode.window.showTextDocument(document);
    const told = new Promise<void>((resolve) => {
      const listening = model.excerpts.onDidChange((notes) => {
        if (!notes.has(note())) return;
        listening.dispose();
        resolve();
      });
    });
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '// one\n// two\n');
      edit.insert(new vscode.Position(before.code.first + 1, 0), '      // typed\n');
    });
    await told;
    const after = await shown(startup, (one) => one.kind === 'code' && one.code.text.includes('// typed'));
    assert(after.kind === 'code');
    assert.equal(after.code.first, before.code.first + 2);
    assert.equal(after.code.last, before.code.last + 3);
    await takeBack(document);
    await shown(startup, (one) => one.kind === 'code' && one.code.text === before.code.text);
  });

  it('follows a file that is no source, too', async () => {
    const anchor = '/gradle.properties:~:text=group';
    const uri = (await activeTree(model)).uriOf('gradle.properties');
    const before = await shown(anchor, isCode);
    assert(before.kind === 'code');
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# typed\n'));
    await shown(anchor, (one) => one.kind === 'code' && one.code.first === before.code.first + 1);
    await takeBack(document);
    await shown(anchor, (one) => one.kind === 'code' && one.code.first === before.code.first);
  });

  it('takes one reading of a file for all excerpts of a note, and none where nothing has changed', async () => {
    const many = Array.from({ length: 40 }, (_, at) => fence(at % 2 === 0 ? startup : `${server}#startup`));
    await own.write('many.md', `# Many\n\n${many.join('\n')}`);
    const uri = own.file('many.md').toString();
    await until('its bindings', () => {
      const bindings = model.bindings.ofNote(uri);
      return bindings.length === 40 && bindings.every(({ result }) => result.state === 'exact');
    });
    const reads: string[] = [];
    const read = (one: string): Promise<Uint8Array | undefined> => {
      reads.push(one);
      return editorFolders.read(one);
    };
    const counted = new ExcerptsModel(model.trees, model.bindings, { ...editorFolders, read });
    const first = await counted.read(uri);
    assert.deepEqual(reads, [(await activeTree(model)).uriOf(file).toString()]);
    assert.equal((await counted.read(uri)).get(`kafka:${startup}`), first.get(`kafka:${startup}`));
    assert.lengthOf(reads, 1);
    counted.dispose();
  });

  it('stands in the hovers over the code, over the anchor, and its anchor is a link', async () => {
    const said = async (uri: vscode.Uri, position: vscode.Position): Promise<string> => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
      const contents = hovers.flatMap((hover) => hover.contents);
      return contents.map((one) => (one instanceof vscode.MarkdownString ? one.value : '')).join('\n');
    };
    const document = await vscode.workspace.openTextDocument((await activeTree(model)).uriOf(file));
    await vscode.window.showTextDocument(document);
    const excerpt = await shown(startup, isCode);
    assert(excerpt.kind === 'code');
    const { first, last } = excerpt.code;
    const hover = await said(document.uri, excerpt.target.range.start as unknown as vscode.Position);
    assert.include(hover, `SocketServer&#46;scala&#58;${first + 1}–${last + 1}`);
    assert.include(hover, '```scala\nthis.synchronized {');
    assert.notInclude(hover, '```kafka');

    const markdown = await vscode.workspace.openTextDocument(own.file('shown.md'));
    await vscode.window.showTextDocument(markdown);
    const at = markdown.positionAt(markdown.getText().indexOf(startup) + 5);
    assert.include(await said(markdown.uri, at), '```scala\nthis.synchronized {');
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', markdown.uri, 20);
    assert.include(
      links.map(({ range }) => markdown.getText(range)),
      startup,
    );
  });
});
