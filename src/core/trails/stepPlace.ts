import type { Note } from '../notes/note';
import type { TrailStep } from './trail';

/** Describes a step so that it is found again in a note that was edited, on another machine or in another language. */
export interface StepPlace {
  /** The anchor as it is written. */
  readonly anchor: string;
  /** The same as {@link TrailStep.occurrence}. */
  readonly occurrence: number;
  /** The slug of its section. */
  readonly section: string;
  /** The anchors of the steps before it, the nearest first. They tell where the reader is if the step's own anchor is taken out. */
  readonly before: readonly string[];
}

/** The number of earlier steps that are remembered: nobody takes more steps out of a note at once. */
const remembered = 8;

/** Describes a step, so that it is found again. Returns undefined if there is no such step. */
export function placeOf(note: Note, steps: readonly TrailStep[], index: number): StepPlace | undefined {
  const step = steps[index];
  if (step === undefined) return undefined;
  const before = steps.slice(Math.max(0, index - remembered), index).toReversed();
  return {
    anchor: step.anchor.text,
    occurrence: step.occurrence,
    section: note.sections[step.anchor.section]?.slug ?? '',
    before: before.map(({ anchor }) => anchor.text),
  };
}

/**
 * Finds the step at a place in a note that may have changed. That is the step with the same anchor: one in the same section if there
 * is one, and of several the nearest in number. Else it is the first step of the section, else the nearest earlier step that is left,
 * else the first step. Returns its index, or undefined if the note has no steps.
 */
export function findStep(note: Note, steps: readonly TrailStep[], place: StepPlace): number | undefined {
  if (steps.length === 0) return undefined;
  const slugOf = ({ anchor }: TrailStep): string | undefined => note.sections[anchor.section]?.slug;
  const named = steps.flatMap((step, index) => (step.anchor.text === place.anchor ? [{ step, index }] : []));
  const here = named.filter(({ step }) => slugOf(step) === place.section);
  const [nearest] = (here.length > 0 ? here : named).sort((a, b) => distance(a.step, place) - distance(b.step, place));
  if (nearest !== undefined) return nearest.index;
  const inSection = steps.findIndex((step) => slugOf(step) === place.section);
  if (inSection >= 0) return inSection;
  for (const text of place.before) {
    const index = steps.findLastIndex(({ anchor }) => anchor.text === text);
    if (index >= 0) return index;
  }
  return 0;
}

/** Returns the distance of a place's number from those that a step stands for. */
function distance({ occurrence, repeats }: TrailStep, place: StepPlace): number {
  return Math.max(occurrence - place.occurrence, place.occurrence - (occurrence + repeats - 1), 0);
}

/** Returns a stored value as a place, or undefined if it is none. */
export function readStepPlace(value: unknown): StepPlace | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { anchor, occurrence, section, before } = value as Readonly<Record<string, unknown>>;
  if (typeof anchor !== 'string' || typeof occurrence !== 'number' || typeof section !== 'string') return undefined;
  const names: readonly unknown[] = Array.isArray(before) ? before : [];
  return { anchor, occurrence, section, before: names.filter((name) => typeof name === 'string') };
}
