import { fork, type ChildProcess } from 'node:child_process';

/** What a side is asked: to do its work on these files of the tree, by their numbers. */
export interface Turn {
  readonly from: number;
  readonly to: number;
}

export type Answer = { readonly ready: true } | { readonly milliseconds: number };

/**
 * A process that does one of two things that are compared. Each has a process, so that the garbage and the
 * machine code of one are no burden to the other, and they take turns, so that the machine's other work hits both alike.
 */
export class Side {
  private readonly child: ChildProcess;

  constructor(script: string, args: readonly string[]) {
    this.child = fork(script, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  }

  async ready(): Promise<void> {
    await this.answer();
  }

  /** Milliseconds that the work took there. */
  async take(turn: Turn): Promise<number> {
    this.child.send(turn);
    const answer = await this.answer();
    if ('ready' in answer) throw new Error('A side answered out of turn.');
    return answer.milliseconds;
  }

  end(): void {
    this.child.kill();
  }

  private answer(): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null): void => reject(new Error(`A side ended with exit code ${code ?? 'none'}.`));
      this.child.once('exit', ended);
      this.child.once('message', (message: Answer) => {
        this.child.off('exit', ended);
        resolve(message);
      });
    });
  }
}

/** The other end, in the process of a side: says that it is ready, and does the work that it is asked for. */
export function takeTurns(work: (turn: Turn) => void | Promise<void>): void {
  const say = (answer: Answer): void => void process.send?.(answer);
  process.on('message', (turn: Turn) => {
    const began = performance.now();
    void Promise.resolve(work(turn)).then(() => say({ milliseconds: performance.now() - began }));
  });
  process.on('disconnect', () => process.exit());
  say({ ready: true });
}
