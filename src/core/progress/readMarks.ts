import type { ReadableSection } from './readableSection';

/** Names a note independently of where it lies, since another clone, machine or version of the package has another URI. */
export interface NoteAddress {
  /** `shipped`, or `own/` and the folder's title. The shipped notes of all languages are the same notes. */
  readonly folder: string;
  /** The path relative to its folder, with `/`. */
  readonly path: string;
}

/** The last thing that a reader said of one section. */
export interface ReadMark {
  /** See {@link ReadableSection}. */
  readonly id: string;
  readonly slug: string;
  readonly digest?: string;
  readonly read: boolean;
  /** The time at which the reader said it, in milliseconds since 1970. */
  readonly at: number;
}

/** The marks of one note, at most one for each section. */
export interface NoteMarks {
  readonly address: NoteAddress;
  readonly marks: readonly ReadMark[];
}

/**
 * The sections that a reader has read; immutable. A section is recognised in its note by its subject, its slug or its text, and in
 * another note (its file was renamed or copied) by its text alone.
 */
export class ReadMarks {
  private readonly byNote: ReadonlyMap<string, NoteMarks>;
  private elsewhere: ReadonlyMap<string, ReadMark> | undefined;

  constructor(notes: Iterable<NoteMarks> = []) {
    this.byNote = new Map(Array.from(notes, (note) => [keyOf(note.address), note]));
  }

  /** Returns the marks of notes that may be there more than once; the newest mark of each section counts. Takes linear time. */
  static gathered(notes: Iterable<NoteMarks>): ReadMarks {
    const all = new Map<string, { readonly address: NoteAddress; readonly marks: Map<string, ReadMark> }>();
    for (const { address, marks } of notes) {
      const key = keyOf(address);
      const known = all.get(key) ?? { address, marks: new Map<string, ReadMark>() };
      all.set(key, known);
      for (const mark of marks) {
        const other = known.marks.get(mark.id);
        if (other === undefined || isNewer(mark, other)) known.marks.set(mark.id, mark);
      }
    }
    return new ReadMarks(Array.from(all.values(), ({ address, marks }) => ({ address, marks: [...marks.values()] })));
  }

  get notes(): Iterable<NoteMarks> {
    return this.byNote.values();
  }

  of(address: NoteAddress): readonly ReadMark[] {
    return this.byNote.get(keyOf(address))?.marks ?? [];
  }

  /** The number of sections that are read, those of notes that are not here included. */
  get count(): number {
    return [...this.notes].reduce((sum, { marks }) => sum + marks.filter(({ read }) => read).length, 0);
  }

  isRead(address: NoteAddress, section: ReadableSection): boolean {
    if (this.byNote.size === 0) return false;
    const own = this.of(address).filter((mark) => isOf(mark, section));
    if (own.length > 0) return newest(own)?.read === true;
    this.elsewhere ??= this.byDigest();
    const digest = this.elsewhere.size === 0 ? undefined : section.digest();
    return digest !== undefined && this.elsewhere.get(digest)?.read === true;
  }

  /** Returns the marks with these sections marked as read or unread. `now` is in milliseconds since 1970; earlier marks count as older. */
  marked(address: NoteAddress, sections: readonly ReadableSection[], read: boolean, now: number): ReadMarks {
    const before = this.of(address);
    const fresh = sections.map((one): ReadMark => {
      const earlier = before.filter((mark) => isOf(mark, one)).map(({ at }) => at + 1);
      const digest = one.digest();
      return { id: one.id, slug: one.section.slug, ...(digest && { digest }), read, at: Math.max(now, ...earlier) };
    });
    const kept = before.filter((mark) => !sections.some((one) => isOf(mark, one)));
    return this.with({ address, marks: [...kept, ...fresh] });
  }

  /** Returns these marks merged with others; the newest mark of each section counts. Whoever merges with whom gets the same. */
  merged(other: ReadMarks): ReadMarks {
    return this.combined(other, (mine, theirs) => (isNewer(theirs, mine) ? theirs : mine));
  }

  /** Returns these marks with the sections that others mark as read. Read sections stay read. `now` is the time at which the reader asks for it. */
  including(other: ReadMarks, now: number): ReadMarks {
    return this.combined(other, (mine, theirs) => {
      if (!theirs.read || mine.read) return mine;
      return { ...theirs, at: Math.max(now, mine.at + 1) };
    });
  }

