import * as vscode from 'vscode';
import type { Binding } from '../../core/bindings/binding';
import type { Note } from '../../core/notes/note';
import { withoutComments } from '../../core/notes/htmlComments';
import { readingSeconds } from '../../core/notes/readingTime';
import { Recent } from '../../core/symbols/recent';
import { LineIndex } from '../../core/util/lineIndex';
import { areSameItems } from '../../core/util/sameItems';
import type { PanelAnchor, PanelNote, PanelTerm } from '../../protocol/panel';
import { prefixOf } from '../../source/folders';
import { Glossaries } from '../bindings/glossaries';
import type { Model } from '../model/model';
import { describeMalformed, describeState } from '../bindings/stateWords';

/** The number of notes that are kept as a page gets them: the code of a class takes a reader to and fro between a few. */
const keptNotes = 8;

interface Made {
  /** The count of {@link PanelNotes.renew} then. */
  readonly age: number;
  readonly glossary: readonly PanelTerm[];
  readonly note: Note;
  readonly bindings: readonly Binding[];
  readonly page: PanelNote;
}

/** Makes notes as a page gets them. It returns the same object for a note as long as nothing in it has changed. */
export class PanelNotes {
  private readonly recent = new Recent<Made>(keptNotes);
  private last: Made | undefined;
  private age = 0;
  private readonly glossaries = new Glossaries(() => this.model.notes);

  constructor(
    private readonly model: Model,
    private readonly webview: vscode.Webview,
  ) {}

  of(note: Note): PanelNote {
    const known = this.recent.find(note.uri);
    // A binding never changes; it is replaced by another one.
    const bindings = this.model.bindings.ofNote(note.uri);
    const glossary = this.glossaries.of(note.uri);
    const isSame = known?.note === note && known.glossary === glossary && areSameItems(bindings, known.bindings);
    if (isSame && known.age === this.age) this.last = known;
    else {
      const made = {
        ...panelNote(this.model, note, bindings, this.webview, known),
        ...(glossary.length > 0 && { terms: glossary }),
      };
      const page = JSON.stringify(made) === JSON.stringify(known?.page) ? (known?.page ?? made) : made;
      this.last = { age: this.age, note, bindings, glossary, page };
      this.recent.set(note.uri, this.last);
    }
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
    this.age++;
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
