import { lazily } from '../util/lazily';
import { withoutComments } from '../notes/htmlComments';
import type { Note, NoteAnchor } from '../notes/note';
import { readingSeconds } from '../notes/readingTime';
import type { TrailList } from '../notes/trailList';
import { comparePositions } from '../util/range';
import { LineIndex } from '../util/lineIndex';
import { meaningOf, Subjects } from './sectionAbout';

/** A stop on the way through a note: an anchor and the words to read there. */
export interface TrailStep {
  readonly anchor: NoteAnchor;
  /** The 0-based number among the note's anchors with the same text, those in blocks left out. */
  readonly occurrence: number;
  /** The item's sentence, or the title of the section, as plain text. */
  readonly title: string;
  /** The number of steps around it: those of a list that holds its list, or of headings that hold its heading. */
  readonly depth: number;
  /** The index of the section to read at this step: the one about its symbol, else the one that the step stands in. */
  readonly section: number;
  /**
   * The time, in seconds, that its words take to read, without the code. A section counts at the first step that shows it. It is
   * measured when it is asked for, since that takes time linear in the text.
   */
  readonly seconds: number;
}

/** A way through a note. */
export interface Trail {
  /** A name that no other trail of the note has, and that stays while the heading over it and the trails before it there do. */
  readonly id: string;
  /** The text of the nearest heading over it that has words; the note's title where there is none, or where nobody wrote a trail. */
  readonly name: string;
  /** The 1-based number among the note's trails of this name. */
  readonly number: number;
  /** Whether it is a list, not the subjects of the note's sections. */
  readonly isWritten: boolean;
  /** The index of the section that the list stands in; 0 where nobody wrote one. */
  readonly section: number;
  readonly steps: readonly TrailStep[];
}

/** The id of a trail that nobody wrote. No heading has such a slug. */
const subjectsId = '#';

/**
 * Returns the trails of a note, the main one first: its lists of steps in their order, so the main trail is the first of them.
 * A note without such a list has one trail, the subjects of its sections; none if there are no subjects either.
 */
export function trailsOf(note: Note): readonly Trail[] {
  const text = new NoteText(note);
  const lists = note.trails ?? [];
  if (lists.length === 0) {
    const steps = subjectSteps(note, text);
    const trail = { id: subjectsId, name: note.title, number: 1, isWritten: false, section: 0, steps };
    return steps.length === 0 ? [] : [trail];
  }
  const subjects = new Subjects(note);
  const [slugs, names] = [new Map<string, number>(), new Map<string, number>()];
  return lists.map((list) => {
    const name = nameOf(note, list.section);
    const slug = note.sections[list.section]?.slug ?? '';
    const [same, number] = [count(slugs, slug), count(names, name)];
    const id = same === 1 ? slug : `${slug}~${same}`;
    return { id, name, number, isWritten: true, section: list.section, steps: listSteps(note, list, text, subjects) };
  });
}

/**
 * Returns the sections (indices into the note's) that a reader leaves behind by going on from a step: of a written trail the one
 * that was shown unless the next step shows it still, and at its end the one with the list; of the subjects those that end before
 * the next step, and for the first step also those before it.
 */