  /** Returns these marks with everything unread. */
  cleared(now: number): ReadMarks {
    const clear = (mark: ReadMark): ReadMark => (mark.read ? { ...mark, read: false, at: Math.max(now, mark.at + 1) } : mark);
    return new ReadMarks([...this.notes].map(({ address, marks }) => ({ address, marks: marks.map(clear) })));
  }

  /** Returns these marks with the changes from `before` to `after` taken back at `now`. What the reader has said since stays. */
  undone(before: ReadMarks, after: ReadMarks, now: number): ReadMarks {
    const notes = [...this.notes].map(({ address, marks }) => {
      const [old, young] = [before, after].map((one) => new Map(one.of(address).map((mark) => [mark.id, mark])));
      const back = (mark: ReadMark): ReadMark => {
        const read = old?.get(mark.id)?.read === true;
        if (young?.get(mark.id)?.at !== mark.at || mark.read === read) return mark;
        return { ...mark, read, at: Math.max(now, mark.at + 1) };
      };
      return { address, marks: marks.map(back) };
    });
    return new ReadMarks(notes);
  }

  private with(note: NoteMarks): ReadMarks {
    return new ReadMarks([...this.notes, note]);
  }

  private combined(other: ReadMarks, choose: (mine: ReadMark, theirs: ReadMark) => ReadMark): ReadMarks {
    const notes = new Map(this.byNote);
    for (const [key, { address, marks }] of other.byNote) {
      const all = new Map(this.of(address).map((mark) => [mark.id, mark]));
      for (const theirs of marks) {
        const mine = all.get(theirs.id);
        all.set(theirs.id, mine === undefined ? theirs : choose(mine, theirs));
      }
      notes.set(key, { address, marks: [...all.values()] });
    }
    return new ReadMarks(notes.values());
  }

  private byDigest(): ReadonlyMap<string, ReadMark> {
    const found = new Map<string, ReadMark>();
    for (const { marks } of this.notes) {
      for (const mark of marks) {
        const other = mark.digest === undefined ? undefined : found.get(mark.digest);
        if (mark.digest !== undefined && (other === undefined || other.at < mark.at)) found.set(mark.digest, mark);
      }
    }
    return found;
  }
}

export function isSameMarks(one: readonly ReadMark[], other: readonly ReadMark[]): boolean {
  return one.length === other.length && JSON.stringify(one) === JSON.stringify(other);
}

/** Returns whether marks have each mark of others as it is there. Their order says nothing. */
export function holdsAll(marks: ReadMarks, others: ReadMarks): boolean {
  return Array.from(others.notes).every(({ address, marks: theirs }) => {
    const known = new Map(marks.of(address).map((mark) => [mark.id, mark]));
    return theirs.every((mark) => isSameMark(known.get(mark.id), mark));
  });
}

/** Of two marks of one millisecond all windows must take the same, or they would undo each other's for ever. */
function isNewer(one: ReadMark, other: ReadMark): boolean {
  if (one.at !== other.at) return one.at > other.at;
  const [mine, theirs] = [one, other].map(({ read, slug, digest = '' }) => JSON.stringify([read, slug, digest]));
  return mine !== undefined && theirs !== undefined && mine > theirs;
}

function isSameMark(one: ReadMark | undefined, other: ReadMark): boolean {
  return one?.at === other.at && one.read === other.read && one.slug === other.slug && one.digest === other.digest;
}

function keyOf({ folder, path }: NoteAddress): string {
  return JSON.stringify([folder, path]);
}

/** Returns whether a mark belongs to a section. A slug is no evidence if both headings have anchors: then the name went to another section. */
function isOf(mark: ReadMark, { id, section, digest }: ReadableSection): boolean {
  if (mark.id === id) return true;
  if (mark.slug === section.slug && (mark.id.startsWith('#') || id.startsWith('#'))) return true;
  return mark.digest !== undefined && mark.digest === digest();
}

function newest(marks: readonly ReadMark[]): ReadMark | undefined {
  return marks.reduce<ReadMark | undefined>((best, mark) => (best === undefined || mark.at > best.at ? mark : best), undefined);
}
