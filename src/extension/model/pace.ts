/** Milliseconds of a worker's time that a batch is to take: with the next one behind it, something urgent waits for two. */
const aim = 8;
const mostFiles = 64;
/** How much the last batch counts against those before. */
const weight = 0.4;

/** How many files one worker is given at once, by how long it took for the last ones: few while it is cold. */
export class Pace {
  private average: number | undefined;
  private last = 1;

  /** Milliseconds a file; undefined while the worker has read none. */
  get perFile(): number | undefined {
    return this.average;
  }

  /** Files for the next batch. */
  get files(): number {
    return this.average === undefined ? 1 : Math.max(1, Math.min(Math.round(aim / this.average), 2 * this.last, mostFiles));
  }

  measured(files: number, milliseconds: number): void {
    const now = milliseconds / files;
    this.average = this.average === undefined ? now : this.average + (now - this.average) * weight;
    this.last = files;
  }
}
