import * as vscode from 'vscode';
import type { SearchParts } from './noteSearch';
import type { Hit } from './searchItems';

/** Opens a section in the panel, code in an editor. */
export async function openHit(hit: Hit, { navigator, trees }: SearchParts): Promise<void> {
  if (hit.kind === 'note') return navigator.openSection(hit.place);
  const { file, symbol } = hit.hit;
  if (trees.of(hit.tree.uriOf(file)) !== undefined) await navigator.open(hit.tree, { file, symbol, range: symbol.nameRange });
}

/** The same in a tab to the side. */
export async function openHitBeside(hit: Hit, { pages, revealer }: SearchParts): Promise<void> {
  if (hit.kind === 'note') return pages.openBeside(hit.place);
  const { file, symbol } = hit.hit;
  await revealer.reveal(hit.tree, { file, symbol, range: symbol.nameRange }, vscode.ViewColumn.Beside);
}
