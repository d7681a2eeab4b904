import * as vscode from 'vscode';
import { commands } from '../editor/contributions';
import type { UnindexedReason } from '../../core/symbols/symbol';
import { Debounced, Lifetime } from '../../workspace/lifetime';
import type { Model, SourceTree } from '../model/model';
import type { SourceIndexing } from '../../workspace/indexing/sourceIndexing';
import { withoutIcons } from '../editor/plainWords';
import { listed } from '../editor/words';
import { describeUnindexed } from '../bindings/stateWords';
import { nameTree } from '../model/treeWords';
import { markLines, speaking } from '../annotations/annotationLines';

/** The milliseconds between two updates while files are indexed. */
const beat = 150;

/** Shows which Kafka is open, how much of it is indexed, and how many places of the file in front have notes. */
export class StatusBar extends Lifetime {
  private readonly item = this.register(
    vscode.window.createStatusBarItem('kafkaNotes.status', vscode.StatusBarAlignment.Right, 90),
  );
  private pending = false;
  private readonly updating = this.register(
    new Debounced(beat, () => {
      this.pending = false;
      this.update();
    }),
  );

  constructor(
    private readonly model: Model,
    private readonly indexing: SourceIndexing,
  ) {
    super();
    this.item.name = vscode.l10n.t('Kafka Notes: Source');
    this.item.command = commands.showSource;
    const soon = () => this.soon();
    this.register(model.trees.onDidChange(soon));
    this.register(model.trees.onDidIndex(soon));
    this.register(model.bindings.onDidChange(soon));
    this.register(vscode.window.onDidChangeActiveTextEditor(soon));
    this.register(indexing.onDidChangeFailure(soon));
    this.update();
  }

  /** The update is not put off again by later changes, so that progress is seen. */
  private soon(): void {
    if (this.pending) return;
    this.pending = true;
    this.updating.request();
  }

  private update(): void {
    const tree = this.model.trees.active;
    if (tree === undefined) {
      this.item.hide();
      return;
    }
    const { indexed, total } = tree.progress;
    const isReading = !tree.table.complete && this.indexing.failed === undefined;
    const icon = this.indexing.failed !== undefined ? '$(error)' : isReading ? '$(sync~spin)' : '$(book)';
    const name = nameTree(tree, this.model.trees.all.length > 1);
    const parts = [name, ...this.notesHere(), ...(isReading && total > 0 ? [`${Math.floor((indexed / total) * 100)} %`] : [])];
    this.item.text = `${icon} ${withoutIcons(parts.join(' · '))}`;
    this.item.tooltip = this.tooltip(tree);
    this.item.accessibilityInformation = { label: vscode.l10n.t('Kafka Notes: {0}', listed(parts)) };
    this.item.show();
  }

  private notesHere(): readonly string[] {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const tree = uri === undefined ? undefined : this.model.trees.of(uri);
    if (uri === undefined || tree === undefined) return [];
    if (this.unreadHere() !== undefined) return [vscode.l10n.t('file not indexed')];
    const annotations = this.model.bindings.ofFile(uri);
    const places = markLines(annotations, speaking).size;
    if (places > 0) return [places === 1 ? vscode.l10n.t('1 annotation') : vscode.l10n.t('{0} annotations', places)];
    const references = markLines(annotations, new Set(['reference'])).size;
    if (references > 0) return [references === 1 ? vscode.l10n.t('1 reference') : vscode.l10n.t('{0} references', references)];
    // An anchor may lead here by a file that is not indexed yet, so nothing is said before all are.
    return tree.table.complete ? [vscode.l10n.t('no annotations')] : [];
  }

  /** Says what is counted of the file in front. */
  private countsHere(): readonly string[] {
    const uri = vscode.window.activeTextEditor?.document.uri;
    if (uri === undefined || this.unreadHere() !== undefined) return [];
    const annotations = this.model.bindings.ofFile(uri);
    const [places, references] = [markLines(annotations, speaking), markLines(annotations, new Set(['reference']))].map(
      ({ size }) => size,
    );
    return [
      ...(places === 0 ? [] : [vscode.l10n.t('Lines of this file that notes are about or mention: {0}', places ?? 0)]),
      ...(references === 0 ? [] : [vscode.l10n.t('Lines that tables and lists in the notes name: {0}', references ?? 0)]),
    ];
  }

  /** Returns why the file in front is not indexed. */
  private unreadHere(): UnindexedReason | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const tree = uri === undefined ? undefined : this.model.trees.of(uri);
    return uri === undefined ? undefined : tree?.table.unindexed().get(tree.fileOf(uri) ?? '');
  }

  /** The tooltip is plain text, since a Markdown one is parsed on this thread each time that it is set. */
  private tooltip(tree: SourceTree): string {
    const { indexed, total } = tree.progress;
    const unread = tree.table.unindexed().size;
    const here = this.unreadHere();
    const lines = [
      nameTree(tree, false),
      tree.root.scheme === 'file' ? tree.root.fsPath : tree.root.toString(true),
      vscode.l10n.t('{0} of {1} files indexed', indexed, total),
      ...(here === undefined ? [] : [describeUnindexed(here)]),
      ...this.countsHere(),
      ...(unread === 0 ? [] : [vscode.l10n.t('{0} files cannot be read: see the log', unread)]),
      ...(this.indexing.failed === undefined ? [] : [vscode.l10n.t('Indexing stopped: {0}', this.indexing.failed)]),
      ...(this.model.trees.all.length > 1 ? [vscode.l10n.t('{0} Kafka sources are open', this.model.trees.all.length)] : []),
    ];
    return lines.join('\n');
  }
}
