import * as vscode from 'vscode';
import type { Binding } from '../../core/bindings/binding';
import type { Note } from '../../core/notes/note';
import { NoteMentions } from '../../workspace/references/noteMentions';
import type { NoteParsing } from '../../workspace/notes/noteParsing';
import { Lifetime } from '../../workspace/lifetime';
import type { Model, NotePlace } from '../model/model';

/**
 * The scheme of the texts below. The editor sorts references by their addresses, and this one comes behind those of files, local
 * or remote, so the notes follow the code.
 */
export const mentionScheme = 'x-kafka-note';

/** A note's sentences on one symbol as a text. */
interface Rendered {
  readonly lines: readonly string[];
  /** The section that each line belongs to. */
  readonly places: readonly NotePlace[];
}

/** The most texts that are kept, each of some kilobytes. */
const mostTexts = 200;

/**
 * Shows what notes say of a symbol in the editor's own list of references, as text that reads well: the heading of each section,
 * and under it the sentences. Who opens such a text comes to the section in the panel.
 */
export class RenderedMentions extends Lifetime implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, Rendered>();
  private readonly mentions: NoteMentions;

  constructor(
    private readonly model: Model,
    parsing: Pick<NoteParsing, 'mentions'>,
  ) {
    super();
    this.mentions = new NoteMentions(parsing);
    this.register(vscode.workspace.registerTextDocumentContentProvider(mentionScheme, this));
    this.register(vscode.window.tabGroups.onDidChangeTabs(({ opened }) => void this.lead(opened)));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString())?.lines.join('\n') ?? '';
  }

  /** Returns the places of a symbol's mentions in the texts made of its notes. `about` names the symbol. */
  async of(bindings: readonly Binding[], about: string): Promise<vscode.Location[]> {
    const notes = new Map<Note, Binding[]>();
    for (const binding of bindings) {
      const note = this.model.notes.note(binding.note);
      if (note !== undefined) notes.set(note, [...(notes.get(note) ?? []), binding]);
    }
    const all = await Promise.all([...notes].map(([note, own]) => this.render(note, own, about)));
    return all.flat();
  }

  private async render(note: Note, bindings: readonly Binding[], about: string): Promise<vscode.Location[]> {
    const said = await this.mentions.of(note);
    const lines: string[] = [];
    const places: NotePlace[] = [];
    const add = (line: string, slug: string | undefined): number => {
      places.push({ note: note.uri, slug });
      return lines.push(line) - 1;
    };
    const ranges: vscode.Range[] = [];
    let section = -1;
    for (const { anchor } of bindings) {
      const own = note.sections[anchor.section];
      const mention = said(anchor) ?? { text: anchor.label || anchor.text, start: 0, end: (anchor.label || anchor.text).length };
      if (anchor.section !== section) {
        if (lines.length > 0) add('', own?.slug);
        if (anchor.role === 'mention') add(own?.title === undefined || own.title === '' ? note.title : own.title, own?.slug);
        section = anchor.section;
      }
      // A heading stands at the margin, what it says under it.
      const indent = anchor.role === 'subject' ? '' : '    ';
      const line = add(indent + mention.text, own?.slug);
      ranges.push(new vscode.Range(line, indent.length + mention.start, line, indent.length + mention.end));
    }
    const uri = this.keep(note, about, { lines, places });
    return ranges.map((range) => new vscode.Location(uri, range));
  }

  private keep(note: Note, about: string, rendered: Rendered): vscode.Uri {
    // The editor shows the last part of the path as the file's name, and asks again for another query only.
    const path = `/${note.title.replaceAll('/', '\u2215') || 'note'}`;
    const query = JSON.stringify([note.uri, about, ...rendered.lines]);
    const uri = vscode.Uri.from({ scheme: mentionScheme, path, query: `${hashOf(query)}` });
    this.texts.delete(uri.toString());
    this.texts.set(uri.toString(), rendered);
    for (const oldest of this.texts.keys()) {
      if (this.texts.size <= mostTexts) break;
      this.texts.delete(oldest);
    }
    return uri;
  }

  /** Leads who opens a text to the section in the panel, which shows all of it. */
  private async lead(opened: readonly vscode.Tab[]): Promise<void> {
    const tab = opened.find(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === mentionScheme);
    if (tab === undefined || !(tab.input instanceof vscode.TabInputText)) return;
    const key = tab.input.uri.toString();
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === key);
    // The editor tells of the tab before it shows the text at the place that was chosen.
    const line = editor?.selection.active.line ?? (await lineOf(key));
    const place = this.texts.get(key)?.places[line];
    if (place === undefined) return;
    await vscode.window.tabGroups.close(tab, true);
    await this.model.navigation.openSection(place);
  }
}

/** The milliseconds in which the editor shows a text whose tab it has opened. */
const patience = 2000;

/** Resolves to the line at which the editor comes to show a text; to the first one where it does not. */
function lineOf(key: string): Promise<number> {
  return new Promise((resolve) => {
    const done = (line: number): void => {
      listening.dispose();
      clearTimeout(timer);
      resolve(line);
    };
    const listening = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      if (textEditor.document.uri.toString() === key) done(selections[0]?.active.line ?? 0);
    });
    const timer = setTimeout(() => done(0), patience);
  });
}

/** Returns a number that differs for different texts, by the algorithm FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
