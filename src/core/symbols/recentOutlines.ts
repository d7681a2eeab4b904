import type { FileOutline } from './symbol';

/** Outlines of files, unpacked: those that somebody asked for last. */
export class RecentOutlines {
  /** The last one used stands last. */
  private readonly outlines = new Map<string, FileOutline>();

  /** `most`: how many are kept. */
  constructor(private readonly most: number) {}

  /** What is kept, else what `unpack` makes. */
  get(file: string, unpack: () => FileOutline): FileOutline {
    const outline = this.outlines.get(file) ?? unpack();
    this.outlines.delete(file);
    this.outlines.set(file, outline);
    if (this.outlines.size > this.most) this.dropOldest();
    return outline;
  }

  delete(file: string): void {
    this.outlines.delete(file);
  }

  private dropOldest(): void {
    const [oldest] = this.outlines.keys();
    if (oldest !== undefined) this.outlines.delete(oldest);
  }
}
