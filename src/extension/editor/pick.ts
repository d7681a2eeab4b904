import { QuickPickItemKind, window, type QuickPickItem, type QuickPickOptions } from 'vscode';
import { withoutIcons } from './plainWords';

/**
 * Lets the reader choose from a list, whose words are shown as they are. An item's icon is its `iconPath`. A click on the button of an
 * item chooses what `byButton` makes of it.
 */
export async function pick<T extends QuickPickItem>(
  items: readonly T[] | Promise<readonly T[]>,
  options: QuickPickOptions,
  byButton?: (item: T) => T,
): Promise<T | undefined> {
  const shown = Promise.resolve(items).then((all) => all.map((item) => ({ ...plainItem(item), item })));
  if (byButton === undefined) return (await window.showQuickPick(shown, options))?.item;
  return pickWithButtons(await shown, options, byButton);
}

function pickWithButtons<T extends QuickPickItem>(
  items: readonly (QuickPickItem & { readonly item: T })[],
  { title, placeHolder, matchOnDescription, matchOnDetail }: QuickPickOptions,
  byButton: (item: T) => T,
): Promise<T | undefined> {
  const list = window.createQuickPick<QuickPickItem & { readonly item: T }>();
  Object.assign(list, { title, placeholder: placeHolder, matchOnDescription, matchOnDetail, items });
  return new Promise((resolve) => {
    const choose = (item: T | undefined): void => {
      resolve(item);
      list.dispose();
    };
    list.onDidAccept(() => choose(list.selectedItems[0]?.item));
    list.onDidTriggerItemButton(({ item }) => choose(byButton(item.item)));
    list.onDidHide(() => choose(undefined));
    list.show();
  });
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
