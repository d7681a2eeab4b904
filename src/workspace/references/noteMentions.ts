import type { Note, NoteAnchor } from '../../core/notes/note';
import type { Mention } from '../../core/references/mention';
import type { NoteParsing } from '../notes/noteParsing';

/** Finds the sentences around the anchors of notes, once for each text. */
export class NoteMentions {
  private readonly known = new WeakMap<Note, Promise<readonly Mention[] | undefined>>();

  constructor(private readonly parsing: Pick<NoteParsing, 'mentions'>) {}

  /** Returns a function that tells what the note says around each of its anchors; undefined where that cannot be parsed. */
  async of(note: Note): Promise<(anchor: NoteAnchor) => Mention | undefined> {
    const asked = this.known.get(note) ?? this.parsing.mentions(note);
    this.known.set(note, asked);
    const mentions = await asked;
    // The next asker may have more luck with another worker.
    if (mentions === undefined) this.known.delete(note);
    return (anchor) => mentions?.[note.anchors.indexOf(anchor)];
  }
}
