import * as vscode from 'vscode';
import { Lifetime } from '../../workspace/lifetime';
import type { Trails } from '../model/model';

/** The first steps that leave nothing behind by which they are known to be done. */
export type ReachedStep = 'trail' | 'way';

const key = 'kafkaNotes.reachedSteps';

/** Remembers, for all windows, which of these steps the reader has done once. */
export class ReachedSteps extends Lifetime {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly memento: vscode.Memento,
    trails: Pick<Trails, 'position' | 'onDidChange'>,
  ) {
    super();
    // A trail is walked once the reader has gone on from one of its steps.
    this.register(trails.onDidChange(() => ((trails.position?.done.size ?? 0) > 0 ? this.reach('trail') : undefined)));
  }

  has(step: ReachedStep): boolean {
    return this.all().includes(step);
  }

  reach(step: ReachedStep): void {
    if (this.has(step)) return;
    void this.memento.update(key, [...this.all(), step]);
    this.changed.fire();
  }

  private all(): readonly unknown[] {
    const stored: unknown = this.memento.get(key);
    return Array.isArray(stored) ? (stored as readonly unknown[]) : [];
  }
}
