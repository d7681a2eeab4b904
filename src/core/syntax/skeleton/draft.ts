/** Marks of characters; 0 stands for those that become blank. */
const kept = 1;
const flat = 2;

/**
 * A text of which only some parts are kept. The rest becomes white space, so that every offset stays what it was;
 * only behind the text's end something may be added.
 */
export class Draft {
  private readonly marks: Uint8Array;
  private readonly placed = new Map<number, string>();
  private appended = '';

  constructor(private readonly text: string) {
    this.marks = new Uint8Array(text.length);
  }

  keep(start: number, end: number): void {
    this.marks.fill(kept, start, end);
  }

  /** Takes the line ends away too. */
  flatten(start: number, end: number): void {
    this.marks.fill(flat, start, end);
  }

  put(offset: number, character: string): void {
    this.marks[offset] = kept;
    this.placed.set(offset, character);
  }

  /** Puts a character right behind what is kept before an offset, if there is room; at the end of the text there always is. */
  insert(character: string, before: number): void {
    let at = before;
    while (at > 0 && this.marks[at - 1] !== kept) at--;
    if (at < before) this.put(at, character);
    else if (before === this.text.length) this.appended += character;
  }

  toString(): string {
    let result = '';
    let start = 0;
    for (let at = 1; at <= this.text.length; at++) {
      if (at < this.text.length && this.marks[at] === this.marks[start] && !this.placed.has(at) && !this.placed.has(start))
        continue;
      result += this.part(start, at);
      start = at;
    }
    return result + this.appended;
  }

  private part(start: number, end: number): string {
    const placed = this.placed.get(start);
    if (placed !== undefined) return placed;
    const text = this.text.slice(start, end);
    if (this.marks[start] === kept) return text;
    return this.marks[start] === flat ? ' '.repeat(text.length) : text.replace(/[^\r\n]/g, ' ');
  }
}
