import type { TreeItem } from 'vscode';
import type { Range } from '../../core/util/range';
import type { NotePlace } from '../model/model';

/** An entry of the view, with what is under it. */
export interface ReferenceNode {
  readonly item: TreeItem;
  readonly children: readonly ReferenceNode[];
  /** What it opens. */
  readonly place?: NotePlace;
  /** Its place in the note's Markdown. */
  readonly range?: Range;
}

/** All that the view shows. */
export interface ShownReferences {
  readonly nodes: readonly ReferenceNode[];
  /** The symbol's name, beside the view's title. */
  readonly name: string;
  /** What there is to say above the entries, empty for nothing. */
  readonly message: string;
}
