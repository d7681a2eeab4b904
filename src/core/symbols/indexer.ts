import type { FragmentRequest, SourceRequest } from './sourceRequest';
import { findFragment } from '../syntax/textFragment';
import type { Assets } from '../syntax/assets';
import { languageOf } from '../syntax/language';
import { ParseFailure, Parsers } from '../syntax/parsers';
import { OpenOutlines } from './openOutlines';
import { packOutline, type PackedFile } from './packedOutline';
import { decodeSource, plainSource, type SourceText } from './sourceText';
import type { UnindexedReason } from './symbol';
import type { Range } from '../util/range';

/** A function that returns the bytes of a file by its URI. Rejects with an Error whose message is an {@link UnindexedReason}. */
export type ReadBytes = (uri: string) => Promise<Uint8Array>;

/** An indexer reads source files, one after the other. */
export interface Indexer {
  /** Returns the outcome for each file, in the order asked. */
  outline(files: readonly SourceRequest[]): Promise<PackedFile[]>;
  /** Returns for each fragment all places where it fits; undefined where the file could not be read. */
  locate(file: SourceRequest, fragments: readonly FragmentRequest[]): Promise<Range[][] | undefined>;
}

const nothing = packOutline({ packages: [], symbols: [], hasErrors: false });

/**
 * Creates an indexer that reads source files in this thread. The worker serves it to the editor; the command line and the tests
 * use it directly. Grammars are loaded when the first file of their language comes.
 */
export function createIndexer(assets: Assets, readFile: ReadBytes, timeLimit?: number): Indexer {
  const parsers = new Parsers(assets, timeLimit);
  const outlines = new OpenOutlines();
  return {
    async outline(files) {
      // All files are read at once: where the bytes come through the host, waiting for each would take longer than parsing them.
      const sources = await Promise.all(files.map((file) => sourceText(readFile, file)));
      const readings: PackedFile[] = [];
      for (const [index, request] of files.entries()) readings.push(await read(parsers, outlines, request, sources[index]));
      return readings;
    },
    async locate(file, fragments) {
      const source = await sourceText(readFile, file);
      return 'text' in source ? fragments.map((request) => locate(source.text, request)) : undefined;
    },
  };
}

async function read(
  parsers: Parsers,
  outlines: OpenOutlines,
  { file, uri, text }: SourceRequest,
  source: ReadText | undefined,
): Promise<PackedFile> {
  if (source === undefined) return { file, unindexed: 'unreadable' };
  if ('unindexed' in source) return { file, ...source };
  const info = languageOf(file);
  if (info === undefined) return { file, packed: nothing };
  const language = await parsers.load(info.id);
  try {
    return { file, packed: outlines.outline(uri, source.text, text !== undefined, language) };
  } catch (error) {
    // Whatever a file does to the parser or to us (say, by nesting too deep), the other files are read.
    const detail = error instanceof Error ? error.message : String(error);
    const reason = error instanceof ParseFailure ? error.reason : isUnindexedReason(detail) ? detail : 'crashed';
    return { file, unindexed: reason, detail };
  }
}

type ReadText = SourceText & { readonly detail?: string };

/** Returns the text of a file, or the reason why there is none. Never rejects. */
async function sourceText(readFile: ReadBytes, { uri, text }: SourceRequest): Promise<ReadText> {
  if (text !== undefined) return plainSource(text);
  try {
    return decodeSource(await readFile(uri));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return isUnindexedReason(message) ? { unindexed: message } : { unindexed: 'unreadable', detail: message };
  }
}

function locate(text: string, { fragment, within }: FragmentRequest): Range[] {
  return findFragment(text, fragment, within);
}

const unindexedReasons: Readonly<Record<UnindexedReason, true>> = {
  binary: true,
  notUtf8: true,
  tooLarge: true,
  vanished: true,
  noPermission: true,
  unreadable: true,
  timeout: true,
  crashed: true,
};

function isUnindexedReason(message: string): message is UnindexedReason {
  return Object.hasOwn(unindexedReasons, message);
}
