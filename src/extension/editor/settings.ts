import * as vscode from 'vscode';
import { settings } from './contributions';
import { parseFolderSetting, virtualPath } from './folderSetting';
import type { Platform } from './platform';

/** The places that have icons in the gutter; each includes those before it. */
export const gutterLevels = ['off', 'subjects', 'subjectsAndMentions', 'everything'] as const;

export type GutterLevel = (typeof gutterLevels)[number];

type Flag = 'overviewRuler' | 'hover' | 'codeLens' | 'followCursor';

/**
 * The language features that the extension gives to source where no other extension does. A test holds them and package.json
 * together.
 */
export const languageFeatures = ['colours', 'outline', 'folding', 'workspaceSymbols', 'definitions', 'hover'] as const;

export type LanguageFeature = (typeof languageFeatures)[number];

/** The user's settings. They are looked up anew each time. */
export class Settings {
  constructor(private readonly platform: Platform) {}

  /** The folder of the shipped notes to show, below `notes/`. */
  get language(): 'en' | 'zh-cn' {
    const wanted = this.get<string>(settings.language, 'auto');
    if (wanted === 'en' || wanted === 'zh-cn') return wanted;
    return vscode.env.language.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';
  }

  get notesFolders(): readonly vscode.Uri[] {
    return this.folders(settings.notesFolders);
  }

  get sourceFolders(): readonly vscode.Uri[] {
    return this.folders(settings.sourceFolders);
  }

  /** The setting was a yes or no once, which still counts. */
  get gutterIcons(): GutterLevel {
    const wanted: unknown = this.get<unknown>(settings.gutterIcons, true);
    return wanted === false ? 'off' : (gutterLevels.find((level) => level === wanted) ?? 'subjectsAndMentions');
  }

  isOn(flag: Flag): boolean {
    return this.get(flag, flag !== 'codeLens');
  }

  languageFeature(feature: LanguageFeature): 'auto' | 'on' | 'off' {
    const wanted: unknown = this.get<Partial<Record<string, unknown>>>(settings.languageFeatures, {})[feature];
    return wanted === 'on' || wanted === 'off' ? wanted : 'auto';
  }

  private get<T>(name: string, otherwise: T): T {
    return vscode.workspace.getConfiguration(settings.section).get(name, otherwise);
  }

  private folders(name: string): readonly vscode.Uri[] {
    const paths: readonly unknown[] = this.get<readonly unknown[]>(name, []);
    return paths.flatMap((path) => (typeof path === 'string' && path.trim() !== '' ? this.resolve(path) : []));
  }

  /** Resolves a path of a setting. A relative path may be meant in every folder of the workspace. */
  private resolve(path: string): readonly vscode.Uri[] {
    const { from, text } = parseFolderSetting(path);
    const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    switch (from) {
      case 'uri':
        return [vscode.Uri.parse(text)];
      case 'home':
        return this.platform.home === undefined ? [] : [vscode.Uri.joinPath(this.platform.home, text)];
      case 'root': {
        // In a virtual workspace it is a path of that workspace's file system.
        const [first] = folders;
        return [first === undefined || first.scheme === 'file' ? vscode.Uri.file(text) : first.with({ path: virtualPath(text) })];
      }
      case 'workspace':
        return folders.map((folder) => vscode.Uri.joinPath(folder, text));
      default:
        return from satisfies never;
    }
  }
}
