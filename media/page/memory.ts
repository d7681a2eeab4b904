import type { PanelMemory } from '../../src/protocol/panel';

/** What the page keeps through being hidden or reloaded. The editor stores it; what comes back is of this code, so it is trusted. */
export class Memory {
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly store: { getState(): unknown; setState(state: unknown): void }) {}

  recall(): PanelMemory | undefined {
    return this.store.getState() as PanelMemory | undefined;
  }

  /** Soon: scrolling asks for it at every frame. What was kept stays where there is nothing to keep. */
  keep(current: () => PanelMemory | undefined): void {
    if (this.waiting !== undefined) return;
    this.waiting = setTimeout(() => {
      this.waiting = undefined;
      const memory = current();
      if (memory !== undefined) this.store.setState(memory);
    }, 100);
  }
}
