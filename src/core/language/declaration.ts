import type { SourceSymbol } from '../symbols/symbol';
import type { LineIndex } from '../util/lineIndex';
import { signatureOf } from './signature';

/**
 * The number of lines of a declaration that are shown, and the number of characters of a value in one line up to which it is
 * shown.
 */
const mostLines = 12;
const longestLine = 120;
/** The number of characters after which a declaration in the short style is cut. */
const longestShort = 160;

const annotation = /^@(?!interface\b)[\w.]+(\((?:"(?:[^"\\]|\\.)*"|[^()"]|\([^()]*\))*\))?\s*/;

/**
 * Returns a symbol's declaration without annotations: modifiers, name, parameters, types, and a value if it is short enough. The
 * full style keeps the lines as written but not their deep indentation, the short one is a single line. The result is undefined
 * where the text is not the one in which the symbol was found.
 */
export function declarationOf(symbol: SourceSymbol, text: string, lines: LineIndex, style: 'full' | 'short'): string | undefined {
  const { range, nameRange, kind, name } = symbol;
  const [start, nameStart, nameEnd] = [range.start, nameRange.start, nameRange.end].map((at) => lines.offsetAt(at));
  const written = text.slice(nameStart, nameEnd).replaceAll('`', '');
  if (kind !== 'constructor' && name !== 'package' && written !== name) return undefined;
  const isValue = kind === 'val' || kind === 'var' || kind === 'field' || kind === 'type' || kind === 'enumConstant';
  const isShort = isValue && range.start.line === range.end.line && range.end.character - range.start.character <= longestLine;
  const end = isShort ? range.end : signatureOf(symbol, (line) => lines.line(line)).end;
  const before = withoutAnnotations(text.slice(start, nameStart));
  const declared = (before + text.slice(nameStart, lines.offsetAt(end))).replace(/[\s;]+$/, '');
  return style === 'short' ? inShort(declared) : indented(declared);
}

function withoutAnnotations(text: string): string {
  let rest = text;
  for (let found = annotation.exec(rest); found !== null; found = annotation.exec(rest)) rest = rest.slice(found[0].length);
  return rest;
}

/** Returns the text in one line, cut between two words where it is too long. */
function inShort(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= longestShort) return line;
  return `${line.slice(0, line.lastIndexOf(' ', longestShort))} …`;
}

/** Returns the text with every line after the first indented by two characters, however deeply it was aligned. */
function indented(text: string): string {
  const [first = '', ...behind] = text.split(/\r\n|\n|\r/);
  const shown = behind.slice(0, mostLines - 1).map((line) => `  ${line.trim()}`);
  return [first, ...shown, ...(behind.length >= mostLines ? ['  …'] : [])].join('\n');
}
