import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import { readingSeconds } from '../../core/notes/readingTime';
import { readableSections, sectionsAt, type ReadableSection } from '../../core/progress/readableSection';
import { holdsAll, ReadMarks } from '../../core/progress/readMarks';
import { lazily } from '../../core/util/lazily';
import { LineIndex } from '../../core/util/lineIndex';
import { Lifetime } from '../../workspace/lifetime';
import type { NoteLibrary, NotePlace, NoteProgress, Progress } from '../model/model';
import { addressOf } from '../notes/noteAddress';
import type { OtherWindows } from './otherWindows';
import type { ProgressStore } from './progressStore';

interface Readable extends ReadableSection {
  readonly seconds: () => number;
}

/** The reader's progress. Nothing is loaded from the storage before somebody asks. */
export class ProgressModel extends Lifetime implements Progress {
  private known: ReadMarks | undefined;
  private readonly sections = new WeakMap<Note, readonly Readable[]>();
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly notes: NoteLibrary,
    private readonly store: ProgressStore,
    private readonly others: OtherWindows,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
    this.register(others.onMayHaveChanged(() => this.known !== undefined && void this.refresh()));
  }

  /** Returns all that is read, also of notes that are not here. */
  get marks(): ReadMarks {
    if (this.known !== undefined) return this.known;
    this.others.watch();
    return (this.known = this.store.read());
  }

  ofNote(note: string): NoteProgress | undefined {
    const [found, address] = [this.notes.note(note), addressOf(this.notes, note)];
    if (found === undefined || address === undefined) return undefined;
    const sections = this.readable(found).map((one) => ({
      section: one.section,
      read: this.marks.isRead(address, one),
      seconds: one.seconds,
    }));
    const unread = sections.filter(({ read }) => !read);
    return {
      sections,
      read: sections.length - unread.length,
      total: sections.length,
      seconds: () => unread.reduce((sum, { seconds }) => sum + seconds(), 0),
    };
  }

  isRead(place: NotePlace): boolean {
    const [sections, address] = [this.at(place), addressOf(this.notes, place.note)];
    return address !== undefined && sections.length > 0 && sections.every((one) => this.marks.isRead(address, one));
  }

  mark(places: readonly NotePlace[], read: boolean): void {
    this.set(
      places.reduce((marks, place) => {
        const address = addressOf(this.notes, place.note);
        const others = address === undefined ? [] : this.at(place).filter((one) => marks.isRead(address, one) !== read);
        return address === undefined || others.length === 0 ? marks : marks.marked(address, others, read, Date.now());
      }, this.marks),
    );
  }

  /** Another window may have written meanwhile; what it wrote is kept. */
  set(marks: ReadMarks): void {
    if (marks === this.known) return;
    this.known = marks.merged(this.store.read());
    this.changed.fire();
    this.write(this.known);
  }

  /**
   * Takes over what other windows and machines have said. The editor stores all marks as one, and so does the file that the windows
   * share: of two windows that write at the same time one undoes what the other has written, so what is missing is written again.
   */
  private async refresh(): Promise<void> {
    const shared = await this.others.read();
    if (this.isDisposed) return;
    const [mine, stored] = [this.marks, this.store.read()];
    const merged = mine.merged(stored).merged(shared ?? new ReadMarks());
    if (!holdsAll(mine, merged)) {
      this.known = merged;
      this.changed.fire();
    }
    if (!holdsAll(stored, merged)) this.write(merged);
    else if (shared !== undefined && !holdsAll(shared, merged)) this.others.share(merged);
  }

  private write(marks: ReadMarks): void {
    this.others.share(marks);
    this.store.write(marks).catch((error: unknown) => this.log.error(`Progress cannot be stored: ${String(error)}`));
  }

  private at({ note, slug }: NotePlace): readonly ReadableSection[] {
    const found = this.notes.note(note);
    if (found === undefined) return [];
    const readable = this.readable(found);
    return slug === undefined ? readable : sectionsAt(found, readable, slug);
  }

  private readable(note: Note): readonly Readable[] {
    const known = this.sections.get(note);
    if (known !== undefined) return known;
    const lines = new LineIndex(note.text);
    const sections = readableSections(note).map((one) => {
      const { start, end } = one.section.range;
      const from = Math.max(lines.offsetAt(start), lines.startOf(note.bodyLine));
      return { ...one, seconds: lazily(() => readingSeconds(note.text.slice(from, lines.offsetAt(end)))) };
    });
    this.sections.set(note, sections);
    return sections;
  }
}
