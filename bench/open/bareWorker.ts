/**
 * A thread that parses the files it is told to and does nothing else: `workerData` is the folder with the grammars. It answers
 * when a tree is there.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { Language, Parser } from 'web-tree-sitter';
import { languages, languageOf } from '../../src/core/syntax/language';

/**
 * A parse of pieces of this length is three times as fast as one of the whole text, and the quicker way is the one to be
 * measured against.
 */
const pieceLength = 256;

async function serve(grammars: string): Promise<void> {
  const load = (name: string) => readFile(join(grammars, name));
  await Parser.init({ wasmBinary: await load('web-tree-sitter.wasm'), locateFile: (name: string) => name });
  const parsers = new Map<string, Parser>();
  for (const { id, grammar } of languages) parsers.set(id, new Parser().setLanguage(await Language.load(await load(grammar))));
  const parse = async (path: string): Promise<void> => {
    const text = await readFile(path, 'utf8');
    const parser = parsers.get(languageOf(path)?.id ?? '');
    if (parser === undefined) throw new Error(`no grammar for ${path}`);
    parser.parse((index) => text.slice(index, index + pieceLength))?.delete();
    parentPort?.postMessage('parsed');
  };
  parentPort?.on('message', (path: string) => void parse(path));
  parentPort?.postMessage('ready');
}

void serve(workerData as string);
