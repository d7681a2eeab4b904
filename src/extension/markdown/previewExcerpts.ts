import type { Excerpt } from '../../core/excerpts/excerpt';
import { Lifetime } from '../../workspace/lifetime';
import type { Excerpts } from '../model/model';

/** The excerpts of the notes that previews show. A preview renders at once, so it gets what is known and is rendered anew with the rest. */
export class PreviewExcerpts extends Lifetime {
  private readonly known = new Map<string, ReadonlyMap<string, Excerpt>>();
  /** The notes that previews have shown, and those that are being read. */
  private readonly asked = new Set<string>();
  private readonly reading = new Set<string>();

  /** `changed` is told the note whose excerpts are others now; `isFirst`: it was rendered without any of them. */
  constructor(
    private readonly excerpts: Excerpts,
    private readonly changed: (note: string, isFirst: boolean) => void,
  ) {
    super();
    this.register(
      excerpts.onDidChange((notes) => {
        for (const note of notes) if (this.asked.has(note)) void this.read(note);
      }),
    );
  }

  /** Returns the excerpt of a note's anchor; undefined where it is not known yet. */
  of(note: string, anchor: string): Excerpt | undefined {
    this.asked.add(note);
    const known = this.known.get(note);
    if (known?.has(anchor) !== true) void this.read(note);
    return known?.get(anchor);
  }

  private async read(note: string): Promise<void> {
    // All excerpts of a note are asked for in one turn, and read at once.
    if (this.reading.has(note)) return;
    this.reading.add(note);
    await Promise.resolve();
    this.reading.delete(note);
    const excerpts = await this.excerpts.read(note);
    const before = this.known.get(note);
    if (this.isDisposed || JSON.stringify([...(before ?? [])]) === JSON.stringify([...excerpts])) return;
    this.known.set(note, excerpts);
    this.changed(note, before === undefined);
  }
}
