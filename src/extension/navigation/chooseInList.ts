import * as vscode from 'vscode';
import { pick } from '../editor/pick';
import { allChoices, markdownWords, searchWords, writeWords } from '../bindings/choices';
import type { Choice, Choices, Chosen } from '../model/choices';

interface ChoiceItem extends vscode.QuickPickItem {
  readonly chosen?: Chosen;
}

/**
 * Offers what an anchor may mean, in a list of the editor's: those that fit, then what is there around it, for a symbol that has
 * another name now, and a search for the name. In an own note a button writes the choice into the note.
 */
export async function chooseInList(choices: Choices, isOwn: boolean): Promise<Chosen | undefined> {
  const write: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('replace-all'), tooltip: writeWords() };
  const buttons = isOwn && choices.canBeWritten ? [write] : [];
  const rows = choices.groups.flatMap(({ title, choices: group }): ChoiceItem[] => {
    const line = title === undefined ? [] : [{ label: title, kind: vscode.QuickPickItemKind.Separator }];
    return [...line, ...group.map((choice) => ({ ...choiceItem(choice), buttons }))];
  });
  const others: ChoiceItem[] = [
    { label: searchWords(choices), iconPath: new vscode.ThemeIcon('search'), alwaysShow: true, chosen: { act: 'search' } },
    ...(isOwn
      ? [
          {
            label: markdownWords(),
            iconPath: new vscode.ThemeIcon('markdown'),
            alwaysShow: true,
            chosen: { act: 'markdown' } as const,
          },
        ]
      : []),
  ];
  const isCertain = allChoices(choices).some(({ why }) => why === undefined) && choices.groups[0]?.title === undefined;
  const picked = await pick<ChoiceItem>(
    [{ label: choices.facts[0] ?? '', kind: vscode.QuickPickItemKind.Separator }, ...rows, ...others],
    {
      title: choices.title,
      placeHolder: isCertain ? vscode.l10n.t('Which one?') : vscode.l10n.t('None of these is certain. Open one anyway?'),
      matchOnDescription: true,
      matchOnDetail: true,
    },
    ({ chosen }) => ({ label: '', ...(chosen !== undefined && 'choice' in chosen && { chosen: { ...chosen, act: 'write' } }) }),
  );
  return picked?.chosen;
}

function choiceItem(choice: Choice): ChoiceItem {
  const { name, place, why } = choice;
  return {
    label: name,
    iconPath: new vscode.ThemeIcon(why === undefined ? 'symbol-misc' : 'question'),
    description: why ?? place,
    ...(why === undefined ? {} : { detail: place }),
    chosen: { act: 'open', choice },
  };
}
