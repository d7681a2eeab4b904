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

/** Finds where notes speak of symbols, for the view and for the editor's own search for references. */
export interface References extends Disposable {
  /** The content of the view; undefined as long as no place in a source tree was looked at. */
  readonly shown: ShownReferences | undefined;
  readonly onDidChange: vscode.Event<void>;
  /** Follows the cursor, or stops. It resolves when the references of the cursor's symbol are shown. */
  follow(isWanted: boolean): Promise<void>;
  /** Finds the references of an anchor in Markdown. */
  ofAnchor: vscode.ReferenceProvider['provideReferences'];
  /** Finds the references of a declaration or a use in source. */
  ofSymbol: vscode.ReferenceProvider['provideReferences'];
}
