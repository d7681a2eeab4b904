import type { PackedFile } from '../../core/symbols/packedOutline';
import type { Range } from '../../core/util/range';
import type { WorkerCalls, HostCalls } from '../../protocol/worker';
import type { FragmentRequest, SourceRequest } from '../../core/symbols/sourceRequest';
import { Lifetime } from '../lifetime';
import { WorkerDied, type Log, type WorkerClient } from './workerClient';

/** Crashes of one file after which it is not read again. */
const mostCrashes = 2;

/** By their URI, the files that killed a worker, and how often: known to all workers. */
export type Crashes = Map<string, number>;

/**
 * Reads source files in one worker, which starts with the first call and starts anew when it has died. It may be asked for
 * the next files while it reads the last: when it dies, everything that it was asked for is read one by one, alone, and so
 * the file that kills it is found. After {@link mostCrashes} times that one is not tried again.
 */
export class SourceIndexer extends Lifetime {
  /** Set while a crash is looked into: nothing new goes to the worker. */
  private recovering: Promise<void> | undefined;

  constructor(
    private readonly worker: WorkerClient<WorkerCalls, HostCalls>,
    private readonly crashes: Crashes,
    private readonly log: Log,
    /** Whether the worker asks the host for files. */
    readonly isThroughHost = (): boolean => false,
  ) {
    super();
    this.register(worker);
  }

  /** One reading a file, in the order asked. Rejects only where the worker was given up, with why. */
  async outline(files: readonly SourceRequest[]): Promise<readonly PackedFile[]> {
    const readable = files.filter(({ uri }) => this.crashesOf(uri) < mostCrashes);
    if (readable.length < files.length) {
      const readings = new Map((await this.outline(readable)).map((reading) => [reading.file, reading]));
      return files.map(({ file }) => readings.get(file) ?? { file, unindexed: 'crashed' });
    }
    if (files.length === 0) return [];
    return this.ask(
      () => this.worker.call('outline', files),
      (died) => this.oneByOne(files, died),
    );
  }

  /** The places of each fragment; undefined where the file could not be read. Rejects only where the worker was given up. */
  async locate(file: SourceRequest, fragments: readonly FragmentRequest[]): Promise<readonly (readonly Range[])[] | undefined> {
    if (this.crashesOf(file.uri) >= mostCrashes) return undefined;
    const locate = () => this.worker.call('locate', file, fragments);
    return this.ask(locate, (died) => this.alone(file, died, locate, () => undefined));
  }

  private async ask<T>(call: () => Promise<T>, again: (died: WorkerDied) => Promise<T>): Promise<T> {
    while (this.recovering !== undefined) await this.recovering;
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      return this.recover(() => again(error));
    }
  }

  /** One after the other: nothing else is with the worker meanwhile. */
  private recover<T>(work: () => Promise<T>): Promise<T> {
    const done = (this.recovering ?? Promise.resolve()).then(() => this.probe()).then(work);
    const ended = (): void => {
      if (this.recovering === settled) this.recovering = undefined;
    };
    const settled: Promise<void> = done.then(ended, ended);
    this.recovering = settled;
    return done;
  }

  private async oneByOne(files: readonly SourceRequest[], died: WorkerDied): Promise<readonly PackedFile[]> {
    const readings: PackedFile[] = [];
    for (const one of files) {
      const read = async () =>
        (await this.worker.call('outline', [one]))[0] ?? { file: one.file, unindexed: 'unreadable' as const };
      const blamed = ({ because, message }: WorkerDied): PackedFile => ({ file: one.file, unindexed: because, detail: message });
      readings.push(await this.alone(one, files.length === 1 ? died : undefined, read, blamed));
    }
    return readings;
  }

  /** `died`: how the worker died when it was asked for this before, where for nothing else besides. */
  private async alone<T>(
    file: SourceRequest,
    died: WorkerDied | undefined,
    call: () => Promise<T>,
    blamed: (died: WorkerDied) => T,
  ): Promise<T> {
    if (died?.calls === 1) return blamed(this.blame(file, died));
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      await this.probe();
      return blamed(this.blame(file, error));
    }
  }

  /** Tells a file that kills the worker from a worker that cannot run at all: that one dies of this too, and is given up. */
  private async probe(): Promise<void> {
    for (;;) {
      try {
        await this.worker.call('outline', []);
        return;
      } catch (error) {
        if (!(error instanceof WorkerDied)) throw error;
      }
    }
  }

  private crashesOf(uri: string): number {
    return this.crashes.get(uri) ?? 0;
  }

  private blame({ uri }: SourceRequest, died: WorkerDied): WorkerDied {
    this.crashes.set(uri, this.crashesOf(uri) + 1);
    this.log.error(`Reading ${uri} ended the worker: ${died.message}`);
    return died;
  }
}
