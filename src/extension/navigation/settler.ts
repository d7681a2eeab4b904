import * as vscode from 'vscode';
import type { Binding } from '../../core/bindings/binding';
import { Later, Lifetime, type Disposable } from '../../workspace/lifetime';
import type { Bindings } from '../model/model';

/** The milliseconds after which a reader is told that it still takes time. */
const patience = 400;

/** Waits until it is known where an anchor leads. */
export class Settler {
  constructor(private readonly bindings: Bindings) {}

  /**
   * Resolves to an anchor's binding once the files that it waits for are indexed; to undefined where the note has no such
   * well-formed anchor.
   */
  async settle(note: string, text: string): Promise<Binding | undefined> {
    const now = this.find(note, text);
    if (now === undefined || !isWaiting(now)) return now;
    const waiting = new Lifetimes();
    try {
      const settled = this.wait(note, text, waiting);
      const late = new Promise<'late'>((resolve) => waiting.own(new Later(patience, () => resolve('late'))));
      const soon = await Promise.race([settled, late]);
      return soon === 'late' ? await this.waitVisibly(note, text, settled) : soon;
    } finally {
      waiting.dispose();
    }
  }

  private async waitVisibly(note: string, text: string, settled: Promise<Binding | undefined>): Promise<Binding | undefined> {
    const title = vscode.l10n.t("Indexing Kafka's source…");
    return vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      (_, token) => {
        const cancelled = new Promise<Binding | undefined>((resolve) =>
          token.onCancellationRequested(() => resolve(this.find(note, text))),
        );
        return Promise.race([settled, cancelled]);
      },
    );
  }

  private wait(note: string, text: string, waiting: Lifetimes): Promise<Binding | undefined> {
    return new Promise((resolve) => {
      const look = (): void => {
        const binding = this.find(note, text);
        if (binding === undefined || !isWaiting(binding)) resolve(binding);
      };
      waiting.own(this.bindings.onDidChange(look));
    });
  }

  private find(note: string, text: string): Binding | undefined {
    return this.bindings.ofNote(note).find(({ anchor }) => anchor.text === text);
  }
}

function isWaiting({ result }: Binding): boolean {
  return result.state === 'unavailable' && result.why === 'notIndexedYet';
}

/** Owns what one wait listens to. */
class Lifetimes extends Lifetime {
  own(one: Disposable): void {
    this.register(one);
  }
}
