import * as vscode from 'vscode';
import type { Header } from '../../core/uses/header';
import type { SourceRequest } from '../../core/symbols/sourceRequest';
import type { Headers } from '../../core/uses/resolve/catalogue';
import type { LibraryNames } from '../../core/uses/resolve/libraries';
import type { Resolver } from '../../core/uses/resolve/resolver';
import type { Use } from '../../core/uses/use';
import { openSource, sourceRequest, unsavedDocuments } from '../editor/openTexts';
import { Lifetime } from '../../workspace/lifetime';
import type { LocatedSymbol } from '../../core/symbols/symbolTable';
import type { Slices } from '../../workspace/indexing/slices';
import { findUse } from '../../workspace/uses/findUse';
import { findUses, type SymbolUses } from '../../workspace/uses/findUses';
import { declaredAt } from './declared';
import type { FrontWorker } from '../../workspace/indexing/indexingWorkers';
import type { SourceTree, SourceTrees } from '../model/model';

/** The number of files whose headers are kept, each of some 10 to 200 kB. */
const mostHeaders = 300;
/** A header, and what was indexed of the file when the header was asked for. */
interface KnownHeader {
  readonly indexed: unknown;
  readonly header: Promise<Header | undefined>;
}

/** The uses found in one version of a document and one state of its tree. */
interface Found {
  readonly version: number;
  readonly resolver: Promise<Resolver>;
  /** The uses by the start of the word, as `line:character`. */
  readonly uses: Map<string, Promise<Use | undefined>>;
}

/** Finds what names in source files refer to. */
export class Uses extends Lifetime {
  /** The resolvers of the trees. Each is kept until something of its tree is indexed anew. */
  private readonly resolvers = new Map<SourceTree, Promise<Resolver>>();
  /** The headers by their files' URIs, the least recently used first. */
  private readonly headers = new Map<string, KnownHeader>();
  private readonly found = new WeakMap<vscode.TextDocument, Found>();

  constructor(
    private readonly trees: SourceTrees,
    private readonly worker: FrontWorker,
    private readonly loadLibraryNames: () => Promise<LibraryNames>,
    private readonly slices: Pick<Slices, 'pause'>,
  ) {
    super();
    this.register(trees.onDidIndex((tree) => this.resolvers.delete(tree)));
    this.register(trees.onDidChange(() => this.leave()));
  }

  /**
   * Returns what the name at a position refers to; undefined where that is nothing in the tree or not known. It is undefined also
   * until the whole tree is indexed, because files that are not indexed yet may have the name, too. Answers are kept for as long
   * as the document's version and its tree stay the same.
   */
  async at(document: vscode.TextDocument, position: vscode.Position, token?: vscode.CancellationToken): Promise<Use | undefined> {
    const tree = this.trees.of(document.uri);
    const file = tree?.fileOf(document.uri);
    const word = document.getWordRangeAtPosition(position, names);
    if (tree === undefined || file === undefined || word === undefined || !tree.table.complete) return undefined;
    // A declaration is known without a look at the whole text.
    if (declaredAt(tree, file, document, position) !== undefined) return undefined;
    const { uses, resolver } = this.foundIn(document, tree);
    const key = `${word.start.line}:${word.start.character}`;
    let use = uses.get(key);
    if (use === undefined) {
      // The search goes on even if its asker cancels, because others may wait for the same answer.
      use = this.find(document, tree, file, word.start, resolver);
      uses.set(key, use);
      // An answer that no worker could give is asked for again the next time.
      void use.catch(() => uses.delete(key));
    }
    const answer = await use.catch(() => undefined);
    return token?.isCancellationRequested === true ? undefined : answer;
  }

  /**
   * Finds all that surely uses a symbol, in some files of its tree or in all. Until the whole tree is indexed, nothing is sure.
   * It never rejects.
   */
  async of(
    tree: SourceTree,
    symbol: LocatedSymbol,
    isWanted: () => boolean,
    files: readonly string[] = [...tree.table.files],
  ): Promise<SymbolUses> {
    if (!tree.table.complete) return { kind: 'stopped' };
    const unsaved = unsavedDocuments();
    const requests = (some: readonly string[]): SourceRequest[] =>
      some.map((file) => sourceRequest(tree.uriOf(file), file, unsaved));
    const means = {
      // A resolver keeps every header that it is given. One of its own is given up with the search.
      resolver: await this.createResolver(tree),
      fetch: (some: readonly string[]) => this.fetch(tree, requests(some)),
      named: (some: readonly string[], name: string) => this.worker.ask((worker) => worker.call('named', requests(some), name)),
      isWanted,
      pause: this.slices.pause,
    };
    return findUses(symbol, files, means).catch((): SymbolUses => ({ kind: 'stopped' }));
  }

