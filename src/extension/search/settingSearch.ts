import type { SearchGroup } from '../../core/search/search';
import type { Setting } from '../../core/settings/setting';
import { findSettings, settingFiles } from '../../core/settings/settings';
import { isTest } from '../../core/symbols/sourcePlace';
import type { LocatedSymbol } from '../../core/symbols/symbolTable';
import type { Folders } from '../../source/folders';
import { findReaders, type SettingReader } from '../../workspace/settings/findReaders';
import type { Slices } from '../../workspace/indexing/slices';
import type { SourceTree } from '../model/model';
import { SourceTexts } from '../uses/sourceTexts';
import type { Uses } from '../uses/uses';

/** The answer to a setting or a constant that was typed in full. */
export interface SettingAnswer {
  readonly name: string;
  /** The places that define the setting. */
  readonly settings: readonly Setting[];
  /** The places that read it; undefined until they are known, and where not all of them can be told. */
  readonly readers: readonly SettingReader[] | undefined;
  /** Whether more is still to come. */
  readonly isWhole: boolean;
}

interface SettingParts {
  readonly uses: Uses;
  readonly folders: Folders;
  readonly slices: Slices;
}

/** Matches the value behind a setting's name, and what may stand around the name. */
const behindName = /[=:].*$/s;
const aroundName = /^[\s"'`“”]+|[\s"'`“”,;]+$/g;

/** Returns the setting or constant whose whole value was typed, and the constants that have it. */
export function constantTyped(
  typed: string,
  groups: readonly SearchGroup[],
): { readonly name: string; readonly constants: readonly LocatedSymbol[] } | undefined {
  const name = typed.replace(behindName, '').replace(aroundName, '');
  const found = groups.flatMap((group) => (group.kind === 'constants' ? group.hits : []));
  const constants = found.filter(({ symbol, file }) => symbol.value === name && !isTest(file));
  return constants.length === 0 ? undefined : { name, constants };
}

/** Finds what ends the question for a setting. The last answer is kept, since the list is made anew while files are indexed. */
export class SettingSearch {
  private readonly texts: SourceTexts;
  private last: { readonly tree: SourceTree; readonly answer: SettingAnswer } | undefined;

  constructor(private readonly parts: SettingParts) {
    this.texts = new SourceTexts(parts.folders);
  }

  /** Forgets the last answer, since the source has changed. */
  forget(): void {
    this.last = undefined;
  }

  /** Yields the answer as far as it is known: first the definitions, then the places that read the setting. */
  async *find(
    tree: SourceTree,
    { name, constants }: { readonly name: string; readonly constants: readonly LocatedSymbol[] },
    isWanted: () => boolean,
  ): AsyncGenerator<SettingAnswer> {
    if (this.last?.tree === tree && this.last.answer.name === name) {
      yield this.last.answer;
      return;
    }
    const { uses, slices } = this.parts;
    const { table } = tree;
    const textOf = async (file: string): Promise<string | undefined> => (await this.texts.of(tree, file))?.text;
    const files = settingFiles(
      table,
      constants.map(({ file }) => file),
    );
    const settings = await findSettings(name, files, { table, textOf, pause: slices.pause });
    if (!isWanted()) return;
    yield { name, settings, readers: undefined, isWhole: false };
    const usesOf = (symbol: LocatedSymbol, some: readonly string[]) => uses.of(tree, symbol, isWanted, some);
    const readers = await findReaders(constants, { table, usesOf });
    if (!isWanted()) return;
    const answer = { name, settings, readers, isWhole: true };
    if (table.complete) this.last = { tree, answer };
    yield answer;
  }
}
