/** Parses files of a tree with native tree-sitter, in one thread: `nativeSide.js SOURCE FOLDER`. The files are in memory. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { LanguageId } from '../../src/core/syntax/language';
import { readSources } from '../kafka';
import { takeTurns } from './turns';

interface NativeParser {
  setLanguage(grammar: unknown): void;
  parse(read: (index: number) => string): { readonly rootNode: { readonly hasError: boolean } };
}

/** The length of the pieces that make this binding quickest, of 256, 512, 1,024, 4,096, 16,384 and the whole text. */
const pieceLength: Readonly<Record<LanguageId, number>> = { java: 1024, scala: 1024 };

async function main([source = '', folder = '']: readonly string[]): Promise<void> {
  const load = createRequire(join(folder, 'package.json'));
  const Parser = load('tree-sitter') as new () => NativeParser;
  const create = (grammar: string): NativeParser => {
    const parser = new Parser();
    parser.setLanguage(load(grammar));
    return parser;
  };
  const parsers: Record<LanguageId, NativeParser> = { java: create('tree-sitter-java'), scala: create('tree-sitter-scala') };
  const sources = await readSources(source);
  takeTurns(({ from, to }) => {
    for (const { language, text } of sources.slice(from, to)) {
      const piece = pieceLength[language];
      parsers[language].parse((index) => text.slice(index, index + piece));
    }
  });
}

void main(process.argv.slice(2));
