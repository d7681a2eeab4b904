import type { SourceRequest } from '../../protocol/worker';
import type { FileReader } from '../symbols/reader';
import { decodeSource, plainSource } from '../symbols/sourceText';
import type { Position } from '../symbols/symbol';
import { languageOf } from '../syntax/language';
import type { LoadedLanguage, Parsers } from '../syntax/parsers';
import type { Header } from './header';
import { readHeader, readSites } from './readUses';
import type { UseSite } from './use';

/** Reads what is to be known of files to resolve uses in them. */
export interface UseReader {
  /** What each file tells of its types, in the order asked; undefined for one that cannot be read. */
  headers(files: readonly SourceRequest[]): Promise<(Header | undefined)[]>;
  /** What the names at these positions are used for; all undefined where the file cannot be read. */
  sites(file: SourceRequest, positions: readonly Position[]): Promise<(UseSite | undefined)[]>;
}

/** Whole files are parsed, bodies too, one when it is asked for; nothing of them is kept. */
export function createUseReader(parsers: Parsers, readFile: FileReader): UseReader {
  async function read<T>(request: SourceRequest, use: (text: string, language: LoadedLanguage) => T): Promise<T | undefined> {
    const info = languageOf(request.file);
    if (info === undefined) return undefined;
    const language = await parsers.load(info.id);
    try {
      const source = request.text === undefined ? decodeSource(await readFile(request.uri)) : plainSource(request.text);
      return 'text' in source ? use(source.text, language) : undefined;
    } catch {
      // A file that cannot be read, or that the parser does not survive: of its uses nothing is known.
      return undefined;
    }
  }
  return {
    async headers(files) {
      const headers: (Header | undefined)[] = [];
      for (const file of files) headers.push(await read(file, readHeader));
      return headers;
    },
    async sites(file, positions) {
      const sites = await read(file, (text, language) => readSites(text, positions, language));
      return sites ?? positions.map(() => undefined);
    },
  };
}
