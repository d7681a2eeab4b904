import { CharacterKind, characterKind } from './characterKind';
import type { LeftOut } from './part';
import type { TokenKind } from './token';

const encoder = new TextEncoder();

/** A place in a text that moves on. */
export abstract class Cursor {
  /** What is no part of any token, in order: quotes that are never closed, characters that no code has, brackets nested too deep. */
  readonly junk: LeftOut[] = [];
  protected at = 0;

  /** `units`: {@link unitsOf} the text. */
  constructor(
    protected readonly text: string,
    protected readonly units: Uint16Array,
  ) {}

  protected reject(length: number): undefined {
    this.at += length;
    this.leaveOut(this.at - length);
  }

  /** What stands from `start` up to here, with all in it that is already left out. */
  protected leaveOut(start: number, by?: string): void {
    while ((this.junk.at(-1)?.start ?? -1) >= start) this.junk.pop();
    this.junk.push({ start, end: this.at, ...(by !== undefined && { by }) });
  }

  protected single(kind: TokenKind): TokenKind {
    this.at++;
    return kind;
  }

  protected accept(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  protected kindAt(at: number): CharacterKind {
    return characterKind(this.units[at] ?? 0);
  }

  /** Moves behind all characters of some kinds, `other` not among them. */
  protected skip(kinds: number): void {
    const { units } = this;
    let { at } = this;
    while ((characterKind(units[at] ?? 0) & kinds) !== 0) at++;
    this.at = at;
  }

  protected skipLine(): void {
    const { units, text } = this;
    let { at } = this;
    while (at < text.length && characterKind(units[at] ?? 0) !== CharacterKind.lineEnd) at++;
    this.at = at;
  }
}

/**
 * The UTF-16 units of a text, and a 0 behind them. Source code is ASCII more often than not: then they need not be asked for
 * one by one, which takes longer than all that a scanner does with them.
 */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length + 1);
  const bytes = encoder.encode(text);
  if (bytes.length === text.length) units.set(bytes);
  else for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}
