import * as vscode from 'vscode';
import type { Setting } from '../../core/settings/setting';
import type { SettingReader } from '../../workspace/settings/findReaders';
import { withoutIcons } from '../editor/plainWords';
import type { NotePlace, SourceTree } from '../model/model';
import { symbolName } from '../model/symbolName';
import { item, placeOf, separator, type HitItem } from './searchItems';
import type { SettingAnswer } from './settingSearch';

/** The most places that are listed. More of them are found by _Find All References_. */
const mostReaders = 30;

/** Makes the rows of a setting's definitions and of the places that read it. `note` is the section that explains it. */
export function settingItems(answer: SettingAnswer, tree: SourceTree, note: NotePlace | undefined): HitItem[] {
  const { settings, readers, isWhole } = answer;
  return [
    ...under(
      vscode.l10n.t('Settings'),
      settings.map((setting) => definitionItem(setting, tree, note)),
    ),
    ...(isWhole
      ? under(
          vscode.l10n.t('Read by'),
          (readers ?? []).slice(0, mostReaders).map((reader) => readerItem(reader, tree)),
        )
      : [waiting()]),
  ];
}

function under(name: string, items: readonly HitItem[]): HitItem[] {
  return items.length === 0 ? [] : [separator(name), ...items];
}

/** The row that stands for what is still looked for. It opens nothing. */
function waiting(): HitItem {
  return {
    label: vscode.l10n.t('Looking for the code that reads it…'),
    iconPath: new vscode.ThemeIcon('loading~spin'),
    alwaysShow: true,
  };
}

function definitionItem(setting: Setting, tree: SourceTree, note: NotePlace | undefined): HitItem {
  const { name, file, range, owner, doc } = setting;
  const facts = [...(setting.type === undefined ? [] : [setting.type]), defaultWords(setting)].join(' · ');
  const hit = { kind: 'code' as const, tree, target: { file, range }, ...(note === undefined ? {} : { note }) };
  return {
    ...item(hit, `setting ${file}:${range.start.line}`, name, 'settings-gear'),
    description: withoutIcons(`${symbolName(owner)} · ${facts}  ${placeOf(file, range.start.line)}`),
    ...(doc === undefined ? {} : { detail: withoutIcons(doc) }),
  };
}

function defaultWords({ default: own }: Setting): string {
  switch (own.kind) {
    case 'none':
      return vscode.l10n.t('no default');
    case 'value':
      return vscode.l10n.t('default {0}', own.value);
    case 'expression':
      return vscode.l10n.t('default as written: {0}', own.written);
    default:
      return own satisfies never;
  }
}

function readerItem({ file, range, line, within }: SettingReader, tree: SourceTree): HitItem {
  const hit = { kind: 'code' as const, tree, target: { file, range } };
  const name = within === undefined ? file.slice(file.lastIndexOf('/') + 1) : symbolName(within.path);
  return {
    ...item(hit, `reader ${file}:${range.start.line}:${range.start.character}`, name, 'symbol-method'),
    description: withoutIcons(placeOf(file, range.start.line)),
    detail: withoutIcons(line),
  };
}
