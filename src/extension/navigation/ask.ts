import * as vscode from 'vscode';
import type { Binding, Candidate, Target } from '../../core/bindings/binding';
import { commands } from '../editor/contributions';
import { showInformation } from '../editor/messages';
import { pick } from '../editor/pick';
import { sayInPassing } from '../editor/sayInPassing';
import { explained } from '../editor/words';
import { describeReason, describeState, nameTarget } from '../bindings/stateWords';

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

/** Offers what may have been meant, marked as not certain; says so where there is nothing to offer. */
export async function chooseCandidate(binding: Binding, candidates: readonly Candidate[]): Promise<Target | undefined> {
  if (candidates.length === 0) {
    sayInPassing(explained(binding.anchor.text, describeState(binding.result)));
    return undefined;
  }
  const items = candidates.map(({ target, reason }): TargetItem => ({
    label: nameTarget(target),
    iconPath: new vscode.ThemeIcon('question'),
    description: vscode.l10n.t('not certain: {0}', describeReason(reason)),
    detail: placeOf(target),
    target,
  }));
  const picked = await pick(items, {
    title: vscode.l10n.t('{0} is not in this source', binding.anchor.text),
    placeHolder: vscode.l10n.t('None of these is certain. Open one anyway?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.target;
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
