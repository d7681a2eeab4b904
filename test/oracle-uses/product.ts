import { libraryNames } from '../../src/kafka/libraryNames';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSymbolTable } from '../../src/core/symbols/createSymbolTable';
import { createIndexer } from '../../src/core/symbols/indexer';
import type { SymbolTable } from '../../src/core/symbols/symbolTable';
import { languageOf } from '../../src/core/syntax/language';
import { Parsers } from '../../src/core/syntax/parsers';
import type { Headers } from '../../src/core/uses/resolve/catalogue';
import { Resolver } from '../../src/core/uses/resolve/resolver';
import type { Use } from '../../src/core/uses/use';
import { createUseFinder } from '../../src/core/uses/useFinder';
import { findUse } from '../../src/workspace/uses/findUse';
import { kafkaSource } from '../cli/kafkaSource';
import { assets } from '../unit/bindings/readTable';
import type { JudgedName } from './judged';

const readFile = (file: string) => Promise.resolve(readFileSync(join(kafkaSource(), file)));

/** Our own answers for names in Kafka. */
export class Product {
  private readonly reader = createUseFinder(new Parsers(assets), readFile, (tried, error) => {
    throw new Error(tried, { cause: error });
  });
  private readonly resolver: Resolver;
  private waited = 0;
  /** The milliseconds that each use took, without the worker's part. */
  readonly times: number[] = [];

  private constructor(readonly table: SymbolTable) {
    this.resolver = new Resolver(table, libraryNames);
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
      uses.push(site && (await findUse(this.resolver, site, first.file, (files) => this.fetch(files))));
      if (site !== undefined) this.times.push(performance.now() - began - (this.waited - waited));
    }
    return uses;
  }

  private async fetch(files: readonly string[]): Promise<Headers> {
    const began = performance.now();
    const headers = await this.reader.headers(files.map((file) => ({ file, uri: file })));
    this.waited += performance.now() - began;
    return new Map(files.map((file, index) => [file, headers[index]]));
  }
}
