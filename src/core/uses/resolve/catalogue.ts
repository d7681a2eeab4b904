import { typeKinds } from '../../symbols/symbol';
import type { LocatedSymbol, SymbolTable } from '../../symbols/symbolTable';
import type { LanguageId } from '../../syntax/language';
import type { Header, TypeHeader } from '../header';

/** The headers of files, by the paths of the files; undefined for a file that cannot be read. */
export type Headers = ReadonlyMap<string, Header | undefined>;

/** A type of the source tree, with the file that declares it. */
export interface TypeEntry {
  readonly header: TypeHeader;
  readonly file: string;
  readonly language: LanguageId;
}

/**
 * Finds types of the tree by their paths, among the headers that it was given, and remembers the files whose headers it lacked.
 */
export class Catalogue {
  private readonly headers = new Map<string, Header | undefined>();
  private readonly entries = new Map<string, TypeEntry | undefined>();
  private readonly lacking = new Set<string>();
  /** The number of times that a header was lacking. What is made while it grows is not complete and must not be cached. */
  lacks = 0;

  constructor(readonly table: SymbolTable) {}

  add(headers: Headers): void {
    for (const [file, header] of headers) this.headers.set(file, header);
  }

  /** Returns the files whose headers were lacking since the last call, and forgets them. */
  takeLacking(): readonly string[] {
    const files = [...this.lacking];
    this.lacking.clear();
    return files;
  }

  /** Returns the symbols with this path; none where several files declare it, because then nobody knows which one is meant. */
  symbols(path: string): readonly LocatedSymbol[] {
    const found = this.table.byPath(path);
    return new Set(found.map(({ file }) => file)).size === 1 ? found : [];
  }

  /** Returns the symbol of the type with this path; undefined where no file or several files declare it. */
  typeSymbol(path: string): LocatedSymbol | undefined {
    return this.symbols(path).find(({ symbol }) => typeKinds.has(symbol.kind));
  }

  /**
   * Returns the type with this path; undefined where there is none, where several files declare it, or where the header of its
   * file is lacking.
   */
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
