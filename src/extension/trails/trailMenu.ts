import * as vscode from 'vscode';
import { pick } from '../editor/pick';
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
  const picked = await pick<Item>([...actions(model, position), ...steps(model, position)], {
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
  const back = { label: vscode.l10n.t('Back to the trail'), ...icon('reply'), run: () => trails.back() };
  const resume = { label: vscode.l10n.t('Resume'), ...icon('debug-start'), run: () => trails.back() };
  const ahead = steps[index + 1]?.anchor.label ?? position.next()?.title;
  const next = {
    label: vscode.l10n.t('Next step'),
    ...icon('arrow-right'),
    ...(ahead === undefined ? {} : { description: ahead }),
    run: () => trails.next(),
  };
  const behind = steps[index - 1]?.anchor.label;
  const previous = {
    label: vscode.l10n.t('Previous step'),
    ...icon('arrow-left'),
    ...(behind === undefined ? {} : { description: behind }),
    run: () => trails.previous(),
  };
  const doubt = doubtOf(model, position);
  const isOpen = doubt?.state === 'ambiguous' || (doubt?.state === 'missing' && doubt.candidates.length > 0);
  const choose = {
    label: vscode.l10n.t('Choose the code of this step…'),
    ...icon('question'),
    ...(doubt === undefined ? {} : { description: nameState(doubt.state) }),
    run: () => navigation.openAnchor(note.uri, step.anchor.text),
  };
  return [
    ...(isPaused ? [resume] : trails.isAway ? [back, next, previous] : [next, previous, back]),
    ...(isOpen ? [choose] : []),
    ...(isPaused ? [] : [{ label: vscode.l10n.t('Pause'), ...icon('debug-pause'), run: () => trails.pause() }]),
    { label: vscode.l10n.t('From the start'), ...icon('debug-restart'), run: () => trails.goTo(note.uri, 0) },
    { label: vscode.l10n.t('Another trail…'), ...icon('list-ordered'), run: () => chooseTrail(model) },
    { label: vscode.l10n.t('End'), ...icon('debug-stop'), run: () => trails.end() },
  ];
}

function steps({ trails, bindings }: Model, { note, steps, index }: TrailPosition): Item[] {
  const states = new Map(bindings.ofNote(note.uri).map(({ anchor, result }) => [anchor.text, result.state]));
  const items = steps.map(({ anchor }, at): Item => {
    const title = note.sections[anchor.section]?.title ?? '';
    const section = title === note.title ? '' : title;
    const state = states.get(anchor.text) ?? 'unavailable';
    return {
      label: `${at + 1}. ${anchor.label}`,
      ...(at === index ? icon('milestone') : {}),
      description: [section, state === 'exact' ? '' : nameState(state)].filter((part) => part !== '').join(' · '),
      run: () => trails.goTo(note.uri, at),
    };
  });
  return [{ label: vscode.l10n.t('Steps'), kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function icon(name: string): { readonly iconPath: vscode.ThemeIcon } {
  return { iconPath: new vscode.ThemeIcon(name) };
}
