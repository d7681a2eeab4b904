import * as vscode from 'vscode';
import { FileTypes } from '../../core/map/fileTypes';
import { mapNotes } from '../../core/map/mapNotes';
import { mapTree } from '../../core/map/mapTree';
import { noNotes } from '../../core/map/mapData';
import { Rpc, type Served } from '../../core/util/rpc';
import type { MapAdvice, MapCalls, MapHostCalls, MapUpdate } from '../../protocol/map';
import { commands } from '../editor/contributions';
import { Lifetime } from '../../workspace/lifetime';
import type { Model, SourceTree } from '../model/model';
import type { Report } from '../../core/util/report';
import type { Slices } from '../../workspace/indexing/slices';
import { pageHtml } from '../panel/pageHtml';
import { isMapMessage } from './mapMessages';
import { mapWords } from './mapWords';
import { columnBeside, openMapped } from './openMapped';
import { Updates, type Part } from './updates';

/**
 * The milliseconds between two updates. While a tree is indexed the picture changes with each of them, and one must be able to
 * look at it.
 */
const pace = { read: 200, reading: 1000 };

/** The parts of the extension that the map needs. */
export interface MapParts {
  readonly model: Model;
  readonly slices: Slices;
  /** Makes source that was fetched count from now on. */
  readonly useObtained: () => Promise<void>;
  readonly extensionUri: vscode.Uri;
  readonly report: Report;
}

/** The map's page in a tab: it is told what the tree and the notes are, and draws them itself. */
export class ShownMap extends Lifetime {
  private readonly host: Rpc<MapCalls, MapHostCalls>;
  private readonly types = new FileTypes();
  private readonly updates = this.register(
    new Updates(
      (parts) => this.send(parts),
      (error) => this.failed(error),
    ),
  );
  private isLooking = true;

  constructor(
    private readonly parts: MapParts,
    private readonly tab: vscode.WebviewPanel,
  ) {
    super();
    const { webview } = tab;
    this.host = new Rpc(
      {
        send: (message) => void webview.postMessage(message),
        listen: (receive) => {
          const checked = (message: unknown) => (isMapMessage(message) ? receive(message) : undefined);
          this.register(webview.onDidReceiveMessage(checked));
        },
      },
      this.calls(),
    );
    this.subscribe();
    this.open();
    void this.look();
  }

  private open(): void {
    const { webview } = this.tab;
    const assets = vscode.Uri.joinPath(this.parts.extensionUri, 'dist', 'map');
    const asset = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(assets, name)).toString();
    webview.options = { enableScripts: true, localResourceRoots: [assets] };
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      script: asset('map.js'),
      style: asset('map.css'),
      language: vscode.env.language,
      title: vscode.l10n.t('Map'),
    });
  }

  private subscribe(): void {
    const { trees, notes, bindings, progress } = this.parts.model;
    this.register(trees.onDidChange(() => this.updates.request('tree', 'notes')));
    this.register(trees.onDidIndex((tree) => tree === trees.active && this.updates.request('tree')));
    this.register(notes.onDidChange(() => this.updates.request('notes')));
    this.register(bindings.onDidChange(() => this.updates.request('notes')));
    this.register(progress.onDidChange(() => this.updates.request('notes')));
    // A page that is not seen is thrown away, and asks again when it comes back.
    this.register(this.tab.onDidChangeViewState(() => this.updates.hold(!this.tab.visible)));
  }

  /** Nothing is said about source before it is known whether there is any. */
  private async look(): Promise<void> {
    await Promise.all([this.parts.model.notes.ready(), this.parts.useObtained()]);
    this.isLooking = false;
    this.updates.request('tree', 'notes');
  }

  /** Sends one update. Returns the milliseconds until the next one may be sent. */
  private async send(parts: ReadonlySet<Part>): Promise<number> {
    const tree = this.parts.model.trees.active;
    if (tree === undefined) {
      if (!this.isLooking) this.show({ advice: adviceWithoutSource() });
      return pace.read;
    }
    const update: MapUpdate = {
      advice: null,
      ...(parts.has('notes') ? { notes: await this.notesOf(tree) } : {}),
      ...(parts.has('tree') ? { tree: await this.mapOf(tree) } : {}),
    };
    // A later request exists if another tree has come meanwhile.
    if (tree === this.parts.model.trees.active) this.show(update);
    return tree.table.complete ? pace.read : pace.reading;
  }

  private failed(error: unknown): void {
    if (!this.isDisposed) this.parts.report('update the map', error);
  }

  private show(update: MapUpdate): void {
    // A page that is gone needs no answer.
    if (!this.isDisposed) this.host.call('show', update).catch((error: unknown) => this.failed(error));
  }

  private mapOf({ table, version }: SourceTree) {
    return mapTree(table, version, this.types, this.parts.slices.pause);
  }

  private notesOf({ table }: SourceTree) {
    const { notes, bindings, progress } = this.parts.model;
    if (this.isLooking) return noNotes;
    const facts = {
      notes: notes.folders.flatMap((folder) => folder.notes),
      bindings: (note: string) => bindings.ofNote(note),
      isRead: (note: string, slug: string) => progress.isRead({ note, slug }),
      packages: (file: string) => table.packages(file),
    };
    return mapNotes(facts, this.parts.slices.pause);
  }

  private calls(): Served<MapHostCalls> {
    const { trees, notes, navigation } = this.parts.model;
    return {
      ready: () => {
        this.updates.request('tree', 'notes');
        return { words: mapWords() };
      },
      openFile: async (file, type, beside) => {
        const { active } = trees;
        if (active !== undefined)
          await openMapped(active, file, type, columnBeside(this.tab.viewColumn, beside), this.parts.model);
      },
      openSection: async (note, slug) => {
        if (notes.note(note) !== undefined) await navigation.openSection({ note, slug });
      },
      run: (command) => void vscode.commands.executeCommand(command),
    };
  }
}

function adviceWithoutSource(): MapAdvice {
  return {
    text: vscode.l10n.t("The map shows Kafka's source and what the notes say of it. No source is open yet."),
    actions: [
      { label: vscode.l10n.t('Get Kafka Source…'), command: commands.getSource },
      { label: vscode.l10n.t('Choose Source Folder…'), command: commands.chooseSourceFolder },
    ],
  };
}
