import type { TextDocument } from 'vscode';
import type { Syntax } from '../../core/language/syntaxFinder';
import { openSource } from '../editor/openTexts';
import type { FrontWorker } from '../../workspace/indexing/indexingWorkers';
import type { SourceTrees } from '../model/model';

interface Known {
  readonly version: number;
  readonly syntax: Promise<Syntax | undefined>;
}

/**
 * Finds the colours and folds of documents, in a worker and once a version. A document that changes before its turn comes is left
 * out.
 */
export class DocumentSyntax {
  private readonly known = new WeakMap<TextDocument, Known>();

  constructor(
    private readonly trees: SourceTrees,
    private readonly worker: FrontWorker,
  ) {}

  /** Resolves to undefined where the document is no source of a tree, or has changed meanwhile. Never rejects. */
  of(document: TextDocument): Promise<Syntax | undefined> {
    const { version } = document;
    const before = this.known.get(document);
    if (before?.version === version) return before.syntax;
    const syntax = this.read(document, version, before?.syntax);
    const known = { version, syntax };
    this.known.set(document, known);
    // An answer that no worker could give is asked for again.
    void syntax.then((found) => {
      if (found === undefined && this.known.get(document) === known) this.known.delete(document);
    });
    return syntax;
  }

  private async read(document: TextDocument, version: number, before: Promise<unknown> | undefined): Promise<Syntax | undefined> {
    await before;
    const file = this.trees.of(document.uri)?.fileOf(document.uri);
    if (file === undefined || document.isClosed || document.version !== version) return undefined;
    const syntax = await this.worker.ask((worker) => worker.call('syntax', openSource(document, file)));
    return document.version === version ? syntax : undefined;
  }
}
