import { fork, type ChildProcess } from 'node:child_process';

/** A request to a side: to do its work on these files of the tree, named by their numbers. */
export interface Turn {
  readonly from: number;
  readonly to: number;
}

/** The other figures that a side counted or weighed, by name. */
export type Figures = Readonly<Record<string, number>>;

type Question = { readonly turn: Turn } | 'figures';
type Answer = { readonly ready: true } | { readonly milliseconds: number } | { readonly figures: Figures };

/**
 * A process that does one of two things that are compared. Each has a process, so that the garbage and the machine code of one
 * are no burden to the other, and they take turns, so that the machine's other work hits both alike.
 */
export class Side {
  private readonly child: ChildProcess;

  constructor(script: string, args: readonly string[]) {
    this.child = fork(script, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  }

  async ready(): Promise<void> {
    await this.answer();
  }

  /** Lets the side do its work for a turn and returns the milliseconds that it took there. */
  async take(turn: Turn): Promise<number> {
    const answer = await this.ask({ turn });
    if (!('milliseconds' in answer)) throw new Error('A side answered out of turn.');
    return answer.milliseconds;
  }

  async figures(): Promise<Figures> {
    const answer = await this.ask('figures');
    if (!('figures' in answer)) throw new Error('A side answered out of turn.');
    return answer.figures;
  }

  /** Lets the process end by itself, so that it can store what it has. */
  end(): void {
    if (this.child.connected) this.child.disconnect();
  }

  private ask(question: Question): Promise<Answer> {
    this.child.send(question);
    return this.answer();
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

/**
 * Serves turns in the process of a side: says that it is ready, does the work that it is asked for, and tells its figures. The
 * time of the work, or of its promise, is what the clock says, or the milliseconds that the work returns.
 */
export function takeTurns(work: (turn: Turn) => unknown, figures: () => Figures | Promise<Figures> = () => ({})): void {
  const say = (answer: Answer): void => void process.send?.(answer);
  const answer = async (question: Question): Promise<Answer> => {
    if (question === 'figures') return { figures: await figures() };
    const began = performance.now();
    const own = await work(question.turn);
    return { milliseconds: typeof own === 'number' ? own : performance.now() - began };
  };
  process.on('message', (question: Question) => void answer(question).then(say));
  process.on('disconnect', () => process.exit());
  say({ ready: true });
}
