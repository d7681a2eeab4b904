import * as vscode from 'vscode';
import { targetOf, type Binding, type Target } from '../../core/bindings/binding';
import { partsOf } from '../../core/check/links';
import type { Range } from '../../core/util/range';
import { liesInside } from '../../source/containment';
import type { Folders } from '../../source/folders';
import { pathsBelow } from '../../source/pathsBelow';
import { folderOf, linkTarget } from '../../workspace/notes/linkTarget';
import { toEditorRange } from '../editor/ranges';
import type { Follower } from '../panel/follower';
import type { NoteSurfaces } from '../panel/noteSurfaces';
import type { Choices, Chosen } from '../model/choices';
import type { Model, Navigation, NotePlace, SourceTree } from '../model/model';
import type { Settler } from './settler';
import type { TreesModel } from '../indexing/treesModel';
import { showError, showWarning } from '../editor/messages';
import { sayInPassing } from '../editor/sayInPassing';
import { saidBySystem } from '../editor/words';
import type { AnchorChoices } from './anchorChoices';
import { offerSource } from './offerSource';

import type { Revealer } from './reveal';

/** Leads from notes to code and from note to note. */
export class Navigator implements Navigation {
  private loading: Promise<AnchorChoices> | undefined;

  constructor(
    private readonly model: Pick<Model, 'notes' | 'panel'> & { readonly trees: TreesModel },
    private readonly settler: Settler,
    private readonly follower: Follower,
    private readonly revealer: Revealer,
    private readonly surfaces: NoteSurfaces,
    private readonly folders: Pick<Folders, 'identity'>,
  ) {}

  async openAnchor(note: string, text: string): Promise<void> {
    const choices = await this.openOrList(note, text);
    if (choices === undefined) return;
    const chosen = await (await this.choices()).choose(note, choices);
    if (chosen !== undefined) await this.act(note, text, choices, chosen);
  }

  async openOrList(note: string, text: string, kept?: Binding): Promise<Choices | undefined> {
    await Promise.all([this.model.trees.useObtained(), this.model.notes.ready()]);
    if (this.model.trees.active === undefined) {
      void offerSource();
      return undefined;
    }
    const binding = (await this.settler.settle(note, text)) ?? kept;
    // It may take a while until it is known, and the reader may be in another tree by then.
    const tree = this.model.trees.active;
    const target = binding && targetOf(binding.result);
    if (target === undefined) return (await this.choices()).list(note, text, binding, tree);
    await this.open(tree, target);
    return undefined;
  }

  async act(note: string, text: string, choices: Choices, chosen: Chosen): Promise<void> {
    switch (chosen.act) {
      case 'open':
        return this.openTarget(chosen.choice.target);
      case 'write':
        return (await this.choices()).write(note, text, chosen.choice.target);
      case 'search':
        return (await this.choices()).search(choices);
      case 'markdown':
        return (await this.choices()).showInMarkdown(note, text);
      default:
        return chosen satisfies never;
    }
  }

  private choices(): Promise<AnchorChoices> {
    return (this.loading ??= import('./anchorChoices').then(({ AnchorChoices }) => new AnchorChoices(this.model.notes)));
  }

  async openIfCertain(
    note: string,
    text: string,
    isWanted: () => boolean | Promise<boolean> = () => true,
  ): Promise<Binding | undefined> {
    await Promise.all([this.model.trees.useObtained(), this.model.notes.ready()]);
    const binding = await this.settler.settle(note, text);
    const [tree, target] = [this.model.trees.active, binding && targetOf(binding.result)];
    if (tree !== undefined && target !== undefined && (await isWanted())) await this.open(tree, target);
    return binding;
  }

  async openTarget(target: Target): Promise<void> {
    const tree = this.model.trees.active;
    if (tree !== undefined) await this.open(tree, target);
  }

  /** Opens a place of a source tree. The panel stays where it is, for who jumps from a note goes on reading it. */
  async open(tree: SourceTree, target: Target): Promise<void> {
    const arrived = this.follower.hold(tree.uriOf(target.file), target.range.start);
    try {
      await this.revealer.reveal(tree, target);
      arrived();
    } catch (error) {
      showError(vscode.l10n.t('{0} cannot be opened: {1}', target.file, saidBySystem(error)));
    }
  }

  async openLink(note: string, href: string): Promise<void> {
    const { path, slug } = partsOf(href);
    const root = this.model.notes.folderOf(note)?.uri.toString() ?? folderOf(note);
    const target = /^(?:[a-z][a-z\d+.-]*:|[/\\]{2})/i.test(href) ? undefined : path === '' ? note : linkTarget(note, root, path);
    if (target === undefined) {
      sayInPassing(vscode.l10n.t('Links of this kind are not opened: {0}', href));
      return;
    }
    const place: NotePlace = { note: target, slug: slug === undefined ? undefined : decode(slug) };
    if (this.model.notes.note(target) !== undefined) return this.openSection(place);
    const uri = vscode.Uri.parse(target);
    if (!(await this.isInside(note, uri))) {
      showWarning(vscode.l10n.t('{0} lies outside of the folders that are open, so a note cannot open it.', href));
      return;
    }
    await vscode.commands.executeCommand('vscode.open', uri);
  }

  async openSection(place: NotePlace): Promise<void> {
    this.model.panel.show(place);
    await this.surfaces.bring();
  }

  async openSource({ note, slug }: NotePlace, range?: Range): Promise<void> {
    const section = this.model.notes.note(note)?.sections.find((one) => one.slug === slug);
    const place = range ?? (section === undefined ? undefined : { start: section.range.start, end: section.range.start });
    await vscode.window.showTextDocument(vscode.Uri.parse(note), {
      ...(place === undefined ? {} : { selection: toEditorRange(place) }),
    });
  }

  /**
   * Returns whether a note may open a file: it lies in the note's own folder, in the workspace or in a source tree, by its address
   * and by where links lead.
   */
  private async isInside(note: string, uri: vscode.Uri): Promise<boolean> {
    const notes = this.model.notes.folderOf(note)?.uri;
    const around = notes !== undefined && pathsBelow(notes.toString())(uri.toString()) !== undefined ? notes : undefined;
    const roots = [around, vscode.workspace.getWorkspaceFolder(uri)?.uri, this.model.trees.of(uri)?.root];
    for (const root of roots) {
      if (root !== undefined && (await liesInside(uri.toString(), root.toString(), this.folders))) return true;
    }
    return false;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
