import type { SourceRequest } from '../symbols/sourceRequest';
import type { ReadBytes } from '../symbols/indexer';
import { decodeSource, plainSource } from '../symbols/sourceText';
import type { Position } from '../util/range';
import { languageOf } from '../syntax/language';
import { OpenTrees } from '../syntax/openTrees';
import type { Parsers } from '../syntax/parsers';
import type { Header } from './header';
import { type TreeReader, treeReaders } from './readUses';
import type { UseSite } from './use';

/** Reads what is to be known of files to resolve uses in them. */
export interface UseReader {
  /** What each file tells of its types, in the order asked; undefined for one that cannot be read. */
  headers(files: readonly SourceRequest[]): Promise<(Header | undefined)[]>;
  /** What the names at these positions are used for; all undefined where the file cannot be read. */
  sites(file: SourceRequest, positions: readonly Position[]): Promise<(UseSite | undefined)[]>;
}

/** Whole files are parsed, bodies too. Of those in editors the tree is kept, the others are parsed when they are asked for. */
export function createUseReader(parsers: Parsers, readFile: ReadBytes, trees = new OpenTrees()): UseReader {
  async function read<T>({ file, uri, text }: SourceRequest, use: (tree: TreeReader) => T): Promise<T | undefined> {
    const info = languageOf(file);
    if (info === undefined) return undefined;
    const language = await parsers.load(info.id);
    const readerOf = treeReaders[info.id];
    try {
      const source = text === undefined ? decodeSource(await readFile(uri)) : plainSource(text);
      if ('unindexed' in source) return undefined;
      if (text === undefined) return language.parse(source.text, (root) => use(readerOf(root)));
      return trees.use(uri, source.text, language, readerOf, use);
    } catch {
      // A file that cannot be read, or that the parser does not survive: of its uses nothing is known.
      return undefined;
    }
  }
  return {
    async headers(files) {
      const headers: (Header | undefined)[] = [];
      for (const file of files) headers.push(await read(file, (tree) => tree.header()));
      return headers;
    },
    async sites(file, positions) {
      const sites = await read(file, (tree) => positions.map((position) => tree.site(position)));
      return sites ?? positions.map(() => undefined);
    },
  };
}
