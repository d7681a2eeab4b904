import { QuickPickItemKind, window, type QuickPickItem, type QuickPickOptions } from 'vscode';
import { withoutIcons } from './plainWords';

/** Lets the reader choose from a list, whose words are shown as they are. An item's icon is its `iconPath`. */
export async function pick<T extends QuickPickItem>(
  items: readonly T[] | Promise<readonly T[]>,
  options: QuickPickOptions,
): Promise<T | undefined> {
  const shown = Promise.resolve(items).then((all) => all.map((item) => ({ ...plainItem(item), item })));
  return (await window.showQuickPick(shown, options))?.item;
}

/** Returns an item of a list with the same words, in which the editor draws no icons. */
function plainItem<T extends QuickPickItem>(item: T): T {
  // The name of a separator is shown as it is.
  if (item.kind === QuickPickItemKind.Separator) return item;
  const { label, description, detail } = item;
  return {
    ...item,
    label: withoutIcons(label),
    ...(description === undefined ? {} : { description: withoutIcons(description) }),
    ...(detail === undefined ? {} : { detail: withoutIcons(detail) }),
  };
}
