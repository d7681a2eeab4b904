import { ReadMarks, type NoteMarks, type ReadMark } from './readMarks';
import { isRecord } from '../util/record';

/** The number of the format that is written here. */
const format = 1;

/** The reason why a file of progress cannot be taken over. Nothing of such a file is. */
export interface ProgressError {
  readonly code:
    /** `args` holds the parser's words. */
    | 'progress/notJson'
    | 'progress/otherFile'
    /** A newer version of the extension wrote it; `args` holds the number of its format. */
    | 'progress/newerFormat'
    /** `args` holds the place, such as `notes[2].read[0].at`. */
    | 'progress/value';
  readonly args: readonly string[];
}

export type ParsedProgress =
  { readonly ok: true; readonly marks: ReadMarks } | { readonly ok: false; readonly error: ProgressError };

/** Prints which sections are read, as JSON that a person can read too. Sections that were marked unread again are left out. */
export function printProgress(marks: ReadMarks): string {
  const notes = Array.from(marks.notes, ({ address, marks }) => ({
    folder: address.folder,
    note: address.path,
    read: marks
      .filter(({ read }) => read)
      .map(({ id, slug, digest, at }) => ({
        section: id,
        slug,
        ...(digest !== undefined && { digest }),
        at: new Date(at).toISOString(),
      })),
  }));
  const told = notes.filter(({ read }) => read.length > 0).sort((a, b) => compare(a.folder, b.folder) || compare(a.note, b.note));
  return `${JSON.stringify({ kafkaNotesProgress: format, notes: told }, undefined, 2)}\n`;
}

/** Parses what {@link printProgress} wrote. Times in the future (another machine's clock) count as `now`. */
export function parseProgress(text: string, now: number): ParsedProgress {
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    return failed('progress/notJson', error instanceof Error ? error.message : String(error));
  }
  const number = isRecord(value) ? value.kafkaNotesProgress : undefined;
  if (!isRecord(value) || typeof number !== 'number') return failed('progress/otherFile');
  if (number > format) return failed('progress/newerFormat', String(number));
  const parser = new ProgressParser(now);
  const notes = parser.notes(value.notes);
  const [wrong] = parser.wrong;
  if (wrong !== undefined) return failed('progress/value', wrong);
  return { ok: true, marks: ReadMarks.gathered(notes) };
}

/** Returns the valid marks among the stored ones of a note, which may come from another version through Settings Sync. */
export function readMarks(value: unknown): readonly ReadMark[] {
  const marks: readonly unknown[] = Array.isArray(value) ? value : [];
  return marks.flatMap((mark): ReadMark[] => {
    if (!isRecord(mark)) return [];
    const { id, slug, digest, read, at } = mark;
    const isWhole = typeof id === 'string' && typeof slug === 'string' && typeof read === 'boolean';
    return isWhole && isTime(at) ? [{ id, slug, ...(typeof digest === 'string' && { digest }), read, at }] : [];
  });
}

/** Returns whether a value is a time that can be printed: a number of milliseconds that a date can hold. */
function isTime(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(new Date(value).getTime());
}

class ProgressParser {
  /** The places of wrong values. */
  readonly wrong: string[] = [];

  constructor(private readonly now: number) {}

  notes(value: unknown): NoteMarks[] {
    return this.list(value, 'notes').map((note, index) => {
      const place = `notes[${index}]`;
      const { folder, note: path, read } = this.record(note, place);
      const address = { folder: this.text(folder, `${place}.folder`), path: this.text(path, `${place}.note`) };
      const marks = this.list(read, `${place}.read`).map((mark, at) => this.mark(mark, `${place}.read[${at}]`));
      return { address, marks: [...new Map(marks.map((mark) => [mark.id, mark])).values()] };
    });
  }

  private mark(value: unknown, place: string): ReadMark {
    const { section, slug, digest, at } = this.record(value, place);
    const time = Date.parse(this.text(at, `${place}.at`));
    if (Number.isNaN(time)) this.wrong.push(`${place}.at`);
    return {
      id: this.text(section, `${place}.section`),
      slug: this.text(slug, `${place}.slug`),
      ...(digest !== undefined && { digest: this.text(digest, `${place}.digest`) }),
      read: true,
      at: Math.min(time, this.now),
    };
  }

  private list(value: unknown, place: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.wrong.push(place);
    return [];
  }

  private record(value: unknown, place: string): Readonly<Record<string, unknown>> {
    if (isRecord(value)) return value;
    this.wrong.push(place);
    return {};
  }

  private text(value: unknown, place: string): string {
    if (typeof value === 'string') return value;
    this.wrong.push(place);
    return '';
  }
}

function failed(code: ProgressError['code'], ...args: readonly string[]): ParsedProgress {
  return { ok: false, error: { code, args } };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
