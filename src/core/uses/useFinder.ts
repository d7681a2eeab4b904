import type { SourceRequest } from '../symbols/sourceRequest';
import type { ReadBytes } from '../symbols/indexer';
import { decodeSource, plainSource } from '../symbols/sourceText';
import type { Position } from '../util/range';
import type { Report } from '../util/report';
import { languageOf } from '../syntax/language';
import { OpenTrees } from '../syntax/openTrees';
import type { Parsers } from '../syntax/parsers';
import type { Header } from './header';
import { type TreeUses, treeUses } from './treeUses';
import type { NamedSite, UseSite } from './use';
import { placesOfName } from './placesOfName';

/** Reads from files what is needed to resolve uses in them. */
export interface UseFinder {
  /** Returns what each file tells of its types, in the order asked; undefined for one that cannot be read. */
  headers(files: readonly SourceRequest[]): Promise<(Header | undefined)[]>;
  /** Returns all places in each file where a name is used, in the order asked; undefined for a file that cannot be read. */
  named(files: readonly SourceRequest[], name: string): Promise<(readonly NamedSite[] | undefined)[]>;
  /** Returns what the names at these positions are used for; all are undefined where the file cannot be read. */
  sites(file: SourceRequest, positions: readonly Position[]): Promise<(UseSite | undefined)[]>;
}

/**
 * Creates a reader that parses whole files, bodies too. The syntax trees of files in editors are kept, while other files are
 * parsed each time they are asked for. `report` is told of texts that cannot be analysed; a file that cannot be read is gone, which
 * is no error here.
 */
export function createUseFinder(parsers: Parsers, readFile: ReadBytes, report: Report, trees = new OpenTrees()): UseFinder {
  /** Returns the text of a file; undefined where there is none that can be parsed. */
  async function textOf({ uri, text }: SourceRequest): Promise<string | undefined> {
    try {
      const source = text === undefined ? decodeSource(await readFile(uri)) : plainSource(text);
      return 'unindexed' in source ? undefined : source.text;
    } catch {
      // A file that cannot be read tells nothing of its uses.
      return undefined;
    }
  }
  async function analyse<T>(
    { file, uri, text: opened }: SourceRequest,
    text: string | undefined,
    use: (tree: TreeUses) => T,
  ): Promise<T | undefined> {
    const info = languageOf(file);
    if (info === undefined || text === undefined) return undefined;
    const language = await parsers.load(info.id);
    const readerOf = treeUses[info.id];
    try {
      if (opened === undefined) return language.parse(text, (root) => use(readerOf(root)));
      return trees.use(uri, text, language, readerOf, use);
    } catch (error) {
      // A text that the parser does not survive tells nothing of its uses.
      report(`find the uses in ${uri}`, error);
      return undefined;
    }
  }
  return {
    async headers(files) {
      // All files are requested at once, which matters on a remote file system.
      const texts = files.map(textOf);
      const headers: (Header | undefined)[] = [];
      for (const [index, file] of files.entries()) headers.push(await analyse(file, await texts[index], (tree) => tree.header()));
      return headers;
    },
    async named(files, name) {
      const texts = files.map(textOf);
      const found: (readonly NamedSite[] | undefined)[] = [];
      for (const [index, file] of files.entries()) {
        const text = await texts[index];
        const places = text === undefined ? [] : placesOfName(text, name);
        // Most files do not have the name, and need no parsing.
        if (places.length === 0) found.push(text === undefined ? undefined : []);
        else found.push(await analyse(file, text, (tree) => sitesAt(tree, places)));
      }
      return found;
    },
    async sites(file, positions) {
      const sites = await analyse(file, await textOf(file), (tree) => positions.map((position) => tree.site(position)));
      return sites ?? positions.map(() => undefined);
    },
  };
}

function sitesAt(tree: TreeUses, places: ReturnType<typeof placesOfName>): NamedSite[] {
  return places.flatMap(({ position, line }) => {
    const site = tree.site(position);
    return site === undefined ? [] : [{ site, line }];
  });
}