export function sectionsLeft(note: Note, trail: Trail, index: number): readonly number[] {
  const [step, next] = [trail.steps[index], trail.steps[index + 1]];
  if (step === undefined) return [];
  if (trail.isWritten) {
    const shown = step.section === next?.section || step.section === trail.section ? [] : [step.section];
    return next === undefined ? [...shown, trail.section] : shown;
  }
  const from = index === 0 ? 0 : step.section;
  const to = next?.section ?? note.sections.length;
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

/**
 * Returns the step that one of the note's anchors is, else the first one that means the same code. Returns undefined if there is
 * none, or if the anchor stands in a block, where there are no sentences.
 */
export function stepOf(
  trails: readonly Trail[],
  anchor: NoteAnchor,
): { readonly trail: Trail; readonly index: number } | undefined {
  if (anchor.inBlock !== undefined) return undefined;
  const find = (is: (one: NoteAnchor) => boolean) => {
    for (const trail of trails) {
      const index = trail.steps.findIndex((step) => is(step.anchor));
      if (index >= 0) return { trail, index };
    }
    return undefined;
  };
  const meaning = meaningOf(anchor);
  return find((one) => comparePositions(one.range.start, anchor.range.start) === 0) ?? find((one) => meaningOf(one) === meaning);
}

function listSteps(note: Note, { section, items }: TrailList, text: NoteText, subjects: Subjects): TrailStep[] {
  const shown = new Set<number>();
  return items.flatMap((item) => {
    const anchor = note.anchors[item.anchor];
    if (anchor === undefined) return [];
    const about = subjects.about(anchor, section);
    const isFirst = about !== undefined && !shown.has(about);
    if (about !== undefined) shown.add(about);
    const seconds = lazily(() => text.secondsOfLines(...item.lines) + (isFirst ? text.secondsOfSection(about) : 0));
    return [
      {
        anchor,
        occurrence: text.occurrenceOf(anchor),
        title: item.sentence,
        depth: item.depth,
        section: about ?? anchor.section,
        get seconds() {
          return seconds();
        },
      },
    ];
  });
}

/** An anchor that only repeats the one before it in the same heading is no step of its own, since the code would not move. */
function subjectSteps(note: Note, text: NoteText): TrailStep[] {
  const subjects = note.anchors.filter(({ role, parsed }) => role === 'subject' && parsed.ok);
  const own = subjects.filter((anchor, index) => {
    const before = subjects[index - 1];
    return before?.section !== anchor.section || meaningOf(before) !== meaningOf(anchor);
  });
  const sections = new Set(own.map(({ section }) => section));
  return own.map((anchor, index) => {
    const next = own[index + 1];
    const seconds = lazily(() => {
      const from = index === 0 ? text.start() : text.offsetOf(anchor);
      return text.seconds(from, next === undefined ? undefined : text.offsetOf(next));
    });
    return {
      anchor,
      occurrence: text.occurrenceOf(anchor),
      title: note.sections[anchor.section]?.title ?? anchor.label,
      depth: depthOf(note, anchor.section, sections),
      section: anchor.section,
      get seconds() {
        return seconds();
      },
    };
  });
}

/** Counts the sections around one that are steps themselves. */
function depthOf({ sections }: Note, section: number, steps: ReadonlySet<number>): number {
  let depth = 0;
  for (let up = sections[section]?.parent ?? -1; up > 0; up = sections[up]?.parent ?? -1) {
    if (steps.has(up)) depth++;
  }
  return depth;
}

function nameOf(note: Note, section: number): string {
  for (let at = section; at > 0; at = note.sections[at]?.parent ?? -1) {
    const title = note.sections[at]?.title ?? '';
    if (title !== '') return title;
  }
  return note.title;
}

function count(counts: Map<string, number>, key: string): number {
  const next = (counts.get(key) ?? 0) + 1;
  counts.set(key, next);
  return next;
}

/** A note's text without comments, to be measured. */
class NoteText {
  private readonly lines = lazily(() => new LineIndex(this.note.text));
  private readonly text = lazily(() => withoutComments(this.note));
  private readonly occurrences = new Map<NoteAnchor, number>();

  constructor(private readonly note: Note) {
    const counts = new Map<string, number>();
    for (const anchor of note.anchors) {
      if (anchor.inBlock === undefined) this.occurrences.set(anchor, count(counts, anchor.text) - 1);
    }
  }

  occurrenceOf(anchor: NoteAnchor): number {
    return this.occurrences.get(anchor) ?? 0;
  }

  /** Returns the offset behind the front matter. */
  start(): number {
    return this.lines().startOf(this.note.bodyLine);
  }

  offsetOf(anchor: NoteAnchor): number {
    return this.lines().offsetAt(anchor.linkRange.start);
  }

  seconds(from: number, to: number | undefined): number {
    return readingSeconds(this.text().slice(from, to));
  }

  secondsOfLines(first: number, end: number): number {
    return this.seconds(this.lines().startOf(first), this.lines().startOf(end));
  }

  secondsOfSection(index: number): number {
    const range = this.note.sections[index]?.range;
    return range === undefined ? 0 : this.seconds(this.lines().offsetAt(range.start), this.lines().offsetAt(range.end));
  }
}
