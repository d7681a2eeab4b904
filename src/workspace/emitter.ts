import type { Disposable } from './lifetime';
import { detailOf } from '../core/util/report';
import type { Log } from './log';

/** Something that may be listened to, until the returned listening is disposed. The editor's `Event` is one. */
export type Event<T> = (listener: (event: T) => unknown) => Disposable;

interface Listening<T> {
  readonly listener: (event: T) => unknown;
}

/**
 * Tells listeners of events, in the order in which they came. All of them have heard of one event before any of them hears of the next,
 * even if a listener fires that one. A listener that throws is logged, and the others are called all the same.
 */
export class Emitter<T> implements Disposable {
  private readonly listenings = new Set<Listening<T>>();
  /** Calls that are still to be made, the first one first. */
  private readonly calls: { readonly listening: Listening<T>; readonly event: T }[] = [];
  private isDisposed = false;

  constructor(private readonly log: Pick<Log, 'error'> = console) {}

  /** After {@link dispose} nothing is listened to any more. */
  readonly event: Event<T> = (listener) => {
    const listening = { listener };
    if (!this.isDisposed) this.listenings.add(listening);
    return { dispose: () => void this.listenings.delete(listening) };
  };

  get hasListeners(): boolean {
    return this.listenings.size > 0;
  }

  /** Calls all who listen now. After {@link dispose} it does nothing. */
  fire(event: T): void {
    for (const listening of this.listenings) this.calls.push({ listening, event });
    for (let call = this.calls.shift(); call !== undefined; call = this.calls.shift()) this.deliver(call.listening, call.event);
  }

  dispose(): void {
    this.isDisposed = true;
    this.listenings.clear();
    this.calls.length = 0;
  }

  private deliver(listening: Listening<T>, event: T): void {
    if (!this.listenings.has(listening)) return;
    try {
      listening.listener(event);
    } catch (error) {
      this.log.error(`A listener failed: ${detailOf(error)}`);
    }
  }
}
