import { inlineMarkdown, longestTicks, type Look, type Run } from './inlineRuns';
import { tableLines, type TableRow } from './markdownTable';

/** A list, whose current item the blocks belong to, or a quotation around blocks. */
type Container =
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      /**
       * The column in which the signs of its items stand in their lines, if it is written with signs; undefined for a list of
       * HTML.
       */
      readonly column: number | undefined;
      items: number;
      marker: string;
      isFresh: boolean;
    }
  | { readonly kind: 'quote'; readonly marker: string; isFresh: boolean };

/** The depth of nested blocks beyond which they are not indented any more. */
const deepest = 12;
/** The number of cells of a row that are shown. */
const mostCells = 20;
/** The number of characters before the limit in which a cut looks for a space. */
const wordLength = 100;

/**
 * Writes blocks of Markdown. When `limit` characters are written, the text ends with `…`: between two words, or before the code
 * or link that is too long, never inside of it.
 */
export class MarkdownBlocks {
  private readonly lines: string[] = [];
  private readonly containers: Container[] = [];
  private runs: Run[] = [];
  private rows: TableRow[] | undefined;
  private left: number;
  private isFull = false;
  /** Whether the last block stood in a list that is closed now. An indented block would be taken for a part of that list. */
  private isBehindList = false;

  constructor(limit: number) {
    this.left = limit;
  }

  text(text: string, look: Look): void {
    if (this.isFull) return;
    if (text.length <= this.left) {
      this.left -= text.length;
      this.runs.push({ text, look });
      return;
    }
    if (text.trim() === '') return;
    if (look.isCode === true || look.address !== undefined) while (this.runs.at(-1)?.look === look) this.runs.pop();
    else this.runs.push({ text: text.slice(0, cutBefore(text, this.left)), look });
    this.cut();
  }

  /** Ends the text with `…`, unless it is cut already. */
  cut(): void {
    if (!this.isFull) this.runs.push({ text: ' …', look: {} });
    this.isFull = true;
  }

  endParagraph(): void {
    if (this.rows !== undefined) {
      this.runs.push({ text: ' ', look: {} });
      return;
    }
    this.writeParagraph();
  }

  /** Writes lines of code, as they are. */
  code(code: string): void {
    if (this.rows !== undefined) {
      this.text(code, { isCode: true });
      return;
    }
    this.writeParagraph();
    const lines = trimmedLines(code);
    if (lines.length === 0 || this.isFull) return;
    const length = lines.reduce((all, line) => all + line.length + 1, 0);
    if (length > this.left) {
      this.isFull = true;
      this.write(['…']);
      return;
    }
    this.left -= length;
    // An indented block is used where it can be, because no text in it can end it early.
    if (this.containers.length === 0 && !this.isBehindList) this.write(lines.map((line) => `    ${line}`));
    else {
      const fence = '`'.repeat(Math.max(3, longestTicks(code) + 1));
      this.write([fence, ...lines, fence]);
    }
  }

  rule(): void {
    this.endParagraph();
    if (this.rows !== undefined || this.isFull || this.left <= 0) return;
    this.left -= 3;
    this.write(['---']);
  }

  openList(isOrdered: boolean, column?: number): void {
    this.endParagraph();
    if (this.rows === undefined && this.containers.length < deepest)
      this.containers.push({ kind: 'list', isOrdered, column, items: 0, marker: '', isFresh: false });
  }

  openQuote(): void {
    this.endParagraph();
    if (this.rows === undefined && this.containers.length < deepest)
      this.containers.push({ kind: 'quote', marker: '> ', isFresh: true });
  }

  /** Closes the innermost container of a kind, and what is open in it. */
  close(kind: Container['kind']): void {
    this.endParagraph();
    const index = this.containers.findLastIndex((one) => one.kind === kind);
    if (index >= 0 && this.rows === undefined) this.closeFrom(index);
  }

  /** Begins the next item of the innermost list, with a `number` where one is written. */
  item(number?: number): void {
    if (!this.containers.some(({ kind }) => kind === 'list')) this.openList(false);
    this.endParagraph();
    const index = this.containers.findLastIndex(({ kind }) => kind === 'list');
    const list = this.containers[index];
    if (list?.kind !== 'list' || this.rows !== undefined) return;
    this.closeFrom(index + 1);
    list.items++;
    list.marker = list.isOrdered || number !== undefined ? `${number ?? list.items}. ` : '- ';
    list.isFresh = true;
  }

