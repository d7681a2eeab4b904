import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outlineFile } from '../../../src/core/symbols/outliner';
import { unpackOutline } from '../../../src/core/symbols/packedOutline';
import { languageOf, type LanguageId } from '../../../src/core/syntax/language';
import { Parsers } from '../../../src/core/syntax/parsers';
import { assets } from '../../unit/bindings/readTable';
import type { Declaration } from '../declaration';
import { compare } from '../difference';
import { judge, type Languages } from '../judge';

/** The declarations that the judge and we find in one source. */
export interface Compared {
  readonly text: string;
  readonly judged: readonly Declaration[];
  readonly found: readonly Declaration[];
  /** The differences in words for a person; none where both say the same. */
  readonly differences: readonly string[];
}

const parsers = new Parsers(assets);

/** Compares sources of one language, in order. The result is undefined for a source that the judge rejects. */
export async function compareAll(
  texts: readonly string[],
  id: LanguageId,
  languages: Languages,
): Promise<(Compared | undefined)[]> {
  const folder = mkdtempSync(join(tmpdir(), 'generated-'));
  try {
    const file = (index: number): string => `${Math.floor(index / 1000)}/${index}.${id}`;
    texts.forEach((text, index) => {
      if (index % 1000 === 0) mkdirSync(join(folder, String(index / 1000)));
      writeFileSync(join(folder, file(index)), text);
    });
    const { declarations, unparsed } = await judge(folder, [], languages);
    const byFile = new Map<string, Declaration[]>();
    for (const one of declarations) byFile.set(one.file, [...(byFile.get(one.file) ?? []), one]);
    const compared: (Compared | undefined)[] = [];
    for (const [index, text] of texts.entries()) {
      const judged = byFile.get(file(index)) ?? [];
      const found = await declarationsIn(text, file(index));
      const differences = compare(judged, found).differences.map((one) => one.text.slice(one.text.indexOf(':') + 1));
      compared.push(unparsed.has(file(index)) ? undefined : { text, judged, found, differences });
    }
    return compared;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function declarationsIn(text: string, file: string): Promise<Declaration[]> {
  const info = languageOf(file);
  if (info === undefined) throw new Error(`${file} is of no known language`);
  const { symbols } = unpackOutline(outlineFile(text, await parsers.load(info.id)));
  return symbols.map(({ kind, path, parameters, value, nameRange: { start } }) => ({
    file,
    line: start.line + 1,
    column: start.character + 1,
    kind,
    path,
    ...(parameters && { parameters }),
    ...(value !== undefined && { value }),
  }));
}
