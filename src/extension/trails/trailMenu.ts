import * as vscode from 'vscode';
import type { Model, TrailPosition } from '../model/model';
import { nameState } from '../bindings/stateWords';
import { chooseTrail } from './chooseTrail';
import { doubtOf, longPosition } from './trailWords';

interface Item extends vscode.QuickPickItem {
  readonly run?: () => unknown;
}

/** Shows everything that can be done on a trail, and all its steps. Without a trail it asks which one to walk. */
export async function showTrailMenu(model: Model): Promise<void> {
  const { position } = model.trails;
  if (position === undefined) return chooseTrail(model);
  const picked = await vscode.window.showQuickPick<Item>([...actions(model, position), ...steps(model, position)], {
    title: longPosition(position),
    placeHolder: vscode.l10n.t('Go on, or to any step'),
    matchOnDescription: true,
  });
  await picked?.run?.();
}

function actions(model: Model, position: TrailPosition): Item[] {
  const { trails, navigation } = model;
  const { note, steps, index, step, status } = position;
  const isPaused = status === 'paused';
  const back = { label: `$(reply) ${vscode.l10n.t('Back to the trail')}`, run: () => trails.back() };
  const resume = { label: `$(debug-start) ${vscode.l10n.t('Resume')}`, run: () => trails.back() };
  const ahead = steps[index + 1]?.anchor.label ?? position.next()?.title;
  const next = {
    label: `$(arrow-right) ${vscode.l10n.t('Next step')}`,
    ...(ahead === undefined ? {} : { description: ahead }),
    run: () => trails.next(),
  };
  const behind = steps[index - 1]?.anchor.label;
  const previous = {
    label: `$(arrow-left) ${vscode.l10n.t('Previous step')}`,
    ...(behind === undefined ? {} : { description: behind }),
    run: () => trails.previous(),
  };
  const doubt = doubtOf(model, position);
  const isOpen = doubt?.state === 'ambiguous' || (doubt?.state === 'missing' && doubt.candidates.length > 0);
  const choose = {
    label: `$(question) ${vscode.l10n.t('Choose the code of this step…')}`,
    ...(doubt === undefined ? {} : { description: nameState(doubt.state) }),
    run: () => navigation.openAnchor(note.uri, step.anchor.text),
  };
  return [
    ...(isPaused ? [resume] : trails.isAway ? [back, next, previous] : [next, previous, back]),
    ...(isOpen ? [choose] : []),
    ...(isPaused ? [] : [{ label: `$(debug-pause) ${vscode.l10n.t('Pause')}`, run: () => trails.pause() }]),
    { label: `$(debug-restart) ${vscode.l10n.t('From the start')}`, run: () => trails.goTo(note.uri, 0) },
    { label: `$(list-ordered) ${vscode.l10n.t('Another trail…')}`, run: () => chooseTrail(model) },
    { label: `$(debug-stop) ${vscode.l10n.t('End')}`, run: () => trails.end() },
  ];
}

function steps({ trails, bindings }: Model, { note, steps, index }: TrailPosition): Item[] {
  const states = new Map(bindings.ofNote(note.uri).map(({ anchor, result }) => [anchor.text, result.state]));
  const items = steps.map(({ anchor }, at): Item => {
    const title = note.sections[anchor.section]?.title ?? '';
    const section = title === note.title ? '' : title;
    const state = states.get(anchor.text) ?? 'unavailable';
    return {
      label: `${at === index ? '$(milestone) ' : ''}${at + 1}. ${anchor.label}`,
      description: [section, state === 'exact' ? '' : nameState(state)].filter((part) => part !== '').join(' · '),
      run: () => trails.goTo(note.uri, at),
    };
  });
  return [{ label: vscode.l10n.t('Steps'), kind: vscode.QuickPickItemKind.Separator }, ...items];
}
