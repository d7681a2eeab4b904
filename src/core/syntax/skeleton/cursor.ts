import { CharacterKind, characterKind } from './characterKind';
import type { LeftOut } from './part';
import type { TokenKind } from './token';

const encoder = new TextEncoder();

/** A place in a text that moves forward. */
export abstract class Cursor {
  /**
   * The parts of the text that belong to no token, in order: quotes that are never closed, characters that do not occur in code,
   * brackets nested too deep.
   */
  readonly junk: LeftOut[] = [];
  protected at = 0;

  /** Starts at the beginning of a text; `units` are the text's {@link unitsOf}. */
  constructor(
    protected readonly text: string,
    protected readonly units: Uint16Array,
  ) {}

  protected reject(length: number): undefined {
    this.at += length;
    this.leaveOut(this.at - length);
  }

  /** Leaves out the text from `start` up to here, together with the parts of it that are left out already. */
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

  /** Moves behind all characters of the given kinds; `other` cannot be among them. */
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
 * Returns the UTF-16 units of a text, followed by a 0. Source code is mostly ASCII, and then the units need not be read one by
 * one, which would take longer than everything that a scanner does with them.
 */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length + 1);
  const bytes = encoder.encode(text);
  if (bytes.length === text.length) units.set(bytes);
  else for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}
