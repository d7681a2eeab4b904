import * as vscode from 'vscode';
import { Lifetime, type Disposable } from '../../workspace/lifetime';
import type { Slices } from '../../workspace/indexing/slices';
import type { SourceTrees } from '../model/model';
import { AnchorCompletion } from './anchorCompletion';
import { AnchorPaste } from './anchorPaste';
import { WriteActions } from './writeActions';

export { addNote } from './addNote';
export { copyAnchor } from './copyAnchor';
export { insertAnchor } from './insertAnchor';

/** Registers what helps to write in Markdown, and the actions in source that begin it. */
export function registerWriting(trees: SourceTrees, slices: Slices, source: vscode.DocumentSelector): Disposable {
  return new Writing(trees, slices, source);
}

class Writing extends Lifetime {
  constructor(trees: SourceTrees, slices: Slices, source: vscode.DocumentSelector) {
    super();
    const { languages } = vscode;
    const markdown = { language: 'markdown' };
    const completion = new AnchorCompletion(trees, slices);
    this.register(languages.registerCompletionItemProvider(markdown, completion, ...AnchorCompletion.triggers));
    this.register(languages.registerDocumentPasteEditProvider(markdown, new AnchorPaste(trees), AnchorPaste.metadata));
    const actions = { providedCodeActionKinds: WriteActions.kinds };
    this.register(languages.registerCodeActionsProvider(source, new WriteActions(), actions));
  }
}
