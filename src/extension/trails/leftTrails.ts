import type { Note } from '../../core/notes/note';
import { findStep, placeOf, type FoundStep } from '../../core/trails/stepPlace';
import type { Trail } from '../../core/trails/trail';
import type { NoteLibrary } from '../model/model';
import { addressOf, noteAt } from '../notes/noteAddress';
import type { NoteTrails } from './noteTrails';
import { nameTrail } from './trailWords';
import { isSameAddress, type LeftTrail } from './trailStore';

interface Found {
  readonly note: Note;
  readonly step: FoundStep | undefined;
}

/** Finds the places at which readers left trails in the notes as they are now. */
export class LeftTrails {
  private readonly known = new WeakMap<LeftTrail, Found>();

  constructor(
    private readonly notes: NoteLibrary,
    private readonly trails: NoteTrails,
  ) {}

  /** Returns the note and the step of a place; without the step where nothing of it is left in the note. */
  find(left: LeftTrail): Found | undefined {
    const uri = noteAt(this.notes, left.address);
    const note = uri === undefined ? undefined : this.notes.note(uri);
    if (note === undefined) return undefined;
    const known = this.known.get(left);
    if (known?.note === note) return known;
    const found = { note, step: findStep(note, this.trails.of(note), left.place) };
    this.known.set(left, found);
    return found;
  }

  /** Returns the place at which a trail was left. */
  of(left: readonly LeftTrail[], note: Note, trail: Trail): LeftTrail | undefined {
    return left.find((one) => this.isOf(one, note, trail));
  }

  /** Returns the places without that of a trail. */
  without(left: readonly LeftTrail[], note: Note, trail: Trail): readonly LeftTrail[] {
    return left.filter((one) => !this.isOf(one, note, trail));
  }

  /** Describes a step, with the words by which the reader knows it. Returns undefined if there is none. */
  describe(note: Note, trail: Trail, index: number): Pick<LeftTrail, 'address' | 'place' | 'name' | 'step'> | undefined {
    const [place, address] = [placeOf(note, trail, index), addressOf(this.notes, note.uri)];
    if (place === undefined || address === undefined) return undefined;
    return { address, place, name: nameTrail(note, trail), step: trail.steps[index]?.anchor.label ?? '' };
  }

  private isOf(one: LeftTrail, note: Note, trail: Trail): boolean {
    const address = addressOf(this.notes, note.uri);
    if (address === undefined || !isSameAddress(one.address, address)) return false;
    const found = findStep(note, this.trails.of(note), one.place);
    return (found?.trail.id ?? one.place.trail ?? trail.id) === trail.id;
  }
}
