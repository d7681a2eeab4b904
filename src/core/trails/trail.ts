import { withoutComments } from '../notes/htmlComments';
import type { Note, NoteAnchor } from '../notes/note';
import { readingSeconds } from '../notes/readingTime';
import { comparePositions } from '../util/range';
import { LineIndex } from '../util/lineIndex';

/** A stop on the way through a note: an anchor, and what is to be read there. */
export interface TrailStep {
  readonly anchor: NoteAnchor;
  /** 0-based, among the note's anchors with the same text, those in blocks left out. */
  readonly occurrence: number;
  /** How many anchors in a row it stands for, itself included. */
  readonly repeats: number;
  /**
   * Reading time, in seconds, of the text from this anchor to the next step's, or to the note's end; the first step has what
   * stands before it too. So the steps from any on add up to the time that the rest of the note takes.
   */
  readonly seconds: number;
}

type Growing = { -readonly [K in keyof TrailStep]: TrailStep[K] };

/**
 * The trail of a note: its well-formed anchors in order, without those of diagrams and code, where nothing is said of them. One that only
 * repeats the anchor before it, in the same section, is no step of its own: the code would not move.
 */
export function trailOf(note: Note): readonly TrailStep[] {
  const steps: Growing[] = [];
  const occurrences = new Map<string, number>();
  for (const anchor of note.anchors) {
    if (anchor.inBlock !== undefined) continue;
    const occurrence = occurrences.get(anchor.text) ?? 0;
    occurrences.set(anchor.text, occurrence + 1);
    if (!anchor.parsed.ok) continue;
    const last = steps.at(-1);
    if (last !== undefined && isRepeated(last.anchor, anchor)) last.repeats++;
    else steps.push({ anchor, occurrence, repeats: 1, seconds: 0 });
  }
  const lines = new LineIndex(note.text);
  const text = withoutComments(note);
  steps.forEach((step, index) => {
    const next = steps[index + 1];
    const from = index === 0 ? lines.startOf(note.bodyLine) : lines.offsetAt(step.anchor.linkRange.start);
    const to = next === undefined ? text.length : lines.offsetAt(next.anchor.linkRange.start);
    step.seconds = readingSeconds(text.slice(from, to));
  });
  return steps;
}

/** Seconds from a step on to the note's end. */
export function remainingSeconds(steps: readonly TrailStep[], index: number): number {
  return steps.slice(index).reduce((sum, { seconds }) => sum + seconds, 0);
}

/**
 * The sections (indices into the note's) that a reader has behind them who goes on from a step: those that end before the next
 * step, what stands before the first one included.
 */
export function sectionsLeft(note: Note, steps: readonly TrailStep[], index: number): readonly number[] {
  const step = steps[index];
  if (step === undefined) return [];
  const from = index === 0 ? 0 : step.anchor.section;
  const to = steps[index + 1]?.anchor.section ?? note.sections.length;
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

/** The step that one of the note's anchors belongs to; -1 for none. */
export function stepOf(steps: readonly TrailStep[], anchor: NoteAnchor): number {
  if (anchor.inBlock !== undefined) return -1;
  const { start } = anchor.range;
  const index = steps.findLastIndex((step) => comparePositions(step.anchor.range.start, start) <= 0);
  const step = steps[index];
  if (step === undefined) return -1;
  return comparePositions(step.anchor.range.start, start) === 0 || isRepeated(step.anchor, anchor) ? index : -1;
}

function isRepeated(one: NoteAnchor, other: NoteAnchor): boolean {
  return one.section === other.section && meaning(one) === meaning(other);
}

/** The same for two ways of writing the same: percent-encoding may differ. */
function meaning({ text, parsed }: NoteAnchor): string {
  if (!parsed.ok) return text;
  const { target, fragment } = parsed.anchor;
  return JSON.stringify([target, fragment]);
}
