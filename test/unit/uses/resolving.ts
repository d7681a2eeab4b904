import { Parsers } from '../../../src/core/syntax/parsers';
import { createUseReader } from '../../../src/core/uses/useReader';
import { libraryNames } from '../../../src/kafka/libraryNames';
import { Resolver } from '../../../src/core/uses/resolve/resolver';
import type { UseAnswer } from '../../../src/core/uses/use';
import type { Position } from '../../../src/core/util/range';
import { assets, readTable } from '../bindings/readTable';

const reader = createUseReader(new Parsers(assets), () => Promise.reject(new Error('vanished')));

/** Texts of files by their names; one of them has one name in «». */
export type Files = Readonly<Record<string, string>>;

/** What the marked name refers to. */
export async function resolveMarked(files: Files): Promise<UseAnswer | undefined> {
  const marked = Object.keys(files).find((file) => files[file]!.includes('«'))!;
  const position = positionOf(files[marked]!);
  const texts = Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replace(/[«»]/g, '')]));
  const table = await readTable(texts);
  const request = (file: string) => ({ file, uri: `file:///${file}`, text: texts[file]! });
  const resolver = new Resolver(table, async (file) => (await reader.headers([request(file)]))[0], libraryNames);
  const [site] = await reader.sites(request(marked), [position]);
  return site && (await resolver.resolve(site, marked))?.answer;
}

/** In short: `path`, `path(Types)` where overloads are told apart by it, `? path, path` for candidates, `-` for nothing. */
export async function shown(files: Files): Promise<string> {
  const answer = await resolveMarked(files);
  if (answer === undefined) return '-';
  if (answer.kind === 'possible') return `? ${[...new Set(answer.symbols.map(({ symbol }) => symbol.path))].join(', ')}`;
  const lists = answer.symbols.map(({ symbol }) => (symbol.parameters === undefined ? '' : `(${symbol.parameters.join(',')})`));
  return answer.path + lists.join(' ');
}

function positionOf(text: string): Position {
  const before = text.slice(0, text.indexOf('«')).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}
