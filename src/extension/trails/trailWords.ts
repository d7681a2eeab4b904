import { l10n } from 'vscode';
import { targetOf } from '../../core/bindings/binding';
import type { Note } from '../../core/notes/note';
import type { Trail } from '../../core/trails/trail';
import { describeMalformed, describeState, nameState } from '../bindings/stateWords';
import type { Model, TrailPosition } from '../model/model';
import { explained, nameTime, trailName } from '../editor/words';

/** The most characters of a trail's name in the status bar. */
const longest = 28;

/** Words for a trail and its note: `Flushing to disk › A record's way to the disk`. */
export function nameTrail(note: Note, trail: Trail): string {
  const own = trailName(trail);
  return own === note.title ? own : l10n.t('{0} › {1}', note.title, own);
}

/** Words for the status bar: `A record's way to the disk 3/27 · 9 min`. */
export function shortPosition({ trail, index, seconds }: TrailPosition): string {
  const name = trailName(trail);
  const short = name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name;
  return `${short} ${index + 1}/${trail.steps.length} · ${nameTime(seconds())}`;
}

/** The same as a sentence, for a tooltip and for screen readers. */
export function longPosition({ note, trail, index, step, status, isAll, seconds }: TrailPosition): string {
  const where = [nameTrail(note, trail), index + 1, trail.steps.length, step.anchor.label, nameTime(seconds())] as const;
  const words = isAll
    ? l10n.t('{0}: step {1} of {2}, {3}; {4} left of all notes', ...where)
    : l10n.t('{0}: step {1} of {2}, {3}; {4} left', ...where);
  return status === 'paused' ? l10n.t('Paused: {0}', words) : words;
}

/** Says that a trail and all of its steps are gone. */
export function describeLost(name: string): string {
  return explained(name, l10n.t('this trail is gone; its note, or its steps, are no longer there.'));
}

/** The state of a step's anchor that does not lead to one certain place. */
export interface Doubt {
  readonly name: string;
  readonly words: string;
  /** Whether it is not known yet. */
  readonly isWaiting: boolean;
  /** Whether there are places that the reader can choose from. */
  readonly isOpen: boolean;
}

/** Returns how the step's anchor stands where it does not lead to one certain place. */
export function doubtOf({ bindings }: Model, { note, step: { anchor } }: TrailPosition): Doubt | undefined {
  if (!anchor.parsed.ok) {
    return { name: nameState('malformed'), words: describeMalformed(anchor.parsed.error.code), isWaiting: false, isOpen: false };
  }
  const result = bindings.ofNote(note.uri).find(({ anchor: { text } }) => text === anchor.text)?.result;
  if (result === undefined || targetOf(result) !== undefined) return undefined;
  return {
    name: nameState(result.state),
    words: describeState(result),
    isWaiting: result.state === 'unavailable' && result.why === 'notIndexedYet',
    isOpen: result.state === 'ambiguous' || (result.state === 'missing' && result.candidates.length > 0),
  };
}
