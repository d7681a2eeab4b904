import { Language, Parser, Query, type Node, type Tree } from 'web-tree-sitter';
import type { Assets } from './assets';
import { languages, type LanguageId, type LanguageInfo } from './language';

/** The reason why there is no tree. `timeout`: parsing took longer than allowed. `crashed`: the parser's machine code failed. */
export class ParseFailure extends Error {
  constructor(
    readonly reason: 'timeout' | 'crashed',
    detail?: string,
  ) {
    super(detail ?? reason);
  }
}

/** A language whose grammar is loaded, with its query of declarations. */
export interface LoadedLanguage {
  readonly info: LanguageInfo;
  readonly query: Query;
  /**
   * Parses a text and hands its root to `use`. Nodes must not outlive the call: the tree is gone when it returns.
   * @throws ParseFailure
   */
  parse<T>(text: string, use: (root: Node) => T): T;
  /**
   * Returns the tree of a text, which the caller has to delete. Where the tree of another text is given, edited to fit this text,
   * it is parsed from that tree.
   * @throws ParseFailure
   */
  parseTree(text: string, before?: Tree): Tree;
  /** Compiles another query; it lives as long as the language. Throws where it does not fit the grammar. */
  createQuery(source: string): Query;
}

/** The milliseconds that one file may take; it is a hundred times what the largest file of Kafka needs. */
const defaultTimeLimit = 10_000;

/**
 * The length of the pieces in which a text is handed to the parser. The binding copies at most some 10 kB in each callback, and
 * the Scala scanner asks anew very often: small pieces make it three times as fast as one long string.
 */
const pieceLength = 128;

/**
 * Loads grammars when they are first asked for, from the bytes of the package, and owns parsers and queries. It also deletes
 * trees, except for kept ones: those belong to `OpenTrees`.
 */
export class Parsers {
  private readonly loaded = new Map<LanguageId, Promise<LoadedLanguage>>();
  private binding: Promise<void> | undefined;

  constructor(
    private readonly assets: Assets,
    private readonly timeLimit = defaultTimeLimit,
  ) {}

  /** Returns a language with its grammar loaded. Rejects where an asset cannot be read; the next call tries again. */
  load(id: LanguageId): Promise<LoadedLanguage> {
    let language = this.loaded.get(id);
    if (language === undefined) {
      language = this.loadNow(id);
      this.loaded.set(id, language);
      language.catch(() => this.loaded.delete(id));
    }
    return language;
  }

  private async loadNow(id: LanguageId): Promise<LoadedLanguage> {
    const info = languages.find((language) => language.id === id);
    if (info === undefined) throw new Error(`no such language: ${id}`);
    this.binding ??= this.initialise().catch((error: unknown) => {
      this.binding = undefined;
      throw error;
    });
    const [grammar, query] = await Promise.all([this.assets.read(info.grammar), this.assets.read(info.query), this.binding]);
    const language = await Language.load(grammar);
    return new ParsedLanguage(info, language, new Query(language, new TextDecoder().decode(query)), this.timeLimit);
  }

  private async initialise(): Promise<void> {
    const wasmBinary = await this.assets.read('web-tree-sitter.wasm');
    // Without locateFile the runtime makes a URL beside the running script, which a worker from a blob does not have.
    await Parser.init({ wasmBinary, locateFile: (name: string) => name });
  }
}

class ParsedLanguage implements LoadedLanguage {
  private parser: Parser;

  constructor(
    readonly info: LanguageInfo,
    private readonly language: Language,
    readonly query: Query,
    private readonly timeLimit: number,
  ) {
    this.parser = new Parser().setLanguage(language);
  }

  parse<T>(text: string, use: (root: Node) => T): T {
    return this.guarded(() => {
      const tree = this.tree(text);
      try {
        return use(tree.rootNode);
      } finally {
        tree.delete();
      }
    });
  }

  parseTree(text: string, before?: Tree): Tree {
    return this.guarded(() => this.tree(text, before));
  }

  createQuery(source: string): Query {
    return new Query(this.language, source);
  }

  private tree(text: string, before: Tree | null = null): Tree {
    const end = Date.now() + this.timeLimit;
    const tree = this.parser.parse((index) => text.slice(index, index + pieceLength), before, {
      progressCallback: () => Date.now() > end,
    });
    if (tree === null) throw new ParseFailure('timeout');
    return tree;
  }

  private guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.renew();
      throw isCrash(error) ? new ParseFailure('crashed', error.message) : error;
    }
  }

  /** A parser that was interrupted would go on with the old text. */
  private renew(): void {
    this.parser.delete();
    this.parser = new Parser().setLanguage(this.language);
  }
}

/**
 * Returns whether an error is a trap of WebAssembly, whose class is not part of ECMAScript; running out of WebAssembly's memory
 * or of the stack counts too.
 */
function isCrash(error: unknown): error is Error {
  return error instanceof RangeError || (error instanceof Error && error.name === 'RuntimeError');
}