  /** @throws an Error where no worker could tell. */
  private async find(
    document: vscode.TextDocument,
    tree: SourceTree,
    file: string,
    { line, character }: vscode.Position,
    loading: Promise<Resolver>,
  ): Promise<Use | undefined> {
    const source = openSource(document, file);
    // Hardly any name is resolved without the types around it, so the file's own header is fetched at once.
    const [sites, own, resolver] = await Promise.all([
      this.worker.ask((worker) => worker.call('sites', source, [{ line, character }])),
      this.fetch(tree, [source]),
      loading,
    ]);
    if (sites === undefined) throw new Error(`No worker could tell what is used in ${file}.`);
    const [site] = sites;
    if (site === undefined) return undefined;
    resolver.add(own);
    const requests = (files: readonly string[]): SourceRequest[] => files.map((one) => sourceRequest(tree.uriOf(one), one));
    return findUse(resolver, site, file, (files) => this.fetch(tree, requests(files)));
  }

  private foundIn(document: vscode.TextDocument, tree: SourceTree): Found {
    const resolver = this.resolverOf(tree);
    const known = this.found.get(document);
    if (known?.version === document.version && known.resolver === resolver) return known;
    const found = { version: document.version, resolver, uses: new Map<string, Promise<Use | undefined>>() };
    this.found.set(document, found);
    return found;
  }

  private resolverOf(tree: SourceTree): Promise<Resolver> {
    const resolver = this.resolvers.get(tree) ?? this.createResolver(tree);
    this.resolvers.set(tree, resolver);
    return resolver;
  }

  private async createResolver(tree: SourceTree): Promise<Resolver> {
    const [{ Resolver }, libraryNames] = await Promise.all([import('../../core/uses/resolve/resolver'), this.loadLibraryNames()]);
    return new Resolver(tree.table, libraryNames);
  }

  /** Fetches the headers of files as they were indexed last; those that are not at hand are asked for together. */
  private async fetch(tree: SourceTree, requests: readonly SourceRequest[]): Promise<Headers> {
    const indexed = requests.map(({ file }) => tree.table.indexed(file));
    const known = requests.map(({ uri }, index) => {
      const one = this.headers.get(uri);
      return one?.indexed === indexed[index] ? one : undefined;
    });
    const lacking = requests.filter((_, index) => known[index] === undefined);
    const asked = lacking.length === 0 ? undefined : this.ask(lacking);
    const headers = requests.map((request, index) => {
      const asking = async (): Promise<Header | undefined> => (await asked)?.[lacking.indexOf(request)];
      const header = known[index]?.header ?? asking();
      this.keep(request.uri, { indexed: indexed[index], header });
      return header;
    });
    const found = await Promise.all(headers);
    return new Map(requests.map(({ file }, index) => [file, found[index]]));
  }

  /** @throws an Error where no worker could tell. */
  private async ask(requests: readonly SourceRequest[]): Promise<(Header | undefined)[]> {
    const headers = await this.worker.ask((worker) => worker.call('headers', requests));
    if (headers !== undefined) return headers;
    for (const { uri } of requests) this.headers.delete(uri);
    throw new Error(`No worker could tell the headers of ${requests.map(({ file }) => file).join(', ')}.`);
  }

  private keep(uri: string, header: KnownHeader): void {
    this.headers.delete(uri);
    this.headers.set(uri, header);
    for (const oldest of this.headers.keys()) {
      if (this.headers.size <= mostHeaders) break;
      this.headers.delete(oldest);
    }
  }

  private leave(): void {
    for (const tree of this.resolvers.keys()) if (!this.trees.all.includes(tree)) this.resolvers.delete(tree);
  }
}

/** The pattern of a name, which in Scala may consist of operator characters, too. */
const names = /[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$()[\]{}.,;"'`]+/u;
