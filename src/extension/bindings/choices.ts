import { l10n } from 'vscode';
import { isOneSymbol, type BindingState, type Target } from '../../core/bindings/binding';
import { surroundingsOf } from '../../core/bindings/surroundings';
import type { Anchor } from '../../core/notes/anchor';
import { nameAnchor } from '../../core/notes/nameAnchor';
import type { NoteAnchor } from '../../core/notes/note';
import type { SymbolTable } from '../../core/symbols/symbolTable';
import type { Choice, Choices } from '../model/choices';
import { describeMalformed, describeReason, describeState, nameTarget, nameTargets } from './stateWords';

type Written = Pick<NoteAnchor, 'text' | 'parsed'>;

/**
 * Returns the list for an anchor; undefined where it surely leads to one place. Without a state it is malformed, or the note has
 * changed.
 */
export function choicesOf(anchor: Written, result: BindingState | undefined, table: SymbolTable): Choices | undefined {
  if (result?.state === 'exact' || result?.state === 'edited' || result?.state === 'moved') return undefined;
  const fitting = fittingChoices(result);
  const around = aroundChoices(anchor, fitting, table);
  return {
    title: titleOf(anchor, result),
    facts: [l10n.t('The note says: {0}', anchor.text), ...meant(anchor), howItStands(anchor, result)],
    groups: [...(fitting.length === 0 ? [] : [{ choices: fitting }]), ...around],
    canBeWritten: canBeWritten(result),
    wanted: lastName(anchor.text),
  };
}

/** All choices of a list. */
export function allChoices({ groups }: Choices): readonly Choice[] {
  return groups.flatMap(({ choices }) => choices);
}

/** Returns whether another anchor in its place would help: the places of one quote have none that tells them apart. */
export function canBeWritten(result: BindingState | undefined): boolean {
  if (result?.state === 'missing') return result.what !== 'fragment';
  if (result?.state !== 'ambiguous') return false;
  const paths = result.targets.map(({ symbol }) => `${symbol?.path ?? ''}(${symbol?.parameters?.join() ?? ''})`);
  return new Set(paths).size === result.targets.length;
}

// The words for what can be done, wherever the list is shown.

export function searchWords({ wanted }: Choices): string {
  return l10n.t('Search for {0}', wanted);
}

export function writeWords(): string {
  return l10n.t('Write this into the note');
}

export function markdownWords(): string {
  return l10n.t('Show the place in the Markdown');
}

function fittingChoices(result: BindingState | undefined): readonly Choice[] {
  if (result?.state === 'ambiguous') {
    const names = isOneSymbol(result.targets) ? result.targets.map(nameTarget) : nameTargets(result.targets);
    return result.targets.map((target, index) => ({ target, name: names[index] ?? '', place: placeOf(target) }));
  }
  if (result?.state !== 'missing') return [];
  return result.candidates.map(({ target, reason }) => {
    const why = l10n.t('not certain: {0}', describeReason(reason));
    return { target, name: nameTarget(target), place: placeOf(target), why };
  });
}

/** Returns the type or package that is still there with what it has. */
function aroundChoices({ parsed }: Written, fitting: readonly Choice[], table: SymbolTable): Choices['groups'] {
  const found = parsed.ok ? surroundingsOf(parsed.anchor.target, table) : undefined;
  if (found === undefined) return [];
  const known = new Set(fitting.map(({ place }) => place));
  const targets = [...(found.type === undefined ? [] : [found.type]), ...found.members];
  const choices = targets
    .map((target) => ({ target, name: nameTarget(target), place: placeOf(target) }))
    .filter(({ place }) => !known.has(place));
  return choices.length === 0 ? [] : [{ title: l10n.t('In {0}', found.path), choices }];
}

function titleOf(anchor: Written, result: BindingState | undefined): string {
  const name = nameAnchor(anchor);
  if (result?.state === 'missing') return l10n.t('{0} is not in this source', name);
  if (result?.state !== 'ambiguous') return l10n.t('{0} leads nowhere', name);
  return isOneSymbol(result.targets) ? l10n.t('{0} stands in several places', name) : l10n.t('{0} names several symbols', name);
}

/** Says what the author meant, as far as the anchor tells it. */
function meant({ parsed }: Written): readonly string[] {
  if (!parsed.ok) return [];
  const { fragment } = parsed.anchor;
  const end = fragment?.end === undefined ? '' : ` … ${fragment.end}`;
  return [
    meantSymbol(parsed.anchor),
    ...(fragment === undefined ? [] : [l10n.t('It means the place with this text: {0}', fragment.start + end)]),
  ];
}

function meantSymbol({ target }: Anchor): string {
  if (target.kind === 'file') return l10n.t('It means the file {0}.', target.file);
  const { type, member, parameters } = target;
  if (member === undefined) return l10n.t('It means the type or package {0}.', type);
  if (member === '<init>') {
    return parameters === undefined
      ? l10n.t('It means the constructor of {0}.', type)
      : l10n.t('It means the constructor of {0} with the parameters ({1}).', type, parameters.join(', '));
  }
  return parameters === undefined
    ? l10n.t('It means {0} in {1}.', member, type)
    : l10n.t('It means the method {0} with the parameters ({1}) in {2}.', member, parameters.join(', '), type);
}

function howItStands({ parsed }: Written, result: BindingState | undefined): string {
  if (!parsed.ok) return describeMalformed(parsed.error.code);
  if (result === undefined) return l10n.t('The note no longer has this anchor.');
  // The list itself says how many candidates there are.
  return describeState(result.state === 'missing' ? { ...result, candidates: [] } : result);
}

/** Returns the last name in an anchor's text: that of its member, type or file. */
function lastName(anchor: string): string {
  const path = anchor.replace(/:~:text=.*$/s, '').replace(/\(.*$/s, '');
  return path.slice(Math.max(path.lastIndexOf('#'), path.lastIndexOf('.'), path.lastIndexOf('/'), path.indexOf(':')) + 1);
}

function placeOf({ file, range }: Target): string {
  return `${file}:${range.start.line + 1}`;
}
