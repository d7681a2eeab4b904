/** Milliseconds of a worker's time that a batch is to take: with the next one behind it, something urgent waits for two. */
const aim = 8;
/** Files that a warm worker gets at least: with fewer, it and its host only wait for each other on a busy machine. */
const fewest = 4;
/** The same where the worker asks its host for them: they come at the same time, and each takes its time. */
const fewestThroughHost = 16;
const most = 64;
/** How much the last batch counts against those before. */
const weight = 0.4;

/** How many files one worker is given at once, by how long it took for the last ones: few while it is cold. */
export class Pace {
  private average: number | undefined;
  private last = 1;

  /** `isThroughHost`: whether the worker asks its host for the files. */
  constructor(private readonly isThroughHost: () => boolean) {}

  /** Milliseconds a file; undefined while the worker has read none. */
  get perFile(): number | undefined {
    return this.average;
  }

  /** Files for the next batch. */
  get files(): number {
    if (this.average === undefined) return 1;
    const wanted = Math.max(Math.round(aim / this.average), this.isThroughHost() ? fewestThroughHost : fewest);
    return Math.min(wanted, 2 * this.last, most);
  }

  measured(files: number, milliseconds: number): void {
    const now = milliseconds / files;
    this.average = this.average === undefined ? now : this.average + (now - this.average) * weight;
    this.last = files;
  }
}
