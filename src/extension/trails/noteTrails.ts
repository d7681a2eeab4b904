import type { Note } from '../../core/notes/note';
import { trailsOf, type Trail } from '../../core/trails/trail';
import { trailSeconds } from '../../core/trails/trailTime';
import type { Bindings, NoteFolder, NoteLibrary } from '../model/model';
import { notesInOrder } from './noteOrder';

/** The trails of the notes as they are now. */
export class NoteTrails {
  private readonly known = new WeakMap<Note, readonly Trail[]>();

  constructor(private readonly model: { readonly notes: NoteLibrary; readonly bindings: Bindings }) {}

  /** Returns the trails of a note, the main one first. */
  of(note: Note): readonly Trail[] {
    const known = this.known.get(note);
    if (known !== undefined) return known;
    const trails = trailsOf(note);
    this.known.set(note, trails);
    return trails;
  }

  /** Returns the seconds that the text and the code of a trail take from a step on. */
  seconds(note: Note, { steps }: Trail, from = 0): number {
    const states = new Map(this.model.bindings.ofNote(note.uri).map(({ anchor, result }) => [anchor.text, result]));
    return trailSeconds(steps, ({ text }) => states.get(text), from);
  }

  /** Returns the notes of a folder that have a trail, in the order of its outline. */
  inFolder(folder: NoteFolder): readonly Note[] {
    return notesInOrder(folder).filter((note) => this.of(note).length > 0);
  }

  /** Returns the notes behind one in its folder that have a trail, the next one first. */
  after(note: Note): readonly Note[] {
    const all = this.around(note);
    return all.slice(all.findIndex(({ uri }) => uri === note.uri) + 1);
  }

  /** Returns the notes before one in its folder that have a trail, the nearest first. */
  before(note: Note): readonly Note[] {
    const all = this.around(note);
    return all
      .slice(
        0,
        Math.max(
          0,
          all.findIndex(({ uri }) => uri === note.uri),
        ),
      )
      .toReversed();
  }

  private around(note: Note): readonly Note[] {
    const folder = this.model.notes.folderOf(note.uri);
    return folder === undefined ? [] : this.inFolder(folder);
  }
}
