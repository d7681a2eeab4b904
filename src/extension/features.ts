import * as vscode from 'vscode';
import { languages } from '../core/syntax/language';
import type { Folders } from '../source/folders';
import { pathsBelow } from '../source/pathsBelow';
import { Later, Lifetime, type Disposable } from '../workspace/lifetime';
import { AnchorDefinition } from './markdown/anchorDefinition';
import { AnchorHover } from './hovers/anchorHover';
import { AnchorLinks } from './markdown/anchorLinks';
import type { FrontWorker } from '../workspace/indexing/indexingWorkers';
import type { Model } from './model/model';
import type { NotesModel } from './notes/notesModel';
import type { Slices } from '../workspace/indexing/slices';
import type { Log } from '../workspace/log';
import type { SourceIndexing } from '../workspace/indexing/sourceIndexing';
import type { Settings } from './editor/settings';
import type { Uses } from './uses/uses';
import type { VisitingNotes } from './notes/visitingNotes';
import { type ReferenceLoader, registerAnchorReferences, registerSymbolReferences } from './references/registerReferences';
import { TrailStatus } from './trails/trailStatus';
import { AnnotationLenses } from './annotations/annotationLenses';
import { Decorations } from './annotations/decorations';
import { AnnotationHover } from './hovers/annotationHover';
import { StatusBar } from './status/statusBar';
import { UseHover } from './hovers/useHover';

/** The milliseconds after which the language features are loaded. */
const languageDelay = 150;

interface FeatureParts {
  readonly model: Model;
  readonly notes: NotesModel;
  readonly visiting: VisitingNotes;
  readonly indexing: SourceIndexing;
  readonly slices: Slices;
  readonly log: Log;
  readonly settings: Settings;
  readonly uses: Uses;
  readonly worker: FrontWorker;
  readonly folders: Folders;
  readonly references: ReferenceLoader;
  readonly extensionUri: vscode.Uri;
}

/**
 * Registers what shows notes in editors: for source once there is a tree, for Markdown once there are notes of the reader's own
 * too.
 */
export function registerFeatures(parts: FeatureParts): Disposable {
  return new Features(parts);
}

class Features extends Lifetime {
  private hasSource = false;
  private hasNotes = false;
  private hasTrails = false;

  constructor(private readonly parts: FeatureParts) {
    super();
    const { trees, trails } = parts.model;
    this.register(trails.onDidChange(() => this.startTrails()));
    this.startTrails();
    this.register(trees.onDidChange(() => this.start()));
    this.register(vscode.workspace.onDidChangeConfiguration(() => this.start()));
    this.register(parts.model.notes.onDidChange(() => this.startNotes()));
    this.register(vscode.workspace.onDidOpenTextDocument(() => this.start()));
    this.start();
  }

  private start(): void {
    if (this.parts.model.trees.all.length > 0) this.startSource();
    else if (this.areNotesInSight()) this.startNotes();
  }

  /**
   * Returns whether a folder of the reader's own notes, or a note in one, is open. Otherwise its features wait until somebody
   * asks for notes.
   */
  private areNotesInSight(): boolean {
    const folders = this.hasNotes ? [] : this.parts.settings.notesFolders;
    if (folders.length === 0) return false;
    if (folders.some((folder) => vscode.workspace.getWorkspaceFolder(folder) !== undefined)) return true;
    const paths = folders.map((folder) => pathsBelow(folder.toString()));
    return vscode.workspace.textDocuments.some(({ uri }) => paths.some((path) => path(uri.toString()) !== undefined));
  }

  private startSource(): void {
    if (this.hasSource) return;
    this.hasSource = true;
    const { model, settings, indexing, uses, references, extensionUri } = this.parts;
    const source = languages.map(({ extension }) => ({ pattern: `**/*${extension}` }));
    this.register(new Decorations(model, settings, vscode.Uri.joinPath(extensionUri, 'media', 'icons')));
    this.register(vscode.languages.registerHoverProvider(source, new AnnotationHover(model, settings)));
    this.register(vscode.languages.registerHoverProvider(source, new UseHover(model, uses, settings)));
    this.register(vscode.languages.registerCodeLensProvider(source, this.register(new AnnotationLenses(model, settings))));
    this.register(registerSymbolReferences(references, source));
    this.register(new StatusBar(model, indexing));
    this.startNotes();
    // The annotations come first, since loading this takes the host some milliseconds.
    this.register(new Later(languageDelay, () => void this.startLanguage().then(() => this.startWriting(source))));
  }

  private async startLanguage(): Promise<void> {
    const { registerLanguage } = await import('./language/registerLanguage');
    // Loading it took this thread some milliseconds, so others have their turn first.
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.register(registerLanguage(this.parts));
  }

  private async startWriting(source: vscode.DocumentSelector): Promise<void> {
    const { registerWriting } = await import('./writing/registerWriting');
    this.register(registerWriting(this.parts.model.trees, this.parts.slices, source));
  }

  private async startProblems(): Promise<void> {
    const { ProblemsView, QuickFixes } = await import('./problems/problemsView');
    const { model, notes, folders, slices, log } = this.parts;
    const sources = { notes: notes.shelves, bindings: model.bindings, folders, slices, log };
    this.register(new ProblemsView(sources, notes.onDidChangeFile));
    const fixes = { providedCodeActionKinds: QuickFixes.kinds };
    this.register(vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, new QuickFixes(model), fixes));
  }

  private startTrails(): void {
    const { position, lost } = this.parts.model.trails;
    if (this.hasTrails || (position === undefined && lost === undefined)) return;
    this.hasTrails = true;
    this.register(new TrailStatus(this.parts.model));
  }

  private startNotes(): void {
    if (this.hasNotes) return;
    this.hasNotes = true;
    const { model, notes, visiting, references } = this.parts;
    const markdown = { language: 'markdown' };
    this.register(vscode.languages.registerDocumentLinkProvider(markdown, new AnchorLinks(visiting)));
    this.register(vscode.languages.registerHoverProvider(markdown, new AnchorHover(model, visiting)));
    this.register(vscode.languages.registerDefinitionProvider(markdown, new AnchorDefinition(model, visiting)));
    this.register(registerAnchorReferences(references));
    void this.startProblems();
    void notes.ready();
  }
}
