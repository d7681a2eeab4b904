import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Annotation, Model, SourceTree } from '../../src/extension/model/model';
import { until } from './patience';

export { until } from './patience';

/** The running extension's model. */
export async function activeModel(): Promise<Model> {
  const extension = vscode.extensions.getExtension<{ readonly model: Model }>('kafka-notes.kafka-notes');
  assert(extension !== undefined);
  return (await extension.activate()).model;
}

export async function activeTree(model: Model): Promise<SourceTree> {
  await Promise.all([model.trees.ready(), model.notes.ready()]);
  return until('a source tree', () => model.trees.active);
}

/** Opens a file of the tree by its relative path. */
export async function openSource(model: Model, file: string): Promise<vscode.TextEditor> {
  const tree = await activeTree(model);
  return vscode.window.showTextDocument(tree.uriOf(file));
}

/** The annotation of a symbol by its path, once it is there. */
export async function annotationOf(model: Model, file: vscode.Uri, path: string): Promise<Annotation> {
  return until(`an annotation of ${path}`, () =>
    model.bindings.ofFile(file).find(({ role, target }) => role === 'subject' && target.symbol?.path === path),
  );
}

/** Lets the editor throw away what was typed. The command is about the editor in front, and does nothing while it is busy with the file. */
export async function takeBack(document: vscode.TextDocument): Promise<void> {
  await until('the editor to take the text back', () => {
    if (!document.isDirty) return true;
    void vscode.window.showTextDocument(document).then(() => vscode.commands.executeCommand('workbench.action.files.revert'));
    return false;
  });
}

/**
 * A folder of notes in the workspace, given to the extension as one of the reader's own until it is removed. Each suite gives its
 * notes names of their own: the editor keeps a document of a file that is gone, and may have its old text for a while.
 */
export class OwnNotes {
  private constructor(readonly uri: vscode.Uri) {}

  static async create(notes: Readonly<Record<string, string>>): Promise<OwnNotes> {
    const root = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert(root !== undefined);
    const own = new OwnNotes(vscode.Uri.joinPath(root, 'my notes'));
    for (const [name, text] of Object.entries(notes)) await own.write(name, text);
    await configure(['my notes']);
    return own;
  }

  file(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.uri, name);
  }

  async write(name: string, text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(this.file(name), new TextEncoder().encode(text));
  }

  async remove(): Promise<void> {
    await configure(undefined);
    await vscode.workspace.fs.delete(this.uri, { recursive: true });
  }
}

async function configure(folders: readonly string[] | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('kafkaNotes').update('notesFolders', folders, vscode.ConfigurationTarget.Workspace);
}
