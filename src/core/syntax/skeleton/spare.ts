/**
 * The number of characters that may be read in vain. The end of something that is never closed is looked for only so often, so
 * that a text is read in linear time.
 */
export class Spare {
  private left: number;

  /** Starts with the number of characters that a text of this length, in characters, may read in vain. */
  constructor(length: number) {
    this.left = Math.min(4 * length, 5_000_000) + 100_000;
  }

  get isOver(): boolean {
    return this.left <= 0;
  }

  take(characters: number): void {
    this.left -= characters;
  }
}
