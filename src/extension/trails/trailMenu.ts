import * as vscode from 'vscode';
import { stepKey } from '../../core/trails/stepPlace';
import { nameSteps, trailName } from '../editor/words';
import { pick } from '../editor/pick';
import type { Model, TrailPosition } from '../model/model';
import { nameState } from '../bindings/stateWords';
import { chooseTrail } from './chooseTrail';
import { describeLost, doubtOf, longPosition } from './trailWords';

interface Item extends vscode.QuickPickItem {
  readonly run?: () => unknown;
}

/** Shows everything that can be done on a trail, and all its steps. Without a trail it asks which one to walk. */
export async function showTrailMenu(model: Model): Promise<void> {
  const { position, lost } = model.trails;
  if (position === undefined && lost === undefined) return chooseTrail(model);
  const items =
    position === undefined ? ends(model) : [...actions(model, position), ...steps(model, position), ...others(model, position)];
  const picked = await pick<Item>(items, {
    title: position === undefined ? describeLost(lost ?? '') : longPosition(position),
    placeHolder: position === undefined ? vscode.l10n.t('Which trail?') : vscode.l10n.t('Go on, or to any step'),
    matchOnDescription: true,
  });
  await picked?.run?.();
}

function actions(model: Model, position: TrailPosition): Item[] {
  const { trails, navigation } = model;
  const { note, trail, index, step, status } = position;
  const isPaused = status === 'paused';
  const back = { label: vscode.l10n.t('Back to the trail'), ...icon('reply'), run: () => trails.back() };
  const resume = { label: vscode.l10n.t('Resume'), ...icon('debug-start'), run: () => trails.back() };
  const ahead = trail.steps[index + 1]?.title ?? position.next()?.title;
  const next = {
    label: vscode.l10n.t('Next step'),
    ...icon('arrow-right'),
    ...(ahead === undefined ? {} : { description: ahead }),
    run: () => trails.next(),
  };
  const behind = trail.steps[index - 1]?.title;
  const previous = {
    label: vscode.l10n.t('Previous step'),
    ...icon('arrow-left'),
    ...(behind === undefined ? {} : { description: behind }),
    run: () => trails.previous(),
  };
  const doubt = doubtOf(model, position);
  const choose = {
    label: vscode.l10n.t('Choose the code of this step…'),
    ...icon('question'),
    ...(doubt === undefined ? {} : { description: doubt.name }),
    run: () => navigation.openAnchor(note.uri, step.anchor.text),
  };
  const restart = () => trails.goTo({ note: note.uri, trail: trail.id, index: 0 });
  return [
    ...(isPaused ? [resume] : trails.isAway ? [back, next, previous] : [next, previous, back]),
    ...(doubt?.isOpen === true ? [choose] : []),
    ...(isPaused ? [] : [{ label: vscode.l10n.t('Pause'), ...icon('debug-pause'), run: () => trails.pause() }]),
    { label: vscode.l10n.t('From the start'), ...icon('debug-restart'), run: restart },
    ...ends(model),
  ];
}

function ends(model: Model): Item[] {
  return [
    { label: vscode.l10n.t('Another trail…'), ...icon('list-ordered'), run: () => chooseTrail(model) },
    { label: vscode.l10n.t('End'), ...icon('debug-stop'), run: () => model.trails.end() },
  ];
}

/** The steps stand under the trail's name, those of lists and headings inside others moved in. */
function steps({ trails, bindings }: Model, { note, trail, index, done }: TrailPosition): Item[] {
  const states = new Map(bindings.ofNote(note.uri).map(({ anchor, result }) => [anchor.text, result.state]));
  const items = trail.steps.map(({ anchor, title, depth }, at): Item => {
    const state = anchor.parsed.ok ? (states.get(anchor.text) ?? 'unavailable') : 'malformed';
    const isDone = done.has(stepKey(trail.steps, at));
    const facts = [
      ...(at === index ? [vscode.l10n.t('you are here')] : []),
      ...(isDone ? [vscode.l10n.t('done')] : []),
      ...(state === 'exact' ? [] : [nameState(state)]),
    ];
    return {
      label: `${indent.repeat(depth)}${at + 1}. ${title}`,
      ...icon(at === index ? 'milestone' : isDone ? 'check' : 'circle-outline'),
      description: facts.join(' · '),
      run: () => trails.goTo({ note: note.uri, trail: trail.id, index: at }),
    };
  });
  return [separator(trailName(trail)), ...items];
}

/** Offers the other trails of the note. */
function others({ trails }: Model, { note, trail }: TrailPosition): Item[] {
  const rest = trails.of(note.uri).filter(({ id }) => id !== trail.id);
  if (rest.length === 0) return [];
  const items = rest.map((one) => ({
    label: trailName(one),
    ...icon('milestone'),
    description: nameSteps(one.steps.length),
    run: () => trails.start(note.uri, one.id),
  }));
  return [separator(vscode.l10n.t('Other trails of this note')), ...items];
}

/** An em space, since the editor draws several spaces as one. */
const indent = '\u2003';

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function icon(name: string): { readonly iconPath: vscode.ThemeIcon } {
  return { iconPath: new vscode.ThemeIcon(name) };
}
