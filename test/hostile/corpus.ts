import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Node } from 'web-tree-sitter';
import { outlineFile } from '../unit/symbols/outlineFile';
import type { SourceSymbol } from '../../src/core/symbols/symbol';
import { languageOf } from '../../src/core/syntax/language';
import { Parsers, type LoadedLanguage } from '../../src/core/syntax/parsers';
import { LineIndex } from '../../src/core/util/lineIndex';
import { kafkaSource } from '../cli/kafkaSource';
import { assets } from '../unit/bindings/readTable';

/** A symbol with the offsets of its declaration, and of the end of its header's first brace where it has one. */
export interface Placed {
  readonly symbol: SourceSymbol;
  readonly start: number;
  readonly end: number;
}

/** A file without errors, and the facts that are known of it. */
export interface Specimen {
  readonly file: string;
  readonly text: string;
  readonly language: LoadedLanguage;
  readonly symbols: readonly Placed[];
  /**
   * The ranges of methods' bodies, without their braces; bodies inside other bodies are left out. They are found in the whole
   * file's own tree.
   */
  readonly bodies: readonly { readonly start: number; readonly end: number }[];
}

const methods = new Set(['method_declaration', 'constructor_declaration', 'function_definition']);
const parsers = new Parsers(assets);

/** Returns the names of Kafka's source files, which are read when they are asked for. */
export function kafkaFiles(): string[] {
  const folder = kafkaSource();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => languageOf(name) !== undefined).sort();
}

export function readKafka(name: string): string {
  return readFileSync(join(kafkaSource(), relative('.', name)), 'utf8');
}

/** Loads both grammars, so that outlining waits for nothing. Returns the language of a file. */
export async function loadLanguages(): Promise<(file: string) => LoadedLanguage> {
  const [java, scala] = await Promise.all([parsers.load('java'), parsers.load('scala')]);
  return (file) => (languageOf(file)?.id === 'java' ? java : scala);
}

export function createSpecimen(file: string, text: string, language: LoadedLanguage): Specimen {
  const lines = new LineIndex(text);
  const symbols = outlineFile(text, language).symbols.map((symbol) => ({
    symbol,
    start: lines.offsetAt(symbol.range.start),
    end: lines.offsetAt(symbol.range.end),
  }));
  return { file, text, language, symbols, bodies: language.parse(text, (root) => bodiesIn(root)) };
}

function bodiesIn(node: Node): { start: number; end: number }[] {
  const body = methods.has(node.type) ? node.childForFieldName('body') : null;
  if (body !== null) return body.text.startsWith('{') ? [{ start: body.startIndex + 1, end: body.endIndex - 1 }] : [];
  return node.namedChildren.flatMap((child) => bodiesIn(child));
}
