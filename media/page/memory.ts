import type { PanelMemory } from '../../src/protocol/panel';

/**
 * The state that the page keeps while it is hidden or reloaded. The editor stores it, and it was written by this code, so it is
 * trusted.
 */
export class Memory {
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly store: { getState(): unknown; setState(state: unknown): void }) {}

  recall(): PanelMemory | undefined {
    return this.store.getState() as PanelMemory | undefined;
  }

  /** Stores the state soon, since scrolling asks for it at every frame. The old state stays where there is nothing to keep. */
  keep(current: () => PanelMemory | undefined): void {
    if (this.waiting !== undefined) return;
    this.waiting = setTimeout(() => {
      this.waiting = undefined;
      const memory = current();
      if (memory !== undefined) this.store.setState(memory);
    }, 100);
  }
}
