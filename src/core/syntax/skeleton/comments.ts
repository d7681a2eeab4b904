import type { Part } from './part';
import type { Spare } from './spare';

const lineMark = /(?:\r\n|\r|\n)[ \t]*\*/y;
const lineRest = /[^\r\n]*/y;

/** Finds where comments end, including comments that are never closed. It must be asked from a text's start to its end. */
export class Comments {
  /** Whether nothing behind this place ends a comment or begins another one. */
  private isLast = false;
  /** The offset at which each comment starts, by the offset at which it ends. */
  private readonly starts = new Map<number, number>();

  constructor(
    private readonly text: string,
    private readonly nests: boolean,
    private readonly spare: Spare,
  ) {}

  /** Returns the offset behind a comment that begins with a slash and a star. */
  end(start: number): number {
    const end = this.isLast ? this.endOfLines(start) : (this.closed(start) ?? this.unclosed(start));
    this.met(start, end);
    return end;
  }

  /** Records a comment that was met; a comment to the end of its line is one too. */
  met(start: number, end: number): void {
    this.starts.set(this.behindCode(end), start);
  }

  /**
   * Returns the last doc comment among the comments right before an offset, as javac does: other comments may stand between. Only
   * comments that were met count.
   */
  docBefore(offset: number): Part | undefined {
    for (let end = this.behindCode(offset); ;) {
      const start = this.starts.get(end);
      if (start === undefined) return undefined;
      if (this.text.startsWith('/**', start) && end > start + 4) return { start, end };
      end = this.behindCode(start);
    }
  }

  /** Returns the offset before the white space that ends at an offset. */
  private behindCode(offset: number): number {
    let at = offset;
    while (at > 0 && this.text.charCodeAt(at - 1) <= 32) at--;
    return at;
  }

  private closed(start: number): number | undefined {
    if (!this.nests) {
      const at = this.text.indexOf('*/', start + 2);
      return at < 0 ? undefined : at + 2;
    }
    if (this.spare.isOver) return undefined;
    let depth = 1;
    const mark = /\/\*|\*\//g;
    mark.lastIndex = start + 2;
    for (let match = mark.exec(this.text); match !== null; match = mark.exec(this.text)) {
      depth += match[0] === '*/' ? -1 : 1;
      if (depth === 0) return mark.lastIndex;
    }
    this.spare.take(this.text.length - start);
    return undefined;
  }

  /**
   * Returns the end of a comment that has no end of its own. It goes on to the first end of any comment, unless another comment
   * begins before that, on its own line: then this one is hardly more than the line that it begins on, and the text between the
   * two is code.
   */
  private unclosed(start: number): number {
    const next = /\*\/|[\r\n][ \t]*\/\*/g;
    next.lastIndex = start + 2;
    const match = next.exec(this.text);
    if (match?.[0] === '*/') return next.lastIndex;
    this.isLast ||= match === null;
    return this.endOfLines(start);
  }

  /** Returns the end of the line, or of the last of the lines that follow it and begin with a star, as in a doc comment. */
  private endOfLines(start: number): number {
    let at = behind(lineRest, this.text, start);
    for (let next = behind(lineMark, this.text, at); next > at; next = behind(lineMark, this.text, at)) {
      at = behind(lineRest, this.text, next);
    }
    return at;
  }
}

function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
