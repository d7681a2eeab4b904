import * as vscode from 'vscode';
import type { PackedReading } from '../../core/symbols/packedOutline';
import type { Range } from '../../core/symbols/symbol';
import { Rpc } from '../../core/util/rpc';
import type { FragmentRequest, HostCalls, SourceRequest, WorkerCalls } from '../../protocol/worker';
import { readAsset, readSource } from '../adapters/workerFiles';
import { Lifetime } from '../lifetime';
import type { Platform, WorkerHandle } from '../platform';

/** Milliseconds that one call may take. The worker has its own limit for a file; this one is for a worker that hangs altogether. */
const patience = 60_000;
/** Starts in a row without one answer, after which the worker is given up. */
const mostFailures = 3;
/** Crashes of one file after which it is not read again. */
const mostCrashes = 2;

/** The worker is gone, and with it the answer. */
class WorkerDied extends Error {
  constructor(
    message: string,
    readonly because: 'crashed' | 'timeout',
  ) {
    super(message);
  }
}

interface Running {
  readonly rpc: Rpc<WorkerCalls, HostCalls>;
  readonly handle: WorkerHandle;
}

/**
 * Reads source files in the worker, which starts with the first call and starts anew when it has died. A file that
 * kills the worker is found by reading its batch one by one; after {@link mostCrashes} times it is not tried again.
 */
export class SourceReader extends Lifetime {
  private readonly failed = this.register(new vscode.EventEmitter<string>());
  /** The worker cannot be started; with why. */
  readonly onDidFail = this.failed.event;
  private running: Promise<Running> | undefined;
  private failures = 0;
  private readonly crashes = new Map<string, number>();

  constructor(
    private readonly platform: Platform,
    private readonly assets: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
  }

  /** Whether the worker was given up: nothing is read until {@link retry}. */
  get isBroken(): boolean {
    return this.failures >= mostFailures;
  }

  /** Gives the worker, and the files that killed it, another chance. */
  retry(): void {
    this.failures = 0;
    this.crashes.clear();
  }

  /** One reading a file, in the order asked. Rejects only where the worker was given up. */
  async outline(files: readonly SourceRequest[]): Promise<readonly PackedReading[]> {
    const readable = files.filter(({ uri }) => this.crashesOf(uri) < mostCrashes);
    if (readable.length < files.length) {
      const readings = new Map((await this.outline(readable)).map((reading) => [reading.file, reading]));
      return files.map(({ file }) => readings.get(file) ?? { file, unread: 'crashed' });
    }
    if (files.length === 0) return [];
    try {
      return await this.call('outline', files);
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      await this.probe();
      const [only] = files;
      if (files.length === 1 && only !== undefined) return [this.blame(only, error)];
    }
    const readings: PackedReading[] = [];
    for (const one of files) readings.push(...(await this.outline([one])));
    return readings;
  }

  /** The places of each fragment; undefined where the file could not be read. Rejects only where the worker was given up. */
  async locate(file: SourceRequest, fragments: readonly FragmentRequest[]): Promise<readonly (readonly Range[])[] | undefined> {
    if (this.crashesOf(file.uri) >= mostCrashes) return undefined;
    try {
      return await this.call('locate', file, fragments);
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      await this.probe();
      this.blame(file, error);
      return undefined;
    }
  }

  override dispose(): void {
    this.stop(new Error('disposed'));
    super.dispose();
  }

  /** Tells a file that kills the worker from a worker that cannot run at all: that one does not answer this either. */
  private async probe(): Promise<void> {
    await this.call('outline', []).catch(() => undefined);
  }

  private crashesOf(uri: string): number {
    return this.crashes.get(uri) ?? 0;
  }

  private blame({ file, uri }: SourceRequest, { message, because }: WorkerDied): PackedReading {
    this.crashes.set(uri, this.crashesOf(uri) + 1);
    this.log.error(`Reading ${uri} ended the worker: ${message}`);
    return { file, unread: because, detail: message };
  }

  private async call<K extends keyof WorkerCalls>(method: K, ...args: Parameters<WorkerCalls[K]>) {
    if (this.isBroken) throw new Error('the worker was given up');
    const { rpc } = await this.start();
    const timer = setTimeout(() => this.died(new WorkerDied(`no answer in ${patience / 1000} s`, 'timeout')), patience);
    try {
      const answer = await rpc.call(method, ...args);
      this.failures = 0;
      return answer;
    } finally {
      clearTimeout(timer);
    }
  }

  private start(): Promise<Running> {
    return (this.running ??= this.launch());
  }

  private async launch(): Promise<Running> {
    const began = performance.now();
    let handle: WorkerHandle;
    try {
      handle = await this.platform.createWorker();
    } catch (error) {
      const died = new WorkerDied(error instanceof Error ? error.message : String(error), 'crashed');
      this.died(died);
      throw died;
    }
    if (this.isDisposed) handle.terminate();
    handle.onDeath((why) => this.died(new WorkerDied(why, 'crashed')));
    const rpc = new Rpc<WorkerCalls, HostCalls>(handle, {
      readFile: readSource,
      readAsset: (name) => readAsset(this.assets, name),
    });
    this.log.info(`Worker started in ${(performance.now() - began).toFixed(0)} ms`);
    return { rpc, handle };
  }

  private died(why: WorkerDied): void {
    if (this.running === undefined) return;
    this.failures++;
    this.stop(why);
    if (this.isBroken) {
      this.log.error(`The worker died ${this.failures} times in a row and is not started again: ${why.message}`);
      this.failed.fire(why.message);
    } else {
      this.log.warn(`The worker died and starts again with the next file: ${why.message}`);
    }
  }

  private stop(why: Error): void {
    const running = this.running;
    this.running = undefined;
    void running?.then(
      ({ rpc, handle }) => {
        handle.terminate();
        rpc.close(why);
      },
      () => undefined,
    );
  }
}
