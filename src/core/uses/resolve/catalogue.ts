import { typeKinds } from '../../symbols/symbol';
import type { LocatedSymbol, SymbolTable } from '../../symbols/symbolTable';
import type { LanguageId } from '../../syntax/language';
import type { Header, TypeHeader } from '../header';

/** The headers of files, by their paths; undefined for a file that cannot be read. */
export type Headers = ReadonlyMap<string, Header | undefined>;

/** A type of the tree. */
export interface TypeEntry {
  readonly header: TypeHeader;
  readonly file: string;
  readonly language: LanguageId;
}

/** Finds types of the tree by their paths, among the headers that it was given. It remembers those that it lacked. */
export class Catalogue {
  private readonly headers = new Map<string, Header | undefined>();
  private readonly entries = new Map<string, TypeEntry | undefined>();
  private readonly lacking = new Set<string>();
  /** How often a header was lacking: what is made while this grows is not whole, and not to be kept. */
  lacks = 0;

  constructor(readonly table: SymbolTable) {}

  add(headers: Headers): void {
    for (const [file, header] of headers) this.headers.set(file, header);
  }

  /** The files whose headers were lacking since this was asked last. */
  takeLacking(): readonly string[] {
    const files = [...this.lacking];
    this.lacking.clear();
    return files;
  }

  /** Symbols with this path; none where several files declare it, for then nobody knows which is meant. */
  symbols(path: string): readonly LocatedSymbol[] {
    const found = this.table.byPath(path);
    return new Set(found.map(({ file }) => file)).size === 1 ? found : [];
  }

  /** The symbol of a type. */
  typeSymbol(path: string): LocatedSymbol | undefined {
    return this.symbols(path).find(({ symbol }) => typeKinds.has(symbol.kind));
  }

  /** Undefined where there is no such type, where several files declare it, and where its file's header is lacking. */
  type(path: string): TypeEntry | undefined {
    if (this.entries.has(path)) return this.entries.get(path);
    const file = this.typeSymbol(path)?.file;
    if (file !== undefined && !this.headers.has(file)) {
      this.lacking.add(file);
      this.lacks++;
      return undefined;
    }
    const header = file === undefined ? undefined : this.headers.get(file);
    const found = header?.types.find((one) => one.path === path);
    const entry = file !== undefined && header !== undefined && found !== undefined;
    const made = entry ? { header: found, file, language: header.language } : undefined;
    this.entries.set(path, made);
    return made;
  }

  isPackage(name: string): boolean {
    return this.table.packageFiles(name).length > 0;
  }
}
