/** A two-way channel for plain data, of a worker or of a webview. */
export interface Channel {
  send(message: unknown): void;
  /** Sets the listener. It is called once. */
  listen(receive: (message: unknown) => void): void;
}

type Method = (...args: never[]) => unknown;
/** An interface whose members are all calls. */
export type Methods<T> = { [K in keyof T]: Method };
/** The same methods, each of which may also answer with a promise. */
export type Served<T> = { [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => R | Promise<R> : never };

type Message =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly args: readonly unknown[] }
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly message: string };

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Remote calls over a {@link Channel}: `Theirs` are the calls the other side serves, `Mine` those that it may call here.
 * An error thrown there is an `Error` with the same message here.
 */
export class Rpc<Theirs extends Methods<Theirs>, Mine extends Methods<Mine>> {
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private closed: Error | undefined;

  constructor(
    private readonly channel: Channel,
    private readonly mine: Served<Mine>,
  ) {
    channel.listen((message) => void this.receive(message as Message));
  }

  call<K extends keyof Theirs & string>(method: K, ...args: Parameters<Theirs[K]>): Promise<Awaited<ReturnType<Theirs[K]>>> {
    if (this.closed !== undefined) return Promise.reject(this.closed);
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve, reject });
      this.channel.send({ kind: 'call', id, method, args } satisfies Message);
    });
  }

  /** Rejects the calls that still wait for an answer, and every later one. */
  close(reason: Error): void {
    this.closed = reason;
    for (const one of this.waiting.values()) one.reject(reason);
    this.waiting.clear();
  }

  private async receive(message: Message): Promise<void> {
    if (message.kind === 'call') {
      this.channel.send(await this.serve(message));
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.kind === 'result') waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.message));
  }

  private async serve(call: Message & { kind: 'call' }): Promise<Message> {
    try {
      const method = Object.hasOwn(this.mine, call.method) ? this.mine[call.method as keyof Mine] : undefined;
      if (method === undefined) throw new Error(`no such call: ${call.method}`);
      const value: unknown = await (method as (...args: unknown[]) => unknown).apply(this.mine, [...call.args]);
      return { kind: 'result', id: call.id, value };
    } catch (error) {
      return { kind: 'error', id: call.id, message: error instanceof Error ? error.message : String(error) };
    }
  }
}
