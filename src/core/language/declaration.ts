import type { SourceSymbol } from '../symbols/symbol';
import type { LineIndex } from '../util/lineIndex';
import { signatureOf } from './signature';

/** Lines of a declaration that are shown, and characters in one. */
const mostLines = 12;
const longestLine = 120;
/** Characters of a declaration that is told in short. */
const longestShort = 160;

const annotation = /^@(?!interface\b)[\w.]+(\((?:"(?:[^"\\]|\\.)*"|[^()"]|\([^()]*\))*\))?\s*/;

/**
 * How a symbol is declared: modifiers, name, parameters, types, and what is short enough of a value, without annotations; in lines as
 * it is written, but not as deeply indented, or in short. Undefined where the text is not the one that the symbol was found in.
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

/** In one line, cut between two words. */
function inShort(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= longestShort) return line;
  return `${line.slice(0, line.lastIndexOf(' ', longestShort))} …`;
}

/** Lines behind the first one stand two characters deeper, however deep they were aligned. */
function indented(text: string): string {
  const [first = '', ...behind] = text.split(/\r\n|\n|\r/);
  const shown = behind.slice(0, mostLines - 1).map((line) => `  ${line.trim()}`);
  return [first, ...shown, ...(behind.length >= mostLines ? ['  …'] : [])].join('\n');
}
