import * as vscode from 'vscode';
import type { Header } from '../../core/uses/header';
import type { Resolver } from '../../core/uses/resolve/resolver';
import type { Use } from '../../core/uses/use';
import { openSource, sourceRequest } from '../editor/openTexts';
import { Lifetime } from '../../workspace/lifetime';
import { declaredAt } from './declared';
import type { FrontWorker } from '../../workspace/indexing/frontWorker';
import type { SourceTree, SourceTrees } from '../model/model';
import type { Project } from '../../source/project';

/** Files whose headers are kept: some 10 to 200 kB each. */
const mostHeaders = 300;
/** A header, and the reading of the file that it belongs to. */
interface KnownHeader {
  readonly reading: unknown;
  readonly header: Promise<Header | undefined>;
}

/** What was found in one version of a document and one state of its tree. */
interface Found {
  readonly version: number;
  readonly resolver: Promise<Resolver>;
  /** By the start of the word. */
  readonly uses: Map<string, Promise<Use | undefined>>;
}

/** Tells what names in source files refer to. */
export class Uses extends Lifetime {
  /** As long as nothing is read anew. */
  private readonly resolvers = new Map<SourceTree, Promise<Resolver>>();
  /** By URI, the least recently used first. */
  private readonly headers = new Map<string, KnownHeader>();
  private readonly found = new WeakMap<vscode.TextDocument, Found>();

  constructor(
    private readonly trees: SourceTrees,
    private readonly worker: FrontWorker,
    private readonly loadLibraryNames: Project['loadLibraryNames'],
  ) {
    super();
    this.register(trees.onDidRead((tree) => this.resolvers.delete(tree)));
    this.register(trees.onDidChange(() => this.leave()));
  }

  /**
   * What the name at a position refers to; undefined where that is nothing of the tree or not known: also while the tree is
   * still being read, for what is not read yet may have the name too. Asked again for the same version, it is at hand.
   */
  async at(document: vscode.TextDocument, position: vscode.Position, token?: vscode.CancellationToken): Promise<Use | undefined> {
    const tree = this.trees.of(document.uri);
    const file = tree?.fileOf(document.uri);
    const word = document.getWordRangeAtPosition(position, names);
    if (tree === undefined || file === undefined || word === undefined || !tree.table.complete) return undefined;
    // What is declared is known without a look at the whole text.
    if (declaredAt(tree, file, document, position) !== undefined) return undefined;
    const { uses, resolver } = this.foundIn(document, tree);
    const key = `${word.start.line}:${word.start.character}`;
    let use = uses.get(key);
    if (use === undefined) {
      // Found to its end also where its asker leaves: others may wait for the same answer.
      use = this.find(document, file, word.start, resolver);
      uses.set(key, use);
      // An answer that no worker could give is asked for again.
      void use.catch(() => uses.delete(key));
    }
    const answer = await use.catch(() => undefined);
    return token?.isCancellationRequested === true ? undefined : answer;
  }

  /** Fails where no worker could tell. */
  private async find(
    document: vscode.TextDocument,
    file: string,
    { line, character }: vscode.Position,
    resolver: Promise<Resolver>,
  ): Promise<Use | undefined> {
    const sites = await this.worker.ask((worker) => worker.call('sites', openSource(document, file), [{ line, character }]));
    if (sites === undefined) throw new Error(`No worker could tell what is used in ${file}.`);
    const site = sites[0];
    return site && (await resolver).resolve(site, file);
  }

  private foundIn(document: vscode.TextDocument, tree: SourceTree): Found {
    const resolver = this.resolvers.get(tree) ?? this.createResolver(tree);
    this.resolvers.set(tree, resolver);
    const known = this.found.get(document);
    if (known?.version === document.version && known.resolver === resolver) return known;
    const found = { version: document.version, resolver, uses: new Map<string, Promise<Use | undefined>>() };
    this.found.set(document, found);
    return found;
  }

  private async createResolver(tree: SourceTree): Promise<Resolver> {
    const [{ Resolver }, names] = await Promise.all([import('../../core/uses/resolve/resolver'), this.loadLibraryNames()]);
    return new Resolver(tree.table, (file) => this.header(tree, file), names);
  }

  /** Of a file as it was read last. */
  private header(tree: SourceTree, file: string): Promise<Header | undefined> {
    const uri = tree.uriOf(file).toString();
    const reading = tree.table.indexed(file);
    const known = this.headers.get(uri);
    this.headers.delete(uri);
    const kept = known !== undefined && known.reading === reading ? known : { reading, header: this.readHeader(tree, file) };
    this.headers.set(uri, kept);
    for (const oldest of this.headers.keys()) {
      if (this.headers.size <= mostHeaders) break;
      this.headers.delete(oldest);
    }
    return kept.header;
  }

  private async readHeader(tree: SourceTree, file: string): Promise<Header | undefined> {
    const request = sourceRequest(tree.uriOf(file), file);
    const headers = await this.worker.ask((worker) => worker.call('headers', [request]));
    if (headers === undefined) this.headers.delete(request.uri);
    return headers?.[0];
  }

  private leave(): void {
    for (const tree of this.resolvers.keys()) if (!this.trees.all.includes(tree)) this.resolvers.delete(tree);
  }
}

/** A name: in Scala one of signs too. */
const names = /[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$()[\]{}.,;"'`]+/u;
