import * as vscode from 'vscode';
import { languages, type LanguageId, type LanguageInfo } from '../../core/syntax/language';
import type { Folders } from '../../source/folders';
import { settings as names } from '../editor/contributions';
import { Lifetime, Slot, type Disposable } from '../../workspace/lifetime';
import type { FrontWorker } from '../../workspace/indexing/indexingWorkers';
import type { Model } from '../model/model';
import type { Slices } from '../../workspace/indexing/slices';
import type { LanguageFeature, Settings } from '../editor/settings';
import type { Uses } from '../uses/uses';
import { Definitions } from './definitions';
import { Meanings } from '../uses/meanings';
import { DocumentSymbols } from './documentSymbols';
import { DocumentSyntax } from './documentSyntax';
import { hasGrammar, hasServer } from '../editor/otherExtensions';
import { Folding, legend, ScalaColours } from './coloursAndFolds';
import { SourceHover } from '../hovers/sourceHover';
import { SourceTexts } from '../uses/sourceTexts';
import { WorkspaceSymbols } from './workspaceSymbols';

export interface LanguageParts {
  readonly model: Model;
  readonly settings: Settings;
  readonly uses: Uses;
  readonly worker: FrontWorker;
  readonly folders: Folders;
  readonly slices: Slices;
}

/** Registers what the editor can do with source in a language: in the files of source trees, where no other extension does it. */
export function registerLanguage(parts: LanguageParts): Disposable {
  return new LanguageFeatures(parts);
}

type Register = (files: vscode.DocumentFilter[]) => Disposable;

class LanguageFeatures extends Lifetime {
  /** The function that registers each feature for the files in which it is on. */
  private readonly features: Readonly<Record<LanguageFeature, Register>>;
  private readonly registered = new Map<LanguageFeature, { readonly key: string; readonly slot: Slot<Disposable> }>();

  constructor(private readonly parts: LanguageParts) {
    super();
    this.features = this.createFeatures();
    this.register(parts.model.trees.onDidChange(() => this.update()));
    this.register(vscode.extensions.onDidChange(() => this.update()));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${names.section}.${names.languageFeatures}`)) this.update();
      }),
    );
    this.update();
  }

  private createFeatures(): Readonly<Record<LanguageFeature, Register>> {
    const { model, uses, worker, folders, slices } = this.parts;
    const { trees, bindings } = model;
    const syntax = new DocumentSyntax(trees, worker);
    const meanings = new Meanings(trees, uses);
    const editor = vscode.languages;
    const symbolLanguages = (): readonly LanguageInfo[] => this.languagesOf('workspaceSymbols');
    return {
      colours: (files) => editor.registerDocumentSemanticTokensProvider(files, new ScalaColours(syntax), legend),
      outline: (files) => editor.registerDocumentSymbolProvider(files, new DocumentSymbols(trees, worker)),
      folding: (files) => editor.registerFoldingRangeProvider(files, new Folding(syntax)),
      workspaceSymbols: () => editor.registerWorkspaceSymbolProvider(new WorkspaceSymbols(trees, slices, symbolLanguages)),
      definitions: (files) => editor.registerDefinitionProvider(files, new Definitions(meanings)),
      hover: (files) => editor.registerHoverProvider(files, new SourceHover(meanings, new SourceTexts(folders), bindings)),
    };
  }

  private update(): void {
    for (const feature of Object.keys(this.features) as LanguageFeature[]) this.updateOne(feature);
  }

  /** Registers a feature anew where the files in which it is on have changed. */
  private updateOne(feature: LanguageFeature): void {
    const on = this.languagesOf(feature);
    const files = this.parts.model.trees.all.flatMap(({ root }) =>
      on.map(({ extension }) => ({ pattern: new vscode.RelativePattern(root, `**/*${extension}`) })),
    );
    const key = files.map(({ pattern }) => `${pattern.baseUri.toString()} ${pattern.pattern}`).join('\n');
    const known = this.registered.get(feature);
    if (known?.key === key) return;
    const slot = known?.slot ?? this.register(new Slot<Disposable>());
    slot.value = files.length === 0 ? undefined : this.features[feature](files);
    this.registered.set(feature, { key, slot });
  }

  /** Returns the languages in which a feature is on. */
  private languagesOf(feature: LanguageFeature): readonly LanguageInfo[] {
    return languages.filter(({ id }) => this.isOn(feature, id));
  }

  private isOn(feature: LanguageFeature, language: LanguageId): boolean {
    // The editor colours Java itself.
    if (feature === 'colours' && language === 'java') return false;
    const wanted = this.parts.settings.languageFeature(feature);
    switch (wanted) {
      case 'on':
        return true;
      case 'off':
        return false;
      case 'auto':
        return !hasServer(language) && !(feature === 'colours' && hasGrammar(language));
      default:
        return wanted satisfies never;
    }
  }
}
