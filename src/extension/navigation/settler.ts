import * as vscode from 'vscode';
import type { Binding } from '../../core/bindings/binding';
import type { Bindings } from '../model/model';

/** Milliseconds after which a reader is told that it still takes time. */
const patience = 400;

/** Waits until it is known where an anchor leads. */
export class Settler {
  constructor(private readonly bindings: Bindings) {}

  /** The anchor's binding once the files it waits for are read; undefined where the note has no such well-formed anchor. */
  async settle(note: string, text: string): Promise<Binding | undefined> {
    const now = this.find(note, text);
    if (now === undefined || !isWaiting(now)) return now;
    const settled = this.wait(note, text);
    const soon = await Promise.race([settled, new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), patience))]);
    if (soon !== 'late') return soon;
    const title = vscode.l10n.t("Reading Kafka's source…");
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

  private wait(note: string, text: string): Promise<Binding | undefined> {
    return new Promise((resolve) => {
      const listening = this.bindings.onDidChange(() => {
        const binding = this.find(note, text);
        if (binding !== undefined && isWaiting(binding)) return;
        listening.dispose();
        resolve(binding);
      });
    });
  }

  private find(note: string, text: string): Binding | undefined {
    return this.bindings.ofNote(note).find(({ anchor }) => anchor.text === text);
  }
}

function isWaiting({ result }: Binding): boolean {
  return result.state === 'unavailable' && result.why === 'notIndexedYet';
}
