import type { Node, Query } from 'web-tree-sitter';
import type { LineIndex } from '../util/lineIndex';

/** The captures that a query of folds may have. */
export const foldCaptures = [
  /**
   * An opening or closing bracket. Brackets are paired apart from the tree, so what the parser does not understand between them
   * does no harm.
   */
  'open',
  'close',
  /** A comment. One of a single line folds with those in the lines around it. */
  'comment',
  /** An import, which folds with those around it. */
  'import',
  /** The ends of a fold from the line in which `start` ends, or else `until` starts, to the line in which `until` ends. */
  'start',
  'until',
] as const;

/** The kinds of folds; a packed fold has the index of its kind. VS Code has no name for `code`. */
export const foldKinds = ['code', 'comment', 'imports', 'region'] as const;

/** The count of numbers for each fold: its first line, which stays in sight, its last line, and its kind. */
export const foldColumns = 3;

interface Fold {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The comments that the editor's own folding takes for the start or end of a region in Java, such as `//#region`, `// endregion`
 * and `//<editor-fold>`.
 */
const regionMark = /^\/\/\s*(?:(?<start>#?region\b|<editor-fold\b)|#?endregion\b|<\/editor-fold>)/;

const closers: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };

/**
 * Returns the folds of a text, {@link foldColumns} numbers for each. They are sorted, each lies inside or outside of every other,
 * and at most one begins in a line.
 */
export function findFolds(root: Node, query: Query, text: string, lines: LineIndex): Uint32Array {
  const found = new FoldFinder(text, lines);
  const brackets: Node[] = [];
  const comments: Node[] = [];
  const marks: Node[] = [];
  const imports: Node[] = [];
  for (const { captures } of query.matches(root)) {
    const parts: Partial<Record<string, Node>> = Object.fromEntries(captures.map(({ name, node }) => [name, node]));
    const { open, close, comment, import: imported, start, until } = parts;
    const bracket = open ?? close;
    if (bracket !== undefined) brackets.push(bracket);
    else if (comment !== undefined) (found.isRegionMark(comment) ? marks : comments).push(comment);
    else if (imported !== undefined) imports.push(imported);
    // A part with a syntax error is left out, because it may end anywhere.
    else if (until?.hasError === false) found.code(start?.endIndex ?? until.startIndex, until.endIndex);
  }
  found.brackets(brackets);
  found.regions(marks);
  found.runs(comments, foldKinds.indexOf('comment'));
  found.runs(imports, foldKinds.indexOf('imports'));
  return Uint32Array.from(nested(found.folds).flatMap(({ start, end, kind }) => [start, end, kind]));
}

class FoldFinder {
  readonly folds: Fold[] = [];
  /** The offsets of the closing brackets that already end a fold of code, so that their own brackets add no other. */
  private readonly closed = new Set<number>();

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
  ) {}

  /** Adds a fold of code; where it ends with a closing bracket, that bracket's line stays in sight. */
  code(start: number, end: number): void {
    const last = this.endOf(end) - 1;
    const isBracket = /[)}\]]/.test(this.text.charAt(last));
    if (isBracket) this.closed.add(last);
    this.add(this.lineAt(start), this.lineAt(last) - (isBracket ? 1 : 0), foldKinds.indexOf('code'));
  }

  /**
   * Adds the folds of brackets, to be called after `code`. A bracket that nothing closes does not fold, and one that closes
   * nothing is ignored: a `}` closes all up to the last `{`, another bracket nothing beyond that.
   */
  brackets(nodes: readonly Node[]): void {
    const open: Node[] = [];
    for (const node of inOrder(nodes)) {
      if (node.type in closers) {
        open.push(node);
        continue;
      }
      const index = open.findLastIndex(({ type }) => type === '{' || closers[type] === node.type);
      const opening = open[index];
      if (opening === undefined || closers[opening.type] !== node.type) continue;
      open.length = index;
      if (this.closed.has(node.startIndex)) continue;
      this.add(this.lineAt(opening.startIndex), this.lineAt(node.startIndex) - 1, foldKinds.indexOf('code'));
    }
  }

  /** Returns whether a comment is the start or end of a region, which stands in a line of its own. */
  isRegionMark({ startIndex, endIndex }: Node): boolean {
    return regionMark.test(this.text.slice(startIndex, endIndex)) && this.isAlone(startIndex);
  }

  /**
   * Adds the folds of regions, from each start to its end, both lines included. A start without end, or an end without start, is
   * ignored.
   */
  regions(marks: readonly Node[]): void {
    const open: Node[] = [];
    for (const mark of inOrder(marks)) {
      if (regionMark.exec(this.text.slice(mark.startIndex, mark.endIndex))?.groups?.start !== undefined) open.push(mark);
      else {
        const start = open.pop();
        if (start !== undefined)
          this.add(this.lineAt(start.startIndex), this.lineAt(mark.startIndex), foldKinds.indexOf('region'));
      }
    }
  }

  /**
   * Adds the folds of nodes that span several lines, and of those that follow each other in lines of their own with only white
   * space between.
   */
  runs(nodes: readonly Node[], kind: number): void {
    let run: Span | undefined;
    for (const { startIndex: start, endIndex: end } of inOrder(nodes)) {
      if (run !== undefined && this.continues(run, start, kind)) {
        run = { start: run.start, end };
        continue;
      }
      this.addRun(run, kind);
      run = { start, end };
    }
    this.addRun(run, kind);
  }

  private continues(run: Span, start: number, kind: number): boolean {
    if (this.text.slice(run.end, start).trim() !== '') return false;
    if (kind === foldKinds.indexOf('imports')) return true;
    // Comments of one line fold together where they stand right below each other; a longer comment folds alone.
    const isLine = (offset: number): boolean => this.text.startsWith('//', offset);
    return isLine(run.start) && isLine(start) && this.lineAt(start) === this.lineAt(run.end) + 1 && this.isAlone(run.start);
  }

  /** Returns whether nothing but white space stands before an offset in its line. */
  private isAlone(offset: number): boolean {
    return this.text.slice(this.lines.startOf(this.lineAt(offset)), offset).trim() === '';
  }

  private addRun(run: Span | undefined, kind: number): void {
    if (run !== undefined) this.add(this.lineAt(run.start), this.lineAt(this.endOf(run.end) - 1), kind);
  }

  private add(start: number, end: number, kind: number): void {
    if (start < end) this.folds.push({ start, end, kind });
  }

  private lineAt(offset: number): number {
    return this.lines.positionAt(offset).line;
  }

  /** Returns an end without the white space before it. */
  private endOf(end: number): number {
    let at = end;
    while (at > 0 && /\s/.test(this.text.charAt(at - 1))) at--;
    return at;
  }
}

function inOrder(nodes: readonly Node[]): Node[] {
  return nodes.filter(({ startIndex, endIndex }) => startIndex < endIndex).sort((a, b) => a.startIndex - b.startIndex);
}

/** Returns the longest of the folds that begin in each line, without those that end in the middle of another. */
function nested(folds: readonly Fold[]): readonly Fold[] {
  const kept: Fold[] = [];
  const around: Fold[] = [];
  for (const fold of folds.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    while ((around.at(-1)?.end ?? Infinity) < fold.start) around.pop();
    const outer = around.at(-1);
    if (outer !== undefined && (outer.start === fold.start || outer.end < fold.end)) continue;
    kept.push(fold);
    around.push(fold);
  }
  return kept;
}
