import type { IndexedTree } from './indexedTree';

/** What was asked of workers and not taken in yet: of several answers for one file only that to the last question counts. */
export class Asked {
  private readonly tickets = new Map<IndexedTree, Map<string, number>>();
  private readonly urgent = new Set<number>();
  private last = 0;

  has(tree: IndexedTree, file: string): boolean {
    return this.tickets.get(tree)?.has(file) === true;
  }

  /** Whether it was asked for by somebody who waits for it. */
  hasUrgently(tree: IndexedTree, file: string): boolean {
    const ticket = this.tickets.get(tree)?.get(file);
    return ticket !== undefined && this.urgent.has(ticket);
  }

  /** Returns the ticket that the answer must have. */
  ask(tree: IndexedTree, files: Iterable<string>, isUrgent: boolean): number {
    const ticket = ++this.last;
    if (isUrgent) this.urgent.add(ticket);
    const tickets = this.tickets.get(tree) ?? new Map<string, number>();
    this.tickets.set(tree, tickets);
    for (const file of files) tickets.set(file, ticket);
    return ticket;
  }

  /** All answers with this ticket are there. */
  end(ticket: number): void {
    this.urgent.delete(ticket);
  }

  /** Whether this is the answer that counts; then the file is asked for no more. */
  redeem(tree: IndexedTree, file: string, ticket: number): boolean {
    const tickets = this.tickets.get(tree);
    return tickets?.get(file) === ticket && tickets.delete(file);
  }

  /** The answer that comes is not wanted any more. */
  withdraw(tree: IndexedTree, file: string): void {
    this.tickets.get(tree)?.delete(file);
  }

  /** Nothing of this tree is wanted any more. */
  leave(tree: IndexedTree): void {
    this.tickets.delete(tree);
  }
}
