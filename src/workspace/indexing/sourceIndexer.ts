import type { PackedFile } from '../../core/symbols/packedOutline';
import type { Range } from '../../core/util/range';
import type { WorkerCalls, HostCalls } from '../../protocol/worker';
import type { FragmentRequest, SourceRequest } from '../../core/symbols/sourceRequest';
import { Lifetime, type Disposable } from '../lifetime';
import type { Log } from '../log';
import { WorkerDied, type WorkerClient } from './workerClient';

/** Indexes source files, in a worker or in this thread. */
export interface FileIndexer extends Partial<Disposable> {
  /** Returns one outcome a file, in the order asked. Rejects only where the indexer cannot work any more, with the reason. */
  outline(files: readonly SourceRequest[]): Promise<readonly PackedFile[]>;
  /** Returns the places of each fragment; undefined where the file could not be read. Rejects as `outline` does. */
  locate(file: SourceRequest, fragments: readonly FragmentRequest[]): Promise<readonly (readonly Range[])[] | undefined>;
  /** Tells whether it asks this thread for the bytes of files. */
  asksHost?(): boolean;
}

/** The number of crashes of one file after which it is not tried again. */
const mostCrashes = 2;

/** The number of workers that each file killed, by its URI. All workers share it. */
export type Crashes = Map<string, number>;

/**
 * Indexes source files in one worker, which starts with the first call and starts anew after it has died. It may be asked for
 * the next files while it has the last: when it dies, everything that it was asked for is tried one by one, alone, and so
 * the file that kills it is found. After {@link mostCrashes} times that one is not tried again.
 */
export class SourceIndexer extends Lifetime implements FileIndexer {
  /** A promise while a crash is looked into, in which nothing new goes to the worker. */
  private recovering: Promise<void> | undefined;

  constructor(
    private readonly worker: WorkerClient<WorkerCalls, HostCalls>,
    private readonly crashes: Crashes,
    private readonly log: Log,
    readonly asksHost = (): boolean => false,
  ) {
    super();
    this.register(worker);
  }

  async outline(files: readonly SourceRequest[]): Promise<readonly PackedFile[]> {
    const harmless = files.filter(({ uri }) => this.crashesOf(uri) < mostCrashes);
    if (harmless.length < files.length) {
      const outcomes = new Map((await this.outline(harmless)).map((outcome) => [outcome.file, outcome]));
      return files.map(({ file }) => outcomes.get(file) ?? { file, unindexed: 'crashed' });
    }
    if (files.length === 0) return [];
    return this.ask(
      () => this.worker.call('outline', files),
      (died) => this.oneByOne(files, died),
    );
  }

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

  /** Recovers from one death after the other: nothing else is with the worker meanwhile. */
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
    const outcomes: PackedFile[] = [];
    for (const one of files) {
      const outline = async () =>
        (await this.worker.call('outline', [one]))[0] ?? { file: one.file, unindexed: 'unreadable' as const };
      const blamed = ({ because, message }: WorkerDied): PackedFile => ({ file: one.file, unindexed: because, detail: message });
      outcomes.push(await this.alone(one, files.length === 1 ? died : undefined, outline, blamed));
    }
    return outcomes;
  }

  /** `died` tells how the worker died when it was asked for this file before, if it was asked for nothing else. */
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

  /** Tells a file that kills the worker from a worker that cannot run at all: the latter dies of this too, and is given up. */
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
    this.log.error(`Indexing ${uri} ended the worker: ${died.message}`);
    return died;
  }
}
