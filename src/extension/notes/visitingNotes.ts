import { anchorScheme } from '../../core/notes/scheme';
import * as vscode from 'vscode';
import type { Note, NoteAnchor } from '../../core/notes/note';
import { Debounced, Lifetime } from '../../workspace/lifetime';
import type { NoteLibrary } from '../model/model';
import type { NoteWorker } from '../../workspace/notes/noteWorker';

/** The milliseconds of quiet after a keystroke until a document is parsed again. */
const quiet = 150;

/** Holds the Markdown documents that are open in editors, have anchors, and lie outside of the note folders. */
export class VisitingNotes extends Lifetime {
  private readonly byUri = new Map<string, Note>();
  private readonly stale = new Set<vscode.TextDocument>();
  private readonly parsing = this.register(new Debounced(quiet, () => void this.parse()));
  private readonly changed = this.register(new vscode.EventEmitter<ReadonlySet<string>>());
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly library: NoteLibrary,
    private readonly reader: NoteWorker,
  ) {
    super();
    this.register(vscode.workspace.onDidOpenTextDocument((document) => this.touch(document)));
    this.register(vscode.workspace.onDidChangeTextDocument(({ document }) => this.touch(document)));
    this.register(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.drop(uri.toString())));
    this.register(library.onDidChange((uris) => uris.forEach((uri) => library.note(uri) !== undefined && this.drop(uri))));
    for (const document of vscode.workspace.textDocuments) this.touch(document);
  }

  note(uri: string): Note | undefined {
    return this.byUri.get(uri);
  }

  all(): readonly Note[] {
    return [...this.byUri.values()];
  }

  /** Returns the anchors that a Markdown document has at this moment, in a folder of notes or not. */
  async anchors(document: vscode.TextDocument): Promise<readonly NoteAnchor[]> {
    const [uri, text] = [document.uri.toString(), document.getText()];
    const known = this.library.note(uri) ?? this.byUri.get(uri);
    if (known?.text === text) return known.anchors;
    return mayHaveAnchors(text) ? ((await this.reader.readText(uri, text))?.anchors ?? []) : [];
  }

  private touch(document: vscode.TextDocument): void {
    if (!isMarkdown(document)) return;
    this.stale.add(document);
    this.parsing.request();
  }

  private async parse(): Promise<void> {
    const documents = [...this.stale];
    this.stale.clear();
    const fresh = documents.filter((document) => !document.isClosed && this.library.note(document.uri.toString()) === undefined);
    const changed = new Set<string>();
    for (const document of fresh) {
      const [uri, text] = [document.uri.toString(), document.getText()];
      if (!mayHaveAnchors(text)) {
        if (this.byUri.delete(uri)) changed.add(uri);
        continue;
      }
      const note = await this.reader.readText(uri, text);
      if (this.isDisposed || document.isClosed || note === undefined) continue;
      this.byUri.set(uri, note);
      changed.add(uri);
    }
    if (changed.size > 0) this.changed.fire(changed);
  }

  private drop(uri: string): void {
    if (this.byUri.delete(uri)) this.changed.fire(new Set([uri]));
  }
}

/** Returns whether a document is Markdown that may hold anchors. Output and the old side of a diff are not. */
export function isMarkdown({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === 'markdown' && !['git', 'output', 'vscode-scm'].includes(uri.scheme);
}

/**
 * Returns whether a text has a link's destination, inline or of a definition, a link in angle brackets, or the fence of an excerpt.
 * The word alone is no reason to parse.
 */
function mayHaveAnchors(text: string): boolean {
  return new RegExp(String.raw`(?:\]\(\s*<?|\]:\s*<?|<)${anchorScheme}|(?:${'`'}{3}|~{3})[ \t]*${anchorScheme.slice(0, -1)}\b`, 'i').test(text);
}
