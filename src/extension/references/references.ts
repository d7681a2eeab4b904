import type * as vscode from 'vscode';
import type { Disposable } from '../../workspace/lifetime';
import type { Model } from '../model/model';
import type { NoteWorker } from '../../workspace/notes/noteWorker';
import type { Uses } from '../uses/uses';
import type { VisitingNotes } from '../notes/visitingNotes';
import type { ShownReferences } from './referenceNode';

export interface ReferenceParts {
  readonly model: Model;
  readonly visiting: VisitingNotes;
  readonly noteWorker: NoteWorker;
  readonly uses: Uses;
}

/** Where notes speak of symbols, for the view and for the editor's own search for references. */
export interface References extends Disposable {
  /** What the view shows; undefined as long as no place in a source tree was looked at. */
  readonly shown: ShownReferences | undefined;
  readonly onDidChange: vscode.Event<void>;
  /** Follows the cursor, or stops. Resolves when what is at the cursor is shown. */
  follow(isWanted: boolean): Promise<void>;
  /** For an anchor in Markdown. */
  ofAnchor: vscode.ReferenceProvider['provideReferences'];
  /** For a declaration or a use in source. */
  ofSymbol: vscode.ReferenceProvider['provideReferences'];
}
