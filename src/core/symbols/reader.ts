import type { FragmentRequest, SourceRequest } from '../../protocol/worker';
import { findFragment } from '../bindings/fragment';
import type { AssetReader } from '../syntax/assets';
import { languageOf } from '../syntax/language';
import { ParseFailure, Parsers } from '../syntax/parsers';
import { OpenOutlines } from './openOutlines';
import { packOutline, type PackedReading } from './packedOutline';
import { decodeSource, plainSource, type SourceText } from './sourceText';
import type { Range, UnreadReason } from './symbol';

/** The bytes of a file by its URI. Rejects with an Error whose message is an {@link UnreadReason}. */
export type FileReader = (uri: string) => Promise<Uint8Array>;

/** Reads source files, one after the other. */
export interface Reader {
  /** One reading a file, in the order asked. */
  outline(files: readonly SourceRequest[]): Promise<PackedReading[]>;
  /** For each fragment all places where it fits; undefined where the file could not be read. */
  locate(file: SourceRequest, fragments: readonly FragmentRequest[]): Promise<Range[][] | undefined>;
}

const nothing = packOutline({ packages: [], symbols: [], hasErrors: false });

/**
 * Reads source files in this thread: what the worker serves to the editor, and the CLI and tests use directly.
 * Grammars are loaded when the first file of their language comes.
 */
export function createReader(assets: AssetReader, readFile: FileReader, timeLimit?: number): Reader {
  const parsers = new Parsers(assets, timeLimit);
  const outlines = new OpenOutlines();
  return {
    async outline(files) {
      // All at once: where the bytes come through the host, waiting for each would take longer than parsing them.
      const sources = await Promise.all(files.map((file) => sourceText(readFile, file)));
      const readings: PackedReading[] = [];
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
): Promise<PackedReading> {
  if (source === undefined) return { file, unread: 'unreadable' };
  if ('unread' in source) return { file, ...source };
  const info = languageOf(file);
  if (info === undefined) return { file, packed: nothing };
  const language = await parsers.load(info.id);
  try {
    return { file, packed: outlines.outline(uri, source.text, text !== undefined, language) };
  } catch (error) {
    // Whatever a file does to the parser or to us (say, by nesting too deep), the others are read.
    const detail = error instanceof Error ? error.message : String(error);
    const reason = error instanceof ParseFailure ? error.reason : isUnreadReason(detail) ? detail : 'crashed';
    return { file, unread: reason, detail };
  }
}

type ReadText = SourceText & { readonly detail?: string };

/** Never rejects. */
async function sourceText(readFile: FileReader, { uri, text }: SourceRequest): Promise<ReadText> {
  if (text !== undefined) return plainSource(text);
  try {
    return decodeSource(await readFile(uri));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return isUnreadReason(message) ? { unread: message } : { unread: 'unreadable', detail: message };
  }
}

function locate(text: string, { fragment, within }: FragmentRequest): Range[] {
  return findFragment(text, fragment, within);
}

const unreadReasons: Readonly<Record<UnreadReason, true>> = {
  binary: true,
  notUtf8: true,
  tooLarge: true,
  vanished: true,
  noPermission: true,
  unreadable: true,
  timeout: true,
  crashed: true,
};

function isUnreadReason(message: string): message is UnreadReason {
  return Object.hasOwn(unreadReasons, message);
}
