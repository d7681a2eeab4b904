import { execFile } from 'node:child_process';
import { chmod, mkdir, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { severityOf } from '../../../../src/core/check/severity';
import * as every from '../../everyProblem';
import { activeModel, activeTree, OwnNotes, until } from '../../support';

/** A problem as both print it: file, line, column and code. */
type Places = readonly string[];

async function write(root: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

function shown(folder: vscode.Uri): Places {
  const below = vscode.languages.getDiagnostics().filter(([{ path }]) => path.startsWith(`${folder.path}/`));
  const places = below.flatMap(([{ path }, diagnostics]) => {
    const ours = diagnostics.filter(({ source }) => source === 'Kafka Notes');
    const note = path.slice(folder.path.length + 1);
    return ours.map(
      ({ range: { start }, code }) => `${note}:${start.line + 1}:${start.character + 1} ${typeof code === 'string' ? code : '?'}`,
    );
  });
  return places.sort();
}

/** Returns what the command line prints, which knows nothing of an editor. */
function printed(notes: string, source: string): Promise<Places> {
  const extension = vscode.extensions.getExtension('kafka-notes.kafka-notes');
  assert(extension !== undefined);
  const args = [join(extension.extensionPath, 'dist', 'cli.js'), 'check', '--json', '--notes', notes, '--source', source];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } }, (error, stdout, stderr) => {
      if (stdout === '') return reject(new Error(stderr, { cause: error }));
      const { problems } = JSON.parse(stdout) as { problems: { note: string; line: number; column: number; code: string }[] };
      resolve(problems.map(({ note, line, column, code }) => `${note}:${line}:${column} ${code}`).sort());
    });
  });
}

describe('problems', () => {
  let own: OwnNotes;
  let root: string;
  /** Its name is not UTF-8, so nobody can read it, not even root. */
  const unreadable = (): Buffer =>
    Buffer.concat([Buffer.from(join(own.uri.fsPath, 'unreadable')), Buffer.of(0xff), Buffer.from('.md')]);

  before(async function () {
    this.timeout(120_000);
    root = (await activeTree(await activeModel())).uriOf('').fsPath;
    await write(root, every.source);
    own = await OwnNotes.create({ 'README.md': '' });
    const folder = own.uri.fsPath;
    await write(folder, every.notes);
    await symlink(folder, join(folder, 'sub', 'circle'));
    await symlink(dirname(folder), join(folder, 'out of it'));
    await symlink(join(root, 'gradle.properties'), join(folder, 'linked.md'));
    await writeFile(unreadable(), '# Unreadable\n');
    await writeFile(join(folder, 'secret.md'), '# Secret\n');
    await chmod(join(folder, 'secret.md'), 0);
  });
  after(async () => {
    await unlink(unreadable());
    await own.remove();
    for (const file of Object.keys(every.source)) await rm(join(root, file));
  });

  it('are the same, place by place, in the editor and on the command line; every one there is is among them', async function () {
    this.timeout(600_000);
    const tree = await activeTree(await activeModel());
    await until('all files to be indexed', () => tree.table.complete);
    const expected = await printed(own.uri.fsPath, root);
    const codes = new Set(expected.map((place) => place.replace(/^.* /, '')));
    assert.sameMembers([...codes], Object.keys(severityOf), 'each code has a line in everyProblem.ts');
    await until('the same problems', () => shown(own.uri).join('\n') === expected.join('\n')).catch(() => undefined);
    const here = shown(own.uri);
    assert.deepEqual(
      { here: here.filter((place) => !expected.includes(place)), there: expected.filter((place) => !here.includes(place)) },
      { here: [], there: [] },
    );
    assert.deepEqual(here, expected);
  });

  it('vanish and come with the files that notes link to', async () => {
    const link = 'links.md:2:5 note/link';
    await own.write('gone.md', '# There\n');
    await until('the link to lead somewhere', () => !shown(own.uri).includes(link));
    await vscode.workspace.fs.delete(own.file('gone.md'));
    await until('the link to lead nowhere', () => shown(own.uri).includes(link));
  });

  it('name the symbol, and are mended by quick fixes: overloads by their parameters, what is missing by a candidate', async () => {
    const uri = own.file('bindings.md');
    const document = await vscode.workspace.openTextDocument(uri);
    const fixes = async (line: number): Promise<readonly vscode.CodeAction[]> => {
      const place = document.lineAt(line).range;
      return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, place, 'quickfix');
    };
    const words = vscode.languages.getDiagnostics(uri).map(({ message }) => message);
    assert(words.some((one) => one.startsWith('KafkaProducer#close: ')) && words.some((one) => one.startsWith('SocketServr: ')));
    const fix = async (line: number, title: string): Promise<vscode.WorkspaceEdit | undefined> =>
      (await fixes(line)).find((one) => one.title === title)?.edit;
    // The note may just be bound anew, for its folder has changed.
    for (const parameters of ['', 'Duration']) {
      const title = `Use org.apache.kafka.clients.producer.KafkaProducer#close(${parameters})`;
      await until(title, async () => (await fix(1, title)) !== undefined);
    }
    const edit = await fix(2, 'Use kafka.network.SocketServer');
    assert(edit !== undefined && (await vscode.workspace.applyEdit(edit)));
    assert.equal(document.lineAt(2).text, '[s](kafka:kafka.network.SocketServer)');
    await until('its problem to go', () => !vscode.languages.getDiagnostics(uri).some(({ range }) => range.start.line === 2));
    assert(await document.save());
  });
});
