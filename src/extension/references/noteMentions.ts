import type { Note, NoteAnchor } from '../../core/notes/note';
import type { Mention } from '../../core/references/mention';
import type { NoteWorker } from '../../workspace/notes/noteWorker';

/** Finds the sentences around the anchors of notes, in the note worker and once for each text. */
export class NoteMentions {
  private readonly known = new WeakMap<Note, Promise<readonly Mention[] | undefined>>();

  constructor(private readonly reader: NoteWorker) {}

  /** Returns what gives the sentence around each of a note's anchors; it gives undefined where the note cannot be parsed. */
  async of(note: Note): Promise<(anchor: NoteAnchor) => Mention | undefined> {
    const reading = this.known.get(note) ?? this.reader.mentions(note);
    this.known.set(note, reading);
    const mentions = await reading;
    // The next asker may have more luck with another worker.
    if (mentions === undefined) this.known.delete(note);
    return (anchor) => mentions?.[note.anchors.indexOf(anchor)];
  }
}
