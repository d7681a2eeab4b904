/** How many characters may be read in vain. What is never closed is looked for only so often: a text is read in linear time. */
export class Spare {
  private left: number;

  /** `length`: of the text, in characters. */
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
