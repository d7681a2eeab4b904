import { CharacterKind } from './characterKind';
import { Cursor } from './cursor';
import { TokenKind, type Lexis } from './token';

/** The UTF-16 units of the signs that names must know. */
export const slash = 47;
export const star = 42;
const underscore = 95;
const at = 64;

const longWord = /[\p{L}\p{Nl}_$\p{M}\p{N}\p{Sc}\p{Pc}]+/uy;
const longOperator = /[\p{Sm}\p{So}]+/uy;
const namePart = CharacterKind.letter | CharacterKind.digit;

/** Finds where names end: words, and operators. */
export abstract class Names extends Cursor {
  constructor(
    text: string,
    protected readonly lexis: Lexis,
    units: Uint16Array,
  ) {
    super(text, units);
  }

  /** Scans a word or an operator that begins with a character beyond ASCII. */
  protected other(): TokenKind | undefined {
    if (this.accept(longWord)) {
      this.word();
      return TokenKind.word;
    }
    if (!this.accept(longOperator)) return this.reject(1);
    this.operator();
    return TokenKind.operator;
  }

  protected word(): void {
    const start = this.at;
    do this.skip(namePart);
    while (this.kindAt(this.at) === CharacterKind.other && this.accept(longWord));
    if (this.lexis.hasMixedNames && this.at > start + 1 && this.units[this.at - 1] === underscore) this.operator();
  }

  protected operator(): void {
    const start = this.at;
    for (;;) {
      const kind = this.kindAt(this.at);
      if (this.at > start && this.units[this.at] === at && !this.lexis.hasMixedNames) return;
      if (kind === CharacterKind.operator && !this.startsComment()) this.at++;
      else if (kind !== CharacterKind.other || !this.accept(longOperator)) return;
    }
  }

  private startsComment(): boolean {
    const next = this.units[this.at + 1];
    return this.units[this.at] === slash && (next === slash || next === star);
  }
}
