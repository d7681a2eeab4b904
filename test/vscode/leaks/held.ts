/** What an extension can hold on to. `registration` is whatever else it was given to dispose: commands, providers, views, watchers. */
export type Kind = 'timer' | 'worker' | 'listener' | 'decoration' | 'registration';

/** Keeps account of what was taken and not given back. */
export class Ledger {
  private readonly entries = new Set<{ readonly kind: Kind; readonly from: string }>();

  /** Enters one; call what it returns when that is given back. */
  hold(kind: Kind): () => void {
    const entry = { kind, from: new Error().stack?.split('\n').slice(3, 8).join('\n') ?? '' };
    this.entries.add(entry);
    return () => void this.entries.delete(entry);
  }

  /** Returns where each that is still held was taken. */
  list(kind?: Kind): string[] {
    return [...this.entries].filter((one) => kind === undefined || one.kind === kind).map((one) => `${one.kind}\n${one.from}`);
  }
}

/** The one account of the instrumented extension: its bundle replaces what it takes from its surroundings by what counts here. */
export const held = new Ledger();
