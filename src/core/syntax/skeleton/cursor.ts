import { characterKind, type CharacterKind } from './characterKind';
import type { LeftOut } from './part';
import type { TokenKind } from './token';

/** A place in a text that moves on. */
export abstract class Cursor {
  /** What is no part of any token, in order: quotes that are never closed, characters that no code has, brackets nested too deep. */
  readonly junk: LeftOut[] = [];
  protected at = 0;

  constructor(protected readonly text: string) {}

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
    return characterKind(this.text.charCodeAt(at));
  }
  protected skipLine(): void {
    while (this.at < this.text.length && this.kindAt(this.at) !== 'lineEnd') this.at++;
  }
}
