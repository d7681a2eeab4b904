/** What was asked of workers and not taken in yet, by URI: of several answers for one file only that to the last question counts. */
export class Asked {
  private readonly tickets = new Map<string, number>();
  private readonly urgent = new Set<number>();
  private last = 0;

  has(uri: string): boolean {
    return this.tickets.has(uri);
  }

  /** Whether it was asked for by somebody who waits for it. */
  hasUrgently(uri: string): boolean {
    const ticket = this.tickets.get(uri);
    return ticket !== undefined && this.urgent.has(ticket);
  }

  /** Returns the ticket that the answer must have. */
  ask(uris: Iterable<string>, isUrgent: boolean): number {
    const ticket = ++this.last;
    if (isUrgent) this.urgent.add(ticket);
    for (const uri of uris) this.tickets.set(uri, ticket);
    return ticket;
  }

  /** All answers with this ticket are there. */
  end(ticket: number): void {
    this.urgent.delete(ticket);
  }

  /** Whether this is the answer that counts; then the file is asked for no more. */
  redeem(uri: string, ticket: number): boolean {
    return this.tickets.get(uri) === ticket && this.tickets.delete(uri);
  }

  /** The answer that comes is not wanted any more. */
  withdraw(uri: string): void {
    this.tickets.delete(uri);
  }
}
