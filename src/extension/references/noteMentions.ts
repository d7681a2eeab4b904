import type { Note, NoteAnchor } from '../../core/notes/note';
import type { Mention } from '../../core/references/mention';
import type { NoteWorker } from '../../workspace/notes/noteWorker';

/** The sentences around the anchors of notes, read in the notes' worker, once for each text. */
export class NoteMentions {
  private readonly known = new WeakMap<Note, Promise<readonly Mention[] | undefined>>();

  constructor(private readonly reader: NoteWorker) {}

  /** Tells for each of a note's anchors what the note says around it; undefined where that cannot be read. */
  async of(note: Note): Promise<(anchor: NoteAnchor) => Mention | undefined> {
    const reading = this.known.get(note) ?? this.reader.mentions(note);
    this.known.set(note, reading);
    const mentions = await reading;
    // Who asks again may have more luck with another worker.
    if (mentions === undefined) this.known.delete(note);
    return (anchor) => mentions?.[note.anchors.indexOf(anchor)];
  }
}
