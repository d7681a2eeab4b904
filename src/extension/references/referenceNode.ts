import type { TreeItem } from 'vscode';
import type { Range } from '../../core/util/range';
import type { NotePlace } from '../model/model';

/** An entry of the view, with what is under it. */
export interface ReferenceNode {
  readonly item: TreeItem;
  readonly children: readonly ReferenceNode[];
  /** The note and section that it opens. */
  readonly place?: NotePlace;
  /** Its place in the note's Markdown. */
  readonly range?: Range;
}

/** The whole content of the view. */
export interface ShownReferences {
  readonly nodes: readonly ReferenceNode[];
  /** The symbol's name, beside the view's title. */
  readonly name: string;
  /** The sentence above the entries; empty for none. */
  readonly message: string;
}
