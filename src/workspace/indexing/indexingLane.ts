import { Lifetime } from '../lifetime';
import { Pace } from './pace';
import type { SourceIndexer } from './sourceIndexer';

/** What a worker is to do next. */
export interface Job {
  /** How many files it reads, where its time tells how long one takes; 0 for other work. */
  readonly files: number;
  /** Resolves when the worker has answered. Rejects where the worker was given up. */
  run(reader: SourceIndexer): Promise<void>;
  /** Its worker was given up: the work is still to be done. */
  putBack(): void;
}

/** Milliseconds after which a worker that has not answered is late: it has a file that takes long. */
export const lateAfter = 100;
/** The same of a worker that is starting. */
const lateStart = 1000;

/** One worker of the pool and what it is doing. A warm one gets a job while it does the last, so that it need not wait. */
export class IndexingLane extends Lifetime {
  readonly pace: Pace;
  private readonly jobs = new Set<Job>();
  /** By `performance.now()`: when it began with what it is doing, or ended what it did. */
  private since = performance.now();

  constructor(readonly reader: SourceIndexer) {
    super();
    this.pace = new Pace(() => reader.isThroughHost());
    this.register(reader);
  }

  get load(): number {
    return this.jobs.size;
  }

  /** By `performance.now()`: since when there is nothing to do; undefined while there is. */
  get idleSince(): number | undefined {
    return this.jobs.size === 0 ? this.since : undefined;
  }

  get isLate(): boolean {
    const patience = this.pace.perFile === undefined ? lateStart : lateAfter;
    return this.jobs.size > 0 && performance.now() - this.since > patience;
  }

  get isFree(): boolean {
    const isWarm = this.pace.perFile !== undefined && !this.isLate;
    return this.jobs.size < (isWarm ? 2 : 1);
  }

  async run(job: Job): Promise<void> {
    if (this.jobs.size === 0) this.since = performance.now();
    this.jobs.add(job);
    try {
      await job.run(this.reader);
      if (job.files > 0) this.pace.measured(job.files, performance.now() - this.since);
    } finally {
      this.since = performance.now();
      this.jobs.delete(job);
    }
  }
}
