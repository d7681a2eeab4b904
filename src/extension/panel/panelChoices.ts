import { l10n } from 'vscode';
import type { PanelChoices } from '../../protocol/panel';
import { allChoices, markdownWords, searchWords, writeWords } from '../bindings/choices';
import { placeKey } from '../excerpts/excerptPlace';
import type { Choice, Choices } from '../model/choices';

/** Returns a list of what an anchor may mean as a page gets it. Only the reader's own notes are written into. */
export function panelChoices(choices: Choices, isOwn: boolean): PanelChoices {
  return {
    title: choices.title,
    facts: choices.facts,
    groups: choices.groups.map(({ title, choices: group }) => ({
      ...(title === undefined ? {} : { title }),
      choices: group.map(({ target, name, place, why }) => ({
        name,
        detail: why === undefined ? place : `${place} · ${why}`,
        place: placeKey(target),
      })),
    })),
    ...(isOwn && choices.canBeWritten ? { write: writeWords(), writeIt: l10n.t('Write') } : {}),
    search: searchWords(choices),
    ...(isOwn ? { markdown: markdownWords() } : {}),
  };
}

/** Returns the choice with a place's address. */
export function choiceAt(choices: Choices, place: string): Choice | undefined {
  return allChoices(choices).find(({ target }) => placeKey(target) === place);
}
