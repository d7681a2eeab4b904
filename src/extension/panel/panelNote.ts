import * as vscode from 'vscode';
import type { Binding } from '../../core/bindings/binding';
import type { Note } from '../../core/notes/note';
import { withoutComments } from '../../core/notes/htmlComments';
import { readingSeconds } from '../../core/notes/readingTime';
import { LineIndex } from '../../core/util/lineIndex';
import { areSameItems } from '../../core/util/sameItems';
import type { PanelAnchor, PanelNote, PanelTerm } from '../../protocol/panel';
import { prefixOf } from '../../source/folders';
import { Glossaries } from '../bindings/glossaries';
import type { Model } from '../model/model';
import { describeMalformed, describeState } from '../bindings/stateWords';

interface Made {
  readonly glossary: readonly PanelTerm[];
  readonly note: Note;
  readonly bindings: readonly Binding[];
  readonly page: PanelNote;
}

/** Makes notes as a page gets them. It returns the same object as long as nothing in it has changed. */
export class PanelNotes {
  private last: Made | undefined;
  private isOld = false;
  private readonly glossaries = new Glossaries(() => this.model.notes);

  constructor(
    private readonly model: Model,
    private readonly webview: vscode.Webview,
  ) {}

  of(note: Note): PanelNote {
    // A binding never changes; it is replaced by another one.
    const bindings = this.model.bindings.ofNote(note.uri);
    const glossary = this.glossaries.of(note.uri);
    if (!this.isOld && this.last?.note === note && this.last.glossary === glossary && areSameItems(bindings, this.last.bindings))
      return this.last.page;
    this.isOld = false;
    const page = {
      ...panelNote(this.model, note, bindings, this.webview, this.last),
      ...(glossary.length > 0 && { terms: glossary }),
    };
    const isSame = JSON.stringify(page) === JSON.stringify(this.last?.page);
    this.last = { note, bindings, glossary, page: isSame && this.last !== undefined ? this.last.page : page };
    return this.last.page;
  }

  /** Returns a note as the page has it, though its file may be gone; undefined where the page has had another one since. */
  kept(note: string): PanelNote | undefined {
    return this.last?.note.uri === note ? this.last.page : undefined;
  }

  /** Returns the last that was known of an anchor of such a note. */
  keptBinding(note: string, text: string): Binding | undefined {
    return this.last?.note.uri === note ? this.last.bindings.find(({ anchor }) => anchor.text === text) : undefined;
  }

  /** The notes may be in other folders now. */
  renew(): void {
    this.isOld = true;
  }
}

function panelNote(
  model: Model,
  note: Note,
  bindings: readonly Binding[],
  webview: vscode.Webview,
  known: Made | undefined,
): PanelNote {
  const folder = vscode.Uri.joinPath(vscode.Uri.parse(note.uri), '..');
  const root = model.notes.folderOf(note.uri)?.uri ?? folder;
  const body = new LineIndex(note.text).startOf(note.bodyLine);
  return {
    uri: note.uri,
    title: note.title,
    ...(note.summary === undefined ? {} : { summary: note.summary }),
    markdown: note.text.slice(body),
    seconds: known?.note === note ? known.page.seconds : readingSeconds(withoutComments(note).slice(body)),
    base: prefixOf(webview.asWebviewUri(folder).toString()),
    root: prefixOf(webview.asWebviewUri(root).toString()),
    anchors: panelAnchors(note, bindings),
    slugs: note.sections.map(({ slug }) => slug),
  };
}

function panelAnchors(note: Note, bindings: readonly Binding[]): PanelAnchor[] {
  const anchors = new Map<string, PanelAnchor>();
  for (const { text, parsed } of note.anchors) {
    if (!parsed.ok) anchors.set(text, { text, state: 'malformed', title: describeMalformed(parsed.error.code) });
  }
  for (const { anchor, result } of bindings) {
    anchors.set(anchor.text, { text: anchor.text, state: result.state, title: describeState(result) });
  }
  return [...anchors.values()];
}
