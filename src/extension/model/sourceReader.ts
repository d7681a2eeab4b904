import * as vscode from 'vscode';
import type { PackedReading } from '../../core/symbols/packedOutline';
import type { Range } from '../../core/symbols/symbol';
import type { Served } from '../../core/util/rpc';
import type { FragmentRequest, HostCalls, SourceRequest, WorkerCalls } from '../../protocol/worker';
import { readAsset, readSource } from '../adapters/workerFiles';
import { Lifetime } from '../lifetime';
import type { Platform } from '../platform';
import { WorkerClient, WorkerDied } from './workerClient';

/** Crashes of one file after which it is not read again. */
const mostCrashes = 2;

/**
 * Reads source files in the worker, which starts with the first call and starts anew when it has died. A file that
 * kills the worker is found by reading its batch one by one; after {@link mostCrashes} times it is not tried again.
 */
export class SourceReader extends Lifetime {
  private readonly worker: WorkerClient<WorkerCalls, HostCalls>;
  /** The worker cannot be started; with why. */
  readonly onDidFail: vscode.Event<string>;
  private readonly crashes = new Map<string, number>();

  constructor(
    platform: Platform,
    assets: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
    const mine: Served<HostCalls> = { readFile: readSource, readAsset: (name) => readAsset(assets, name) };
    this.worker = this.register(new WorkerClient('parsing worker', () => platform.createWorker('worker'), mine, log));
    this.onDidFail = this.worker.onDidFail;
  }

  /** Whether the worker was given up: nothing is read until {@link retry}. */
  get isBroken(): boolean {
    return this.worker.isBroken;
  }

  /** Gives the worker, and the files that killed it, another chance. */
  retry(): void {
    this.worker.retry();
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
      return await this.worker.call('outline', files);
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
      return await this.worker.call('locate', file, fragments);
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      await this.probe();
      this.blame(file, error);
      return undefined;
    }
  }

  /** Tells a file that kills the worker from a worker that cannot run at all: that one does not answer this either. */
  private async probe(): Promise<void> {
    await this.worker.call('outline', []).catch(() => undefined);
  }

  private crashesOf(uri: string): number {
    return this.crashes.get(uri) ?? 0;
  }

  private blame({ file, uri }: SourceRequest, { message, because }: WorkerDied): PackedReading {
    this.crashes.set(uri, this.crashesOf(uri) + 1);
    this.log.error(`Reading ${uri} ended the worker: ${message}`);
    return { file, unread: because, detail: message };
  }
}
