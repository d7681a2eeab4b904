import type { Note } from '../notes/note';
import { parseAnchor } from '../notes/parseAnchor';
import { meaningOf, targetKey } from './sectionAbout';
import type { Trail, TrailStep } from './trail';

/** Describes a step so that it is found again in a note that was edited, on another machine or in another language. */
export interface StepPlace {
  /** The id of its trail. Places that were stored when a note had one trail have none. */
  readonly trail?: string;
  /** The anchor as it is written. */
  readonly anchor: string;
  /** The 0-based number among the trail's steps with the same anchor. */
  readonly occurrence: number;
  /** The slug of its section. */
  readonly section: string;
  /** The anchors of the steps before and behind it, the nearest first. They tell where the reader is if the step is taken out. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A step of a changed note. */
export interface FoundStep {
  readonly trail: Trail;
  readonly index: number;
  /** Whether it is the very step, not the nearest one that is left. */
  readonly isSame: boolean;
}

/** The number of steps to each side that are remembered: nobody takes more steps out of a note at once. */
const remembered = 8;

/** Describes a step, so that it is found again. Returns undefined if there is no such step. */
export function placeOf(note: Note, { id, steps }: Trail, index: number): StepPlace | undefined {
  const step = steps[index];
  if (step === undefined) return undefined;
  const textOf = ({ anchor }: TrailStep): string => anchor.text;
  return {
    trail: id,
    anchor: step.anchor.text,
    occurrence: numberOf(steps, index),
    section: note.sections[step.anchor.section]?.slug ?? '',
    before: steps
      .slice(Math.max(0, index - remembered), index)
      .toReversed()
      .map(textOf),
    after: steps.slice(index + 1, index + 1 + remembered).map(textOf),
  };
}

/**
 * Finds the step at a place in a note that may have changed. Its trail is the one that shares the most with what stood around the
 * place; its name decides between equal ones. In it that is the step with the same anchor, and of several the nearest in number.
 * Else it is the nearest earlier step that is left, else the nearest later one, else one on another place of the same symbol.
 * Returns undefined where nothing of it is left, so that nobody is brought to just any step.
 */
export function findStep(note: Note, trails: readonly Trail[], place: StepPlace): FoundStep | undefined {
  const [anchor, before, after] = [meaningOfText(place.anchor), place.before.map(meaningOfText), place.after.map(meaningOfText)];
  const around = new Set([...before, ...after]);
  const ranked = trails.map((trail) => {
    const meanings = trail.steps.map((step) => meaningOf(step.anchor));
    const shared = new Set(meanings.filter((one) => around.has(one))).size + (meanings.includes(anchor) ? 2 : 0);
    return { trail, meanings, rank: 2 * shared + (trail.id === place.trail ? 1 : 0) };
  });
  for (const { trail, meanings } of ranked.sort((one, other) => other.rank - one.rank)) {
    const same = meanings.flatMap((one, index) => (one === anchor ? [index] : []));
    const nearest = same[Math.min(place.occurrence, same.length - 1)];
    if (nearest !== undefined) return { trail, index: nearest, isSame: true };
    const index = nearestLeft(meanings, before, after) ?? sameSymbol(trail, place) ?? sameSection(note, trail, place);
    if (index !== undefined) return { trail, index, isSame: false };
  }
  return undefined;
}

function nearestLeft(meanings: readonly string[], before: readonly string[], after: readonly string[]): number | undefined {
  for (const one of before) if (meanings.includes(one)) return meanings.lastIndexOf(one);
  for (const one of after) if (meanings.includes(one)) return meanings.indexOf(one);
  return undefined;
}

function sameSymbol({ steps }: Trail, { anchor }: StepPlace): number | undefined {
  const key = targetKey({ text: anchor, parsed: parseAnchor(anchor) });
  return found(steps.findIndex((step) => targetKey(step.anchor) === key));
}

/** All steps of a list stand in one section, which tells nothing. */
function sameSection(note: Note, { steps, isWritten }: Trail, { section }: StepPlace): number | undefined {
  if (isWritten) return undefined;
  return found(steps.findIndex((step) => note.sections[step.anchor.section]?.slug === section));
}

function found(index: number): number | undefined {
  return index < 0 ? undefined : index;
}

/** Returns a key of a step that tells it from the others of its trail, and stays the same while its anchor does. */
export function stepKey(steps: readonly TrailStep[], index: number): string {
  const number = numberOf(steps, index);
  const key = meaningOf(steps[index]?.anchor ?? { text: '', parsed: parseAnchor('') });
  return number === 0 ? key : `${key} ~${number + 1}`;
}

/** Returns the number of steps before one that have its anchor. */
function numberOf(steps: readonly TrailStep[], index: number): number {
  const own = steps[index]?.anchor;
  const meaning = own && meaningOf(own);
  return steps.slice(0, index).filter(({ anchor }) => meaningOf(anchor) === meaning).length;
}

function meaningOfText(text: string): string {
  return meaningOf({ text, parsed: parseAnchor(text) });
}

/** Returns a stored value as a place, or undefined if it is none. */
export function readStepPlace(value: unknown): StepPlace | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { trail, anchor, occurrence, section, before, after } = value as Readonly<Record<string, unknown>>;
  if (typeof anchor !== 'string' || typeof occurrence !== 'number' || typeof section !== 'string') return undefined;
  const place = { anchor, occurrence, section, before: stringsOf(before), after: stringsOf(after) };
  return typeof trail === 'string' ? { trail, ...place } : place;
}

function stringsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.filter((one) => typeof one === 'string');
}
