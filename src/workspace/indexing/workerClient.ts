import { Rpc, type Channel, type Methods, type Served } from '../../core/util/rpc';
import { Lifetime } from '../lifetime';
import type { Log } from '../log';

/** Milliseconds that one call may take: a bound for a worker that hangs altogether. */
const patience = 60_000;
/** The number of starts in a row without one answer after which the worker is given up. */
const mostFailures = 3;

/** A running worker. */
export interface WorkerHandle extends Channel {
  /** `died` is called once, when the worker ended without having been asked to. */
  onDeath(died: (why: string) => void): void;
  terminate(): void;
}

/** The worker is gone, and with it the answer. */
export class WorkerDied extends Error {
  /** `calls` is the number of answers that were lost with it. */
  constructor(
    message: string,
    readonly because: 'crashed' | 'timeout',
    readonly calls: number,
  ) {
    super(message);
  }
}

interface Running<Theirs extends Methods<Theirs>, Mine extends Methods<Mine>> {
  readonly rpc: Rpc<Theirs, Mine>;
  readonly handle: WorkerHandle;
}

/** A worker that starts with the first call and starts anew after it has died, which the log says. */
export class WorkerClient<Theirs extends Methods<Theirs>, Mine extends Methods<Mine>> extends Lifetime {
  private running: Promise<Running<Theirs, Mine>> | undefined;
  private waiting = 0;
  private failures = 0;
  private lastFailure = '';

  /** `name` is for the log. `mine` is what the worker may call here. */
  constructor(
    private readonly name: string,
    private readonly create: () => Promise<WorkerHandle>,
    private readonly mine: Served<Mine>,
    private readonly log: Log,
  ) {
    super();
  }

  /** Tells whether the worker was given up: every call is refused until {@link retry}. */
  get isBroken(): boolean {
    return this.failures >= mostFailures;
  }

  retry(): void {
    this.failures = 0;
  }

  /**
   * Calls the worker. Rejects with {@link WorkerDied}, with what the worker threw, or, where it was given up, with the reason
   * of its death.
   */
  async call<K extends keyof Theirs & string>(
    method: K,
    ...args: Parameters<Theirs[K]>
  ): Promise<Awaited<ReturnType<Theirs[K]>>> {
    if (this.isDisposed) throw new Error('disposed');
    if (this.isBroken) throw new Error(this.lastFailure);
    this.waiting++;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const { rpc } = await (this.running ??= this.launch());
      timer = setTimeout(() => this.died(`no answer in ${patience / 1000} s`, 'timeout'), patience);
      const answer = await rpc.call(method, ...args);
      this.failures = 0;
      return answer;
    } finally {
      this.waiting--;
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
      throw this.died(error instanceof Error ? error.message : String(error), 'crashed');
    }
    handle.onDeath((why) => this.died(why, 'crashed'));
    const rpc = new Rpc<Theirs, Mine>(handle, this.mine);
    this.log.info(`The ${this.name} started in ${(performance.now() - began).toFixed(0)} ms`);
    return { rpc, handle };
  }

  private died(why: string, because: WorkerDied['because']): WorkerDied {
    const died = new WorkerDied(why, because, this.waiting);
    if (this.running === undefined) return died;
    this.failures++;
    this.lastFailure = why;
    this.stop(died);
    if (this.isBroken) {
      this.log.error(`The ${this.name} died ${this.failures} times in a row and is not started again: ${why}`);
    } else {
      this.log.warn(`The ${this.name} died and starts again with the next file: ${why}`);
    }
    return died;
  }

  private stop(why: Error): void {
    const running = this.running;
    this.running = undefined;
    void running?.then(
      ({ rpc, handle }) => {
        handle.terminate();
        rpc.close(why);
      },
      () => {
        // It could not be started, which the log says already.
      },
    );
  }
}
