import { l10n } from 'vscode';
import type { PlaceReferences, SymbolReferences } from '../../core/references/symbolReferences';
import type { SourceSymbol } from '../../core/symbols/symbol';
import type { Model, SourceTree } from '../model/model';
import { symbolName } from '../model/symbolName';
import { describeUnindexed } from '../bindings/stateWords';

/** Names what is looked up as people do: the symbol without its package, or the file. */
export function nameOf({ symbol }: SymbolReferences, file: string): string {
  return symbol === undefined ? file.slice(file.lastIndexOf('/') + 1) : symbolName(symbol.path);
}

/** Returns the declared name; a constructor is called as its type. */
function simpleName({ path }: SourceSymbol): string {
  return symbolName(path.replace('#<init>', '')).replace(/^.*[.](?=[^.])/, '');
}

/**
 * Returns what the list alone does not tell: that there is nothing, that it belongs to something around, or that not all is known
 * yet.
 */
export function messageFor(found: PlaceReferences, { tree, file }: { tree: SourceTree; file: string }, model: Model): string {
  const { unmentioned } = found;
  const isEmpty = [found, ...found.members].every(
    (one) => one.about.length + one.mentions.length + one.references.length + one.possibly.length === 0,
  );
  const waiting = isWaiting(model) ? [l10n.t('The source is still being indexed: there may be more.')] : [];
  const unread = tree.table.unindexed().get(file);
  if (unread !== undefined) return describeUnindexed(unread);
  if (tree.table.files.has(file) && tree.table.indexed(file) === undefined) return l10n.t('This file is not indexed yet.');
  // The name stands without its type, since the view is narrow.
  const name = unmentioned === undefined ? nameOf(found, file) : simpleName(unmentioned);
  const none = isEmpty
    ? [l10n.t('No note speaks of {0}.', name)]
    : unmentioned === undefined
      ? []
      : [l10n.t('No note speaks of {0}. This is what they say of {1}.', name, nameOf(found, file))];
  return [...none, ...waiting].join(' ');
}

/** Returns whether it is not known yet where some anchor leads. */
function isWaiting({ notes, bindings, trees }: Model): boolean {
  if (trees.active?.table.complete !== false) return false;
  const all = notes.folders.flatMap((folder) => folder.notes);
  return all.some(({ uri }) =>
    bindings.ofNote(uri).some(({ result }) => result.state === 'unavailable' && result.why === 'notIndexedYet'),
  );
}
