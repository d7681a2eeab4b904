import { libraryNames } from '../../../src/kafka/libraryNames';
import { Parsers } from '../../../src/core/syntax/parsers';
import { createUseFinder } from '../../../src/core/uses/useFinder';
import type { Headers } from '../../../src/core/uses/resolve/catalogue';
import { Resolver } from '../../../src/core/uses/resolve/resolver';
import type { UseAnswer } from '../../../src/core/uses/use';
import type { Position } from '../../../src/core/util/range';
import { findUse } from '../../../src/workspace/uses/findUse';
import { assets, readTable } from '../bindings/readTable';

const vanished = () => Promise.reject(new Error('vanished'));
const reader = createUseFinder(new Parsers(assets), vanished, (tried, error) => {
  throw new Error(tried, { cause: error });
});

/** The texts of files by their names; one of them has one name in «». */
export type Files = Readonly<Record<string, string>>;

/** Returns what the marked name refers to, and the files whose headers were asked for, request by request. */
export async function resolveMarked(files: Files): Promise<{ answer: UseAnswer | undefined; requests: string[][] }> {
  const marked = Object.keys(files).find((file) => files[file]!.includes('«'))!;
  const position = positionOf(files[marked]!);
  const texts = Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replace(/[«»]/g, '')]));
  const table = await readTable(texts);
  const request = (file: string) => ({ file, uri: `file:///${file}`, text: texts[file]! });
  const resolver = new Resolver(table, libraryNames);
  const requests: string[][] = [];
  const fetch = async (asked: readonly string[]): Promise<Headers> => {
    requests.push([...asked].sort());
    const headers = await reader.headers(asked.map(request));
    return new Map(asked.map((file, index) => [file, headers[index]]));
  };
  const [site] = await reader.sites(request(marked), [position]);
  // The open file is parsed anyway, so its header is no request.
  const [own] = await reader.headers([request(marked)]);
  resolver.add(new Map([[marked, own]]));
  const use = site && (await findUse(resolver, site, marked, fetch));
  return { answer: use?.answer, requests };
}

/**
 * Returns the answer in short: `path`, `path(Types)` where overloads are told apart by it, `? path, path` for candidates, `-` for
 * nothing.
 */
export async function shown(files: Files): Promise<string> {
  const { answer } = await resolveMarked(files);
  if (answer === undefined) return '-';
  if (answer.kind === 'possible') return `? ${[...new Set(answer.symbols.map(({ symbol }) => symbol.path))].join(', ')}`;
  const lists = answer.symbols.map(({ symbol }) => (symbol.parameters === undefined ? '' : `(${symbol.parameters.join(',')})`));
  return answer.path + lists.join(' ');
}

function positionOf(text: string): Position {
  const before = text.slice(0, text.indexOf('«')).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}
