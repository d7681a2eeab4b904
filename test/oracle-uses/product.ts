import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSymbolTable } from '../../src/core/symbols/createSymbolTable';
import { createIndexer } from '../../src/core/symbols/indexer';
import type { SymbolTable } from '../../src/core/symbols/symbolTable';
import { languageOf } from '../../src/core/syntax/language';
import { Parsers } from '../../src/core/syntax/parsers';
import type { Header } from '../../src/core/uses/header';
import { libraryNames } from '../../src/kafka/libraryNames';
import { Resolver } from '../../src/core/uses/resolve/resolver';
import type { Use } from '../../src/core/uses/use';
import { createUseReader } from '../../src/core/uses/useReader';
import { kafkaSource } from '../cli/kafkaSource';
import { assets } from '../unit/bindings/readTable';
import type { JudgedName } from './judged';

const readFile = (file: string) => Promise.resolve(readFileSync(join(kafkaSource(), file)));

/** What we take names in Kafka for. */
export class Product {
  private readonly reader = createUseReader(new Parsers(assets), readFile);
  private readonly headers = new Map<string, Promise<(Header | undefined)[]>>();
  private readonly resolver: Resolver;
  private waited = 0;
  /** Milliseconds that each use took, the worker's work not counted. */
  readonly times: number[] = [];

  private constructor(readonly table: SymbolTable) {
    this.resolver = new Resolver(table, (file) => this.header(file), libraryNames);
  }

  static async create(): Promise<Product> {
    const files = readdirSync(kafkaSource(), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && languageOf(entry.name) !== undefined)
      .map((entry) => join(entry.parentPath, entry.name).slice(kafkaSource().length + 1));
    const table = createSymbolTable(files);
    const readings = await createIndexer(assets, readFile).outline(files.map((file) => ({ file, uri: file })));
    for (const reading of readings) table.set(reading);
    return new Product(table);
  }

  async usesOf(names: readonly JudgedName[]): Promise<(Use | undefined)[]> {
    const [first] = names;
    if (first === undefined) return [];
    const sites = await this.reader.sites({ file: first.file, uri: first.file }, names);
    const uses: (Use | undefined)[] = [];
    for (const site of sites) {
      const [began, waited] = [performance.now(), this.waited];
      uses.push(site && (await this.resolver.resolve(site, first.file)));
      if (site !== undefined) this.times.push(performance.now() - began - (this.waited - waited));
    }
    return uses;
  }

  private async header(file: string): Promise<Header | undefined> {
    const began = performance.now();
    let header = this.headers.get(file);
    if (header === undefined) this.headers.set(file, (header = this.reader.headers([{ file, uri: file }])));
    const [found] = await header;
    this.waited += performance.now() - began;
    return found;
  }
}
