import type { FiledSymbol, SymbolTable } from '../symbols/symbolTable';
import type { Candidate } from './binding';

type Reason = Candidate['reason'];

/** A symbol that may be meant. */
export interface Guess {
  readonly filed: FiledSymbol;
  readonly reason: Reason;
  /** The distance from the anchor; smaller is better. It is compared only between guesses with the same reason. */
  readonly distance: number;
}

const ranks: Readonly<Record<Reason, number>> = {
  otherKind: 0,
  otherParameters: 1,
  caseDiffers: 2,
  sameName: 3,
  otherContainer: 4,
  similarName: 5,
};

/** The best of many guesses, ordered by reason, distance, path and file. Each symbol is there once, with its best reason. */
export class BestGuesses {
  private readonly best: Guess[] = [];

  constructor(
    private readonly most: number,
    private readonly table: SymbolTable,
  ) {}

  /**
   * Returns the greatest distance with which a guess for this reason may still be among the best; Infinity while there is room.
   */
  farthest(reason: Reason): number {
    const last = this.best[this.most - 1];
    if (last === undefined) return Infinity;
    const difference = ranks[last.reason] - ranks[reason];
    return difference > 0 ? Infinity : difference === 0 ? last.distance : -Infinity;
  }

  add(guess: Guess): void {
    const { best } = this;
    const last = best[this.most - 1];
    if (last !== undefined && !isBefore(guess, last)) return;
    const { file, index } = guess.filed;
    if (best.some(({ filed }) => filed.index === index && filed.file === file)) return;
    const at = best.findIndex((one) => isBefore(guess, one));
    best.splice(at < 0 ? best.length : at, 0, guess);
    if (best.length > this.most) best.pop();
  }

  candidates(): Candidate[] {
    return this.best.flatMap(({ filed, reason }) => {
      const located = this.table.unpack(filed);
      if (located === undefined) return [];
      const { file, symbol } = located;
      return [{ target: { file, symbol, range: symbol.nameRange }, reason }];
    });
  }
}

function isBefore(one: Guess, other: Guess): boolean {
  if (one.reason !== other.reason) return ranks[one.reason] < ranks[other.reason];
  if (one.distance !== other.distance) return one.distance < other.distance;
  const [first, second] = [one.filed, other.filed];
  if (first.prefix !== second.prefix) return first.prefix < second.prefix;
  return first.name === second.name ? first.file < second.file : first.name < second.name;
}
