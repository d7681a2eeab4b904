import type { FileOutline, IndexedFile, SourceSymbol } from '../../../src/core/symbols/symbol';
import type { LocatedSymbol } from '../../../src/core/symbols/symbolTable';

/** A table that answers as a symbol table does, but looks at every symbol of every file. */
export class NaiveTable {
  readonly files = new Set<string>();
  private readonly readings = new Map<string, IndexedFile>();

  addFile(file: string): void {
    this.files.add(file);
  }

  set(reading: IndexedFile): void {
    this.files.add(reading.file);
    this.readings.set(reading.file, reading);
  }

  remove(file: string): void {
    this.files.delete(file);
    this.readings.delete(file);
  }

  get complete(): boolean {
    return this.readings.size === this.files.size;
  }

  outline(file: string): FileOutline | undefined {
    const reading = this.readings.get(file);
    return reading !== undefined && 'outline' in reading ? reading.outline : undefined;
  }

  unread(): readonly (readonly [string, string])[] {
    return [...this.readings.values()].flatMap((reading) =>
      'unindexed' in reading ? [[reading.file, reading.unindexed] as const] : [],
    );
  }

  where(fits: (symbol: SourceSymbol) => boolean): readonly LocatedSymbol[] {
    return this.sorted().flatMap((file) => (this.outline(file)?.symbols ?? []).filter(fits).map((symbol) => ({ file, symbol })));
  }

  packageFiles(name: string): readonly string[] {
    const files = this.sorted().filter((file) => this.outline(file)?.packages.some((one) => one.name === name));
    const hasObject = (file: string): boolean => {
      const owner = `${name}.package$`;
      return this.outline(file)?.symbols.some(({ path }) => path === owner || path.startsWith(`${owner}#`)) ?? false;
    };
    const isInfo = (file: string): boolean => file.split('/').at(-1) === 'package-info.java';
    return [
      ...files.filter(isInfo),
      ...files.filter((file) => !isInfo(file) && hasObject(file)),
      ...files.filter((file) => !isInfo(file) && !hasObject(file)),
    ];
  }

  private sorted(): string[] {
    return [...this.files].sort();
  }
}
