import type { LocatedSymbol, SymbolTable } from '../../symbols/symbolTable';
import { typeKinds } from '../../symbols/symbol';
import type { LanguageId } from '../../syntax/language';
import type { Header, TypeHeader } from '../header';

/** Gives what a file tells of its types; undefined where it cannot be read. */
export type HeaderSource = (file: string) => Promise<Header | undefined>;

/** A type of the tree. */
export interface TypeEntry {
  readonly header: TypeHeader;
  readonly file: string;
  readonly language: LanguageId;
}

/** Finds types of the tree by their paths. */
export class Catalogue {
  private readonly entries = new Map<string, Promise<TypeEntry | undefined>>();

  constructor(
    readonly table: SymbolTable,
    private readonly headers: HeaderSource,
  ) {}

  /** Symbols with this path; none where several files declare it, for then nobody knows which is meant. */
  symbols(path: string): readonly LocatedSymbol[] {
    const found = this.table.byPath(path);
    return new Set(found.map(({ file }) => file)).size === 1 ? found : [];
  }

  /** The symbol of a type. */
  typeSymbol(path: string): LocatedSymbol | undefined {
    return this.symbols(path).find(({ symbol }) => typeKinds.has(symbol.kind));
  }

  /** Undefined where there is no such type, or several files declare it. */
  type(path: string): Promise<TypeEntry | undefined> {
    let entry = this.entries.get(path);
    if (entry === undefined) this.entries.set(path, (entry = this.find(path)));
    return entry;
  }

  isPackage(name: string): boolean {
    return this.table.packageFiles(name).length > 0;
  }

  private async find(path: string): Promise<TypeEntry | undefined> {
    const symbol = this.typeSymbol(path);
    const header = symbol && (await this.headers(symbol.file));
    const found = header?.types.find((one) => one.path === path);
    return symbol && header && found && { header: found, file: symbol.file, language: header.language };
  }
}
