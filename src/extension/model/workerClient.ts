import * as vscode from 'vscode';
import { Rpc, type Methods, type Served } from '../../core/util/rpc';
import { Lifetime } from '../lifetime';
import type { WorkerHandle } from '../platform';

/** Milliseconds that one call may take: a bound for a worker that hangs altogether. */
const patience = 60_000;
/** Starts in a row without one answer, after which the worker is given up. */
const mostFailures = 3;

/** The worker is gone, and with it the answer. */
export class WorkerDied extends Error {
  constructor(
    message: string,
    readonly because: 'crashed' | 'timeout',
  ) {
    super(message);
  }
}

interface Running<Theirs extends Methods<Theirs>, Mine extends Methods<Mine>> {
  readonly rpc: Rpc<Theirs, Mine>;
  readonly handle: WorkerHandle;
}

/** A worker that starts with the first call and starts anew when it has died, which the log says. */
export class WorkerClient<Theirs extends Methods<Theirs>, Mine extends Methods<Mine>> extends Lifetime {
  private readonly failed = this.register(new vscode.EventEmitter<string>());
  /** The worker was given up; with why. */
  readonly onDidFail = this.failed.event;
  private running: Promise<Running<Theirs, Mine>> | undefined;
  private failures = 0;

  /** `name`: for the log. `mine`: what the worker may call here. */
  constructor(
    private readonly name: string,
    private readonly create: () => Promise<WorkerHandle>,
    private readonly mine: Served<Mine>,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
  }

  /** Whether the worker was given up: every call is refused until {@link retry}. */
  get isBroken(): boolean {
    return this.failures >= mostFailures;
  }

  retry(): void {
    this.failures = 0;
  }

  /** Rejects with {@link WorkerDied}, with what the worker threw, or where it was given up. */
  async call<K extends keyof Theirs & string>(
    method: K,
    ...args: Parameters<Theirs[K]>
  ): Promise<Awaited<ReturnType<Theirs[K]>>> {
    if (this.isBroken) throw new Error(`the ${this.name} was given up`);
    const { rpc } = await (this.running ??= this.launch());
    const timer = setTimeout(() => this.died(new WorkerDied(`no answer in ${patience / 1000} s`, 'timeout')), patience);
    try {
      const answer = await rpc.call(method, ...args);
      this.failures = 0;
      return answer;
    } finally {
      clearTimeout(timer);
    }
  }

  override dispose(): void {
    this.stop(new Error('disposed'));
    super.dispose();
  }

  private async launch(): Promise<Running<Theirs, Mine>> {
    const began = performance.now();
    let handle: WorkerHandle;
    try {
      handle = await this.create();
    } catch (error) {
      const died = new WorkerDied(error instanceof Error ? error.message : String(error), 'crashed');
      this.died(died);
      throw died;
    }
    if (this.isDisposed) handle.terminate();
    handle.onDeath((why) => this.died(new WorkerDied(why, 'crashed')));
    const rpc = new Rpc<Theirs, Mine>(handle, this.mine);
    this.log.info(`The ${this.name} started in ${(performance.now() - began).toFixed(0)} ms`);
    return { rpc, handle };
  }

  private died(why: WorkerDied): void {
    if (this.running === undefined) return;
    this.failures++;
    this.stop(why);
    if (this.isBroken) {
      this.log.error(`The ${this.name} died ${this.failures} times in a row and is not started again: ${why.message}`);
      this.failed.fire(why.message);
    } else {
      this.log.warn(`The ${this.name} died and starts again with the next file: ${why.message}`);
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
