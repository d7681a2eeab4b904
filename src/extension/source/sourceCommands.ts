import * as vscode from 'vscode';
import type { SourceOrigin } from '../../source/getSource';
import { recogniseTrees } from '../../source/recognise';
import { commands, settings } from '../editor/contributions';
import { showError, showInformation, showWarning } from '../editor/messages';
import { pick } from '../editor/pick';
import type { Platform, SourceFailure, SourceGetter, SourceWish } from '../editor/platform';
import type { TreesModel } from '../indexing/treesModel';
import { folderKey } from '../editor/uris';
import { describeFailure, describeOrigin, describeStep } from './sourceWords';
import { nameTree } from '../model/treeWords';
import type { FolderDialogs } from '../editor/folderDialogs';
import { addFolder } from '../editor/folderSettings';

interface OriginItem extends vscode.QuickPickItem {
  readonly origin: SourceOrigin;
}
interface ActionItem extends vscode.QuickPickItem {
  readonly run: () => unknown;
}

/** The commands that bring Kafka's source, and notes, into the editor. */
export class SourceCommands {
  /** `obtained` is the folder for source that is fetched. */
  constructor(
    private readonly obtained: vscode.Uri,
    private readonly trees: TreesModel,
    private readonly platform: Platform,
    private readonly dialogs: FolderDialogs,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Asks the reader from where to fetch the source, fetches it and offers to open it. */
  async get(): Promise<void> {
    const getter = this.platform.source;
    if (getter === undefined) {
      const choose = vscode.l10n.t('Choose Source Folder…');
      const message = vscode.l10n.t(
        "Getting Kafka's source needs VS Code on a desktop or with a remote. Here a folder that has it can be chosen.",
      );
      if ((await showInformation(message, choose)) === choose) await this.choose();
      return;
    }
    const origin = await chooseOrigin(getter);
    if (origin === undefined) return;
    const into = vscode.Uri.joinPath(this.obtained, `${this.platform.project.id}-${getter.version}`);
    const failure = await this.fetch(getter, origin, into);
    if (failure !== undefined) {
      this.log.error(`Kafka's source was not got: ${[failure.code, ...failure.args].join(': ')}`);
      const words = describeFailure(failure);
      if (words !== undefined) showError(words);
      return;
    }
    this.log.info(`Kafka ${getter.version} is in ${into.fsPath}`);
    await this.trees.useObtained();
    await this.trees.look();
    await offerToOpen(getter.version, into);
  }

  /** Takes a folder that the reader already has, and remembers it in the settings. */
  async choose(): Promise<void> {
    const folder = await this.dialogs.chooseFolder('source', vscode.l10n.t("Use as Kafka's Source"));
    if (folder === undefined) return;
    const found = await recogniseTrees(folderKey(folder), this.platform.folders, this.platform.project.marks);
    if (found.length === 0) {
      const message = vscode.l10n.t(
        'No Kafka source in {0}. A checkout, an unpacked release or unpacked source jars are expected.',
        folder.fsPath,
      );
      showWarning(message);
      return;
    }
    await addFolder(settings.sourceFolders, folder);
    await this.trees.look();
    const tree = this.trees.all.find(({ root }) => folderKey(root) === found[0]?.root);
    if (tree !== undefined) this.trees.activate(tree);
  }

  async chooseNotes(): Promise<void> {
    const folder = await this.dialogs.chooseFolder('notes', vscode.l10n.t('Add as Notes'));
    if (folder !== undefined) await addFolder(settings.notesFolders, folder);
  }

  /** Shows which trees there are, and what can be done. */
  async show(): Promise<void> {
    await this.trees.ready();
    const trees = this.trees.all.map((tree): ActionItem => {
      const { indexed, total } = tree.progress;
      return {
        label: nameTree(tree, false),
        iconPath: new vscode.ThemeIcon(tree === this.trees.active ? 'check' : 'repo'),
        description: tree.root.scheme === 'file' ? tree.root.fsPath : tree.root.toString(true),
        detail: vscode.l10n.t('{0} of {1} files indexed', indexed, total),
        run: () => this.trees.activate(tree),
      };
    });
    const actions: readonly [label: string, command: string][] = [
      [vscode.l10n.t('Get Kafka Source…'), commands.getSource],
      [vscode.l10n.t('Choose Source Folder…'), commands.chooseSourceFolder],
      [vscode.l10n.t('Show Outline'), commands.showOutline],
      [vscode.l10n.t('Show Log'), commands.showLog],
    ];
    const separator = { label: '', kind: vscode.QuickPickItemKind.Separator, run: () => undefined };
    const items = [
      ...trees,
      separator,
      ...actions.map(([label, command]): ActionItem => ({ label, run: () => vscode.commands.executeCommand(command) })),
    ];
    const title =
      trees.length === 0 ? vscode.l10n.t("Kafka's source is not open.") : vscode.l10n.t('Kafka sources that are open');
    await (await pick(items, { title }))?.run();
  }

  private async fetch(getter: SourceGetter, from: SourceOrigin, into: vscode.Uri): Promise<SourceFailure | undefined> {
    const title = vscode.l10n.t("Getting Kafka {0}'s source", getter.version);
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    return vscode.window.withProgress(options, (progress, token) => {
      let [current, shown] = ['', -1];
      const report: SourceWish['report'] = (step, done, total) => {
        const percent = total === undefined || total === 0 ? 0 : Math.floor((done / total) * 100);
        if (step === current && percent === shown) return;
        [current, shown] = [step, percent];
        progress.report({ message: describeStep(step, done, total) });
      };
      return getter.get({ from, into, token, report });
    });
  }
}

async function chooseOrigin(getter: SourceGetter): Promise<SourceOrigin | undefined> {
  const items = getter.origins().then((origins) => origins.map((origin): OriginItem => ({ ...describeOrigin(origin), origin })));
  const title = vscode.l10n.t("Get Kafka {0}'s source", getter.version);
  return (await pick(items, { title, placeHolder: vscode.l10n.t('From where?') }))?.origin;
}

async function offerToOpen(version: string, folder: vscode.Uri): Promise<void> {
  const [here, other] = [vscode.l10n.t('Open Folder'), vscode.l10n.t('Open in New Window')];
  const picked = await showInformation(vscode.l10n.t("Kafka {0}'s source is there.", version), here, other);
  if (picked === undefined) return;
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: picked === other });
}
