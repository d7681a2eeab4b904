import type { Position, Range } from '../util/range';

/** The starts of a text's lines, which turn offsets (UTF-16 units) into positions and back. Lines end at \n, \r\n or \r. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    let lineFeed = text.indexOf('\n');
    let carriageReturn = text.indexOf('\r');
    while (lineFeed >= 0 || carriageReturn >= 0) {
      const isLineFeed = carriageReturn < 0 || (lineFeed >= 0 && lineFeed < carriageReturn);
      const at = isLineFeed ? lineFeed : carriageReturn;
      if (isLineFeed) lineFeed = text.indexOf('\n', at + 1);
      else carriageReturn = text.indexOf('\r', at + 1);
      if (isLineFeed || lineFeed !== at + 1) this.starts.push(at + 1);
    }
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** Returns the offset of a line's first character; the text's length for a line behind the last. */
  startOf(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Returns a line without its line end. */
  line(line: number): string {
    return this.text.slice(this.startOf(line), this.endOf(line));
  }

  /** Returns the offset behind a line's last character, before its line end. */
  endOf(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.text.length;
    return next - (this.text.charCodeAt(next - 1) === 10 && this.text.charCodeAt(next - 2) === 13 ? 2 : 1);
  }

  /** Returns the line that an offset stands on; the last one for an offset behind the text. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, character: offset - this.startOf(line) };
  }

  /** Returns the offset of a position. A position outside the text counts as the nearest one inside it. */
  offsetAt({ line, character }: Position): number {
    return Math.min(this.startOf(line) + character, this.endOf(line));
  }

  range(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}
