import type { Node, Query } from 'web-tree-sitter';
import type { LineIndex } from '../util/lineIndex';

/** The kinds of tokens that have a colour, named as VS Code's standard token types. */
export const tokenTypes = [
  'namespace',
  'class',
  'interface',
  'enum',
  'enumMember',
  'type',
  'typeParameter',
  'parameter',
  'variable',
  'method',
  'keyword',
  'modifier',
  'decorator',
  'comment',
  'string',
  'number',
] as const;

/**
 * The modifiers that a token may have besides its type. `escape`, for a part of a string, is our own; the others are VS Code's
 * standard ones.
 */
export const tokenModifiers = ['declaration', 'readonly', 'documentation', 'defaultLibrary', 'escape'] as const;

/**
 * The count of numbers for each token: line and character, each relative to the token before (the character only in the same
 * line), length, type, modifiers.
 */
export const tokenColumns = 5;

/** A colour: the index of its type, and a bit for each modifier. It is undefined for `none`. */
type Colour = { readonly type: number; readonly modifiers: number } | undefined;

interface Coloured {
  readonly start: number;
  readonly end: number;
  readonly colour: Colour;
}

/**
 * Returns the colours of a text by a query whose captures are named TYPE.MODIFIER…. Each token takes {@link tokenColumns}
 * numbers, as VS Code's semantic tokens do. The tokens are sorted, none lies over another or spans several lines, and they count
 * UTF-16 units.
 */
export function findColours(root: Node, query: Query, lines: LineIndex): Uint32Array {
  const encoder = new Encoder(lines);
  const around: Coloured[] = [];
  let at = 0;
  const closeBefore = (offset: number): void => {
    for (let top = around.at(-1); top !== undefined && top.end <= offset; top = around.at(-1)) {
      encoder.add(at, top.end, top.colour);
      at = Math.max(at, top.end);
      around.pop();
    }
  };
  for (const one of colouredParts(root, query)) {
    closeBefore(one.start);
    const outer = around.at(-1);
    if (outer !== undefined) encoder.add(at, one.start, outer.colour);
    at = one.start;
    around.push(outer === undefined || one.end <= outer.end ? one : { ...one, end: outer.end });
  }
  closeBefore(Infinity);
  return encoder.tokens();
}

/**
 * Returns the captured parts in the order of the text, the outer before the inner; where a node is captured several times, its
 * last capture counts.
 */
function colouredParts(root: Node, query: Query): readonly Coloured[] {
  const colours = new Map(query.captureNames.map((name) => [name, colourOf(name)]));
  const last = new Map<number, { readonly pattern: number; readonly part: Coloured }>();
  for (const { node, name, patternIndex } of query.captures(root)) {
    const known = last.get(node.id);
    if (known !== undefined && known.pattern > patternIndex) continue;
    const { startIndex: start, endIndex: end } = node;
    last.set(node.id, { pattern: patternIndex, part: { start, end, colour: colours.get(name) } });
  }
  const parts = Array.from(last.values(), ({ part }) => part).filter(({ start, end }) => start < end);
  return parts.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * Returns the colour that a capture is named for.
 * @throws an Error for a name that is no colour; a test compiles every query.
 */
export function colourOf(capture: string): Colour {
  if (capture === 'none') return undefined;
  const [type = '', ...modifiers] = capture.split('.');
  const bits = modifiers.map((modifier) => 1 << indexIn(tokenModifiers, modifier));
  return { type: indexIn(tokenTypes, type), modifiers: bits.reduce((all, bit) => all | bit, 0) };
}

function indexIn(names: readonly string[], name: string): number {
  const index = names.indexOf(name);
  if (index < 0) throw new Error(`no colour is called ${name}`);
  return index;
}

/** Encodes coloured parts, which it takes in the order of the text. */
class Encoder {
  private readonly numbers: number[] = [];
  private line = 0;
  private lastLine = 0;
  private lastStart = 0;

  constructor(private readonly lines: LineIndex) {}

  add(start: number, end: number, colour: Colour): void {
    if (colour === undefined) return;
    for (let from = start; from < end;) {
      while (this.line + 1 < this.lines.lineCount && this.lines.startOf(this.line + 1) <= from) this.line++;
      this.addInLine(from, Math.min(end, this.lines.endOf(this.line)), colour);
      from = this.line + 1 < this.lines.lineCount ? this.lines.startOf(this.line + 1) : end;
    }
  }

  tokens(): Uint32Array {
    return Uint32Array.from(this.numbers);
  }

  private addInLine(start: number, end: number, { type, modifiers }: NonNullable<Colour>): void {
    if (start >= end) return;
    const character = start - this.lines.startOf(this.line);
    const sameLine = this.line === this.lastLine;
    this.numbers.push(this.line - this.lastLine, sameLine ? character - this.lastStart : character, end - start, type, modifiers);
    this.lastLine = this.line;
    this.lastStart = character;
  }
}