  /**
   * Begins an item that is written with a sign in a column of its line, and ends the lists whose signs stand further to the
   * right.
   */
  writtenItem(number: number | undefined, column: number): void {
    this.endParagraph();
    let list = this.containers.at(-1);
    while (list?.kind === 'list' && list.column !== undefined && list.column > column) {
      this.closeFrom(this.containers.length - 1);
      list = this.containers.at(-1);
    }
    if (list?.kind !== 'list' || list.column !== column) this.openList(false, column);
    this.item(number);
  }

  closeWrittenLists(): void {
    this.endParagraph();
    for (let last = this.containers.at(-1); last?.kind === 'list' && last.column !== undefined; last = this.containers.at(-1))
      this.closeFrom(this.containers.length - 1);
  }

  openTable(): void {
    this.endParagraph();
    this.rows ??= [];
  }

  row(): void {
    if (this.rows === undefined) return;
    if (this.rows.length === 0) this.writeParagraph();
    this.rows.push({ cells: [] });
  }

  cell(isHead: boolean): void {
    if (this.rows === undefined) return;
    if (this.rows.length === 0) this.row();
    this.runs = [];
    const cells = this.rows.at(-1)?.cells;
    if (cells !== undefined && cells.length < mostCells) cells.push({ runs: this.runs, isHead });
  }

  closeTable(): void {
    const { rows } = this;
    this.rows = undefined;
    this.writeTable(rows ?? []);
  }

  /** Closes what is open and returns everything that was written. */
  markdown(): string {
    this.closeTable();
    this.writeParagraph();
    return this.lines.join('\n');
  }

  private writeTable(rows: readonly TableRow[]): void {
    const lines = tableLines(rows);
    if (rows.length === 0) return;
    this.runs = [];
    if (lines.length > 0) this.write(lines);
  }

  private writeParagraph(): void {
    const text = inlineMarkdown(this.runs);
    this.runs = [];
    if (text !== '') this.write([withoutSigns(text)]);
  }

  private write(block: readonly string[]): void {
    const { containers, lines } = this;
    if (lines.length > 0 && !this.isNextItem()) lines.push(prefixOf(containers.filter(({ isFresh }) => !isFresh)).trimEnd());
    for (const line of block) {
      lines.push(prefixOf(containers) + line);
      for (const one of containers) one.isFresh = false;
    }
    this.isBehindList = false;
  }

  /** Returns whether the next block begins an item directly below another item, or below the text of the item around its list. */
  private isNextItem(): boolean {
    const index = this.containers.findIndex(({ isFresh }) => isFresh);
    const first = this.containers[index];
    return first?.kind === 'list' && (first.items > 1 || this.containers.slice(0, index).some(({ kind }) => kind === 'list'));
  }

  private closeFrom(index: number): void {
    const closed = this.containers.splice(index);
    if (closed.some(({ kind }) => kind === 'list')) this.isBehindList = true;
  }
}

function prefixOf(containers: readonly Container[]): string {
  return containers
    .map(({ kind, marker, isFresh }) => (kind === 'quote' || isFresh ? marker : ' '.repeat(marker.length)))
    .join('');
}

/** Returns the offset at which a text longer than `most` is cut: behind a word, or else behind a whole character. */
function cutBefore(text: string, most: number): number {
  const space = text.slice(0, most).search(/\s\S*$/);
  if (space >= most - wordLength && space >= 0) return space;
  return /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
}

/** Returns a paragraph with the sign escaped that would make it a list, a rule or a heading. */
function withoutSigns(text: string): string {
  return text.replace(/^([-+=])(?=[\s=-]|$)/, '\\$1').replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** Returns the lines of code without the empty ones around them and without the white space with which all of them begin. */
function trimmedLines(code: string): string[] {
  const lines = code
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());
  const deepestCommon = Math.min(...lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length));
  return lines.length === 1 && lines[0] === '' ? [] : lines.map((line) => line.slice(deepestCommon));
}
