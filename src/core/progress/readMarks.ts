import type { ReadableSection } from './readableSection';

/** A note wherever it lies: another clone, machine or version of the package has another URI. */
export interface NoteAddress {
  /** `shipped`, or `own/` and the folder's title. The shipped notes of all languages are the same notes. */
  readonly folder: string;
  /** Relative to its folder, with `/`. */
  readonly path: string;
}

/** What a reader said last of one section. */
export interface ReadMark {
  /** See {@link ReadableSection}. */
  readonly id: string;
  readonly slug: string;
  readonly digest?: string;
  readonly read: boolean;
  /** When, in milliseconds since 1970. */
  readonly at: number;
}

/** What one note has; each section at most once. */
export interface NoteMarks {
  readonly address: NoteAddress;
  readonly marks: readonly ReadMark[];
}

/**
 * What a reader has read: immutable. A section is known again in its note by what it is about, by its slug or by its text;
 * elsewhere (its file was renamed, or copied) by its text alone.
 */
export class ReadMarks {
  private readonly byNote: ReadonlyMap<string, NoteMarks>;
  private elsewhere: ReadonlyMap<string, ReadMark> | undefined;

  constructor(notes: Iterable<NoteMarks> = []) {
    this.byNote = new Map(Array.from(notes, (note) => [keyOf(note.address), note]));
  }

  get notes(): Iterable<NoteMarks> {
    return this.byNote.values();
  }

  of(address: NoteAddress): readonly ReadMark[] {
    return this.byNote.get(keyOf(address))?.marks ?? [];
  }

  /** How many sections are read, of notes that are not here too. */
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

  /** Says of sections whether they are read. `now` in milliseconds since 1970; what was said before counts as earlier. */
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

  /** With what was said elsewhere: of each section the newest word counts. */
  merged(other: ReadMarks): ReadMarks {
    return this.combined(other, (mine, theirs) => (theirs.at > mine.at ? theirs : mine));
  }

  /** With what another says is read; what is read here stays so. `now`: when the reader asks for it. */
  including(other: ReadMarks, now: number): ReadMarks {
    return this.combined(other, (mine, theirs) => {
      if (!theirs.read || mine.read) return mine;
      return { ...theirs, at: Math.max(now, mine.at + 1) };
    });
  }

  /** With everything unread. */
  cleared(now: number): ReadMarks {
    const clear = (mark: ReadMark): ReadMark => (mark.read ? { ...mark, read: false, at: Math.max(now, mark.at + 1) } : mark);
    return new ReadMarks([...this.notes].map(({ address, marks }) => ({ address, marks: marks.map(clear) })));
  }

  /** With what changed from `before` to `after` taken back, said anew; what the reader has said since stays. */
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

function keyOf({ folder, path }: NoteAddress): string {
  return JSON.stringify([folder, path]);
}

/** A slug alone says nothing where both headings have anchors: then it is another section under the old one's name. */
function isOf(mark: ReadMark, { id, section, digest }: ReadableSection): boolean {
  if (mark.id === id) return true;
  if (mark.slug === section.slug && (mark.id.startsWith('#') || id.startsWith('#'))) return true;
  return mark.digest !== undefined && mark.digest === digest();
}

function newest(marks: readonly ReadMark[]): ReadMark | undefined {
  return marks.reduce<ReadMark | undefined>((best, mark) => (best === undefined || mark.at > best.at ? mark : best), undefined);
}
