import * as vscode from 'vscode';
import type { Binding, Candidate, Target } from '../../core/bindings/binding';
import { surroundingsOf } from '../../core/bindings/surroundings';
import type { SymbolTable } from '../../core/symbols/symbolTable';
import { commands } from '../editor/contributions';
import { showInformation } from '../editor/messages';
import { pick } from '../editor/pick';
import { describeReason, nameTarget } from '../bindings/stateWords';

interface TargetItem extends vscode.QuickPickItem {
  readonly target: Target;
}

/** Lets the reader choose among all targets that fit. */
export async function chooseTarget(anchor: string, targets: readonly Target[]): Promise<Target | undefined> {
  const items = targets.map((target): TargetItem => ({
    label: nameTarget(target),
    description: placeOf(target),
    iconPath: new vscode.ThemeIcon('symbol-method'),
    target,
  }));
  const picked = await pick(items, {
    title: vscode.l10n.t('{0} names several symbols', anchor),
    placeHolder: vscode.l10n.t('Which one?'),
    matchOnDescription: true,
  });
  return picked?.target;
}

/**
 * Offers what may have been meant, marked as not certain; then what is there around it, for a symbol that has another name now; and a
 * search for the name. So a click on an anchor always leads somewhere.
 */
export async function chooseCandidate(
  { anchor }: Binding,
  candidates: readonly Candidate[],
  table: SymbolTable,
): Promise<Target | undefined> {
  const guesses = candidates.map(({ target, reason }): TargetItem => ({
    label: nameTarget(target),
    iconPath: new vscode.ThemeIcon('question'),
    description: vscode.l10n.t('not certain: {0}', describeReason(reason)),
    detail: placeOf(target),
    target,
  }));
  const search: vscode.QuickPickItem = {
    label: vscode.l10n.t('Search for {0}', lastName(anchor.text)),
    iconPath: new vscode.ThemeIcon('search'),
    alwaysShow: true,
  };
  const picked = await pick<TargetItem | vscode.QuickPickItem>([...guesses, ...around(anchor, candidates, table), search], {
    title: vscode.l10n.t('{0} is not in this source', anchor.text),
    placeHolder: vscode.l10n.t('None of these is certain. Open one anyway?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked === search) await vscode.commands.executeCommand('workbench.action.quickOpen', `#${lastName(anchor.text)}`);
  return picked !== undefined && 'target' in picked ? picked.target : undefined;
}

/** Returns the type or package that is still there with what it has, under a line that names it. */
function around(
  { parsed }: Binding['anchor'],
  candidates: readonly Candidate[],
  table: SymbolTable,
): (TargetItem | vscode.QuickPickItem)[] {
  const found = parsed.ok ? surroundingsOf(parsed.anchor.target, table) : undefined;
  if (found === undefined) return [];
  const known = new Set(candidates.map(({ target }) => placeOf(target)));
  const targets = [...(found.type === undefined ? [] : [found.type]), ...found.members];
  const items = targets
    .filter((target) => !known.has(placeOf(target)))
    .map((target): TargetItem => ({
      label: nameTarget(target),
      iconPath: new vscode.ThemeIcon('symbol-misc'),
      description: placeOf(target),
      target,
    }));
  const label = vscode.l10n.t('In {0}', found.path);
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

/** Returns the last name in an anchor's text: that of its member, type or file. */
function lastName(anchor: string): string {
  const path = anchor.replace(/:~:text=.*$/s, '').replace(/\(.*$/s, '');
  return path.slice(Math.max(path.lastIndexOf('#'), path.lastIndexOf('.'), path.lastIndexOf('/'), path.indexOf(':')) + 1);
}

/** Says that there is no source to jump to, and offers the ways to get it. */
export async function offerSource(): Promise<void> {
  const [get, choose] = [vscode.l10n.t('Get Kafka Source…'), vscode.l10n.t('Choose Source Folder…')];
  const picked = await showInformation(vscode.l10n.t("Kafka's source is not open."), get, choose);
  if (picked === get) await vscode.commands.executeCommand(commands.getSource);
  if (picked === choose) await vscode.commands.executeCommand(commands.chooseSourceFolder);
}

function placeOf({ file, range }: Target): string {
  return `${file}:${range.start.line + 1}`;
}
