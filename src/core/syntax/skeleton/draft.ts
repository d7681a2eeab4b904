import type { LeftOut, Part } from './part';

/** A text made of parts of another one, which knows where each part comes from. */
export interface Drafted {
  readonly text: string;
  /** Whether the text has blocks that end only with their indentation, as in Scala 3; such blocks are not understood. */
  readonly hasIndentation?: boolean;
  /** Returns the part of the original text that the part from `start` to `end` of this text comes from. */
  original(start: number, end: number): Part;
}

/** Puts a {@link Drafted} text together, from the original text's start to its end. Offsets are offsets in the original. */
export class Draft {
  private text = '';
  /** The offset of each part's start in this text; `originalStarts` and `originalEnds` have its offsets in the original. */
  private readonly starts: number[] = [];
  /** The offset of each part's end in this text: a separator may follow. */
  private readonly ends: number[] = [];
  private readonly originalStarts: number[] = [];
  private readonly originalEnds: number[] = [];
  /**
   * The start of the part of the original that is kept but not yet copied; the part ends at `position` and is empty where nothing
   * waits.
   */
  private waitingFrom = 0;
  /** The offset up to which the original is kept or passed over. */
  private position = 0;
  /** The index of the next part that is left out. */
  private nextLeftOut = 0;

  /** Starts an empty draft. `leftOut` has the parts of the original that are never taken over, in order; it may grow. */
  constructor(
    private readonly original: string,
    private readonly leftOut: readonly LeftOut[] = [],
  ) {}

  /**
   * Takes a part over. `separator` divides it from the part before; where it is not given, the white space of the original does
   * if it is on one line, else one space.
   */
  keep(start: number, end: number, separator?: string): void {
    let from = start;
    let before = separator;
    for (let part = this.leftOutFrom(from); part !== undefined && part.start < end; part = this.leftOutFrom(from)) {
      if (from < part.start) {
        this.keepWhole(from, part.start, before);
        before = undefined;
      }
      if (part.by !== undefined) this.replace(part.start, part.end, part.by);
      from = part.end;
    }
    if (from < end) this.keepWhole(from, end, before);
  }

  private leftOutFrom(offset: number): LeftOut | undefined {
    while ((this.leftOut[this.nextLeftOut]?.end ?? Infinity) <= offset) this.nextLeftOut++;
    return this.leftOut[this.nextLeftOut];
  }

  private keepWhole(start: number, end: number, separator?: string): void {
    if (separator !== undefined || !this.gapIsSpace(start)) {
      this.flush();
      this.text += separator ?? ' ';
      this.waitingFrom = start;
    }
    this.position = end;
  }

  /** Puts another text in the place of a part. */
  replace(start: number, end: number, by: string, separator = ' '): void {
    this.flush();
    if (separator !== '') this.add(separator, start, start);
    this.add(by, start, end);
    this.waitingFrom = end;
    this.position = end;
  }

  /** Takes a name over and puts it in backticks, which the original lacks. */
  quote(start: number, end: number, separator = ' '): void {
    this.flush();
    this.add(separator, start, start);
    this.add('`', start, start);
    this.add(this.original.slice(start, end), start, end);
    this.add('`', end, end);
    this.waitingFrom = end;
    this.position = end;
  }

  /** Adds text that the original lacks, behind everything kept so far. */
  insert(text: string): void {
    this.flush();
    this.add(text, this.position, this.position);
  }

  finish(): Drafted {
    this.flush();
    const { text, starts, ends, originalStarts, originalEnds } = this;
    const end = (part: number): number => originalEnds[part] ?? 0;
    const inside = (offset: number, part: number): number =>
      Math.min((originalStarts[part] ?? 0) + Math.max(offset - (starts[part] ?? 0), 0), end(part));
    return {
      text,
      original: (from, to) => {
        const last = lastBefore(starts, to);
        const isWhole = to >= (ends[last] ?? text.length);
        return { start: inside(from, lastBefore(starts, from + 1)), end: isWhole ? end(last) : inside(to, last) };
      },
    };
  }

  private flush(): void {
    if (this.waitingFrom < this.position)
      this.add(this.original.slice(this.waitingFrom, this.position), this.waitingFrom, this.position);
    this.waitingFrom = this.position;
  }

  private add(text: string, start: number, end: number): void {
    this.starts.push(this.text.length);
    this.originalStarts.push(start);
    this.originalEnds.push(end);
    this.text += text;
    this.ends.push(this.text.length);
  }

  private gapIsSpace(start: number): boolean {
    for (let at = this.position; at < start; at++) {
      const code = this.original.charCodeAt(at);
      if (code !== 32 && code !== 9) return false;
    }
    return true;
  }
}

/** Returns the index of the last of the ascending numbers that is smaller than a limit. */
function lastBefore(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle;
    else high = middle;
  }
  return low;
}
