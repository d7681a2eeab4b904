import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { createIndexer } from '../core/symbols/indexer';
import { unpackFileOutcome } from '../core/symbols/packedOutline';
import type { SourceSymbol } from '../core/symbols/symbol';
import { languageOf } from '../core/syntax/language';
import { childUri } from '../source/folders';
import { nodeFolders } from '../source/nodeFolders';
import { listSourceFiles } from '../source/walk';
import { readLocalFile } from '../worker/localFile';
import { unreadFolders } from '../workspace/indexing/sourceListing';
import { exitCode, WrongUse, type ExitCode, type Io } from './io';
import { jsonLines } from './json';
import { localUri } from './localUri';
import { indentationMessage, unindexedMessage, wrongUse } from './messages';

/** One symbol as `--json` prints it. Line and column are those of the name and count from 1, the column in UTF-16 units. */
interface PrintedSymbol {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly kind: SourceSymbol['kind'];
  readonly path: string;
  readonly parameters?: readonly string[];
  readonly value?: string;
}

interface SourceFile {
  /** The symbol's name as it is printed. */
  readonly name: string;
  readonly uri: string;
}

/** Prints every symbol of these files and folders: the arguments in the given order, files by path, symbols by place. */
export async function symbolsCommand(paths: readonly string[], json: boolean, io: Io): Promise<ExitCode> {
  const places = paths.map((path) => checkedPath(path, io));
  const indexer = createIndexer(io.assets, readLocalFile);
  const symbols: PrintedSymbol[] = [];
  let code: ExitCode = exitCode.clean;
  for (const place of places) {
    const { files, unread } = await listFiles(place);
    for (const [folder, reason] of unread) {
      io.stderr(unindexedMessage(folder === '' ? place.path : folder, reason));
      code = exitCode.problems;
    }
    for (const { name, uri } of files) {
      const [outcome] = await indexer.outline([{ file: name, uri }]);
      const unpacked = unpackFileOutcome(outcome ?? { file: name, unindexed: 'unreadable' });
      if ('outline' in unpacked) {
        if (unpacked.outline.hasIndentation === true) io.stderr(indentationMessage(name));
        const printed = unpacked.outline.symbols.map((symbol) => printedSymbol(name, symbol));
        if (json) symbols.push(...printed);
        else io.stdout(printed.map(textLine).join(''));
      } else {
        io.stderr(unindexedMessage(name, unpacked.unindexed, unpacked.detail));
        code = exitCode.problems;
      }
    }
  }
  if (json) io.stdout(jsonLines(symbols));
  return code;
}

interface Place {
  readonly path: string;
  readonly absolute: string;
  readonly isFolder: boolean;
}

function checkedPath(path: string, io: Io): Place {
  const absolute = resolve(io.cwd, path);
  const found = statSync(absolute, { throwIfNoEntry: false });
  if (found === undefined || path === '') throw new WrongUse(wrongUse.noSuchPath(path));
  if (!found.isDirectory() && languageOf(path) === undefined) throw new WrongUse(wrongUse.noSource(path));
  return { path, absolute, isFolder: found.isDirectory() };
}

async function listFiles({ absolute, isFolder }: Place): Promise<{
  files: readonly SourceFile[];
  unread: ReturnType<typeof unreadFolders>;
}> {
  const uri = localUri('', absolute);
  if (!isFolder) return { files: [{ name: basename(absolute), uri }], unread: new Map() };
  const listing = await listSourceFiles(uri, nodeFolders);
  return { files: listing.files.map((name) => ({ name, uri: childUri(uri, name) })), unread: unreadFolders(listing.unreadable) };
}

function printedSymbol(file: string, { kind, path, parameters, value, nameRange: { start } }: SourceSymbol): PrintedSymbol {
  return {
    file,
    line: start.line + 1,
    column: start.character + 1,
    kind,
    path,
    ...(parameters && { parameters }),
    ...(value !== undefined && { value }),
  };
}

function textLine({ file, line, column, kind, path, parameters, value }: PrintedSymbol): string {
  const list = parameters === undefined ? '' : `(${parameters.join(',')})`;
  return `${file}:${line}:${column}: ${kind} ${path}${list}${value === undefined ? '' : ` = ${JSON.stringify(value)}`}\n`;
}
