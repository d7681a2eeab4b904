import * as vscode from 'vscode';
import type { TreesModel } from '../indexing/treesModel';
import type { Model } from '../model/model';
import type { Navigator } from '../navigation/navigator';
import type { Revealer } from '../navigation/reveal';
import type { Slices } from '../../workspace/indexing/slices';
import type { Vocabulary } from '../../core/search/vocabulary';
import type { Report } from '../../core/util/report';
import type { Log } from '../../workspace/log';
import type { Follower } from '../panel/follower';
import type { PanelHistory } from '../panel/panelHistory';
import type { Folders } from '../../source/folders';
import type { Uses } from '../uses/uses';
import type { NotePages } from '../panel/registerPanel';
import type { Hit } from './hit';

/** The parts of the extension that searching needs. */
export interface SearchParts {
  readonly model: Model;
  readonly trees: TreesModel;
  readonly panel: PanelHistory;
  readonly navigator: Navigator;
  readonly follower: Follower;
  readonly revealer: Revealer;
  readonly pages: NotePages;
  /** Is called when the reader opens a hit. */
  readonly whenOpened: () => void;
  readonly uses: Uses;
  readonly folders: Folders;
  /** The words that mean the same. */
  readonly vocabulary: Vocabulary;
  readonly slices: Slices;
  readonly log: Log;
  readonly report: Report;
}

/** Opens a section in the panel, whose text gets the focus, or code in an editor, which keeps it while the panel shows the note that explains it. */
export async function openHit(hit: Hit, { navigator, trees, panel, pages }: SearchParts): Promise<void> {
  if (hit.kind === 'note') {
    await navigator.openSection(hit.place);
    return pages.focus();
  }
  if (trees.of(hit.tree.uriOf(hit.target.file)) === undefined) return;
  await navigator.open(hit.tree, hit.target);
  if (hit.note !== undefined && !panel.pinned) await navigator.openSection(hit.note);
}

/** Opens a hit in a tab to the side. */
export async function openHitBeside(hit: Hit, { pages, revealer }: SearchParts): Promise<void> {
  if (hit.kind === 'note') return pages.openBeside(hit.place);
  await revealer.reveal(hit.tree, hit.target, vscode.ViewColumn.Beside);
}
