import { isMap, isScalar, parseDocument } from 'yaml';
import type { LineIndex } from '../util/lineIndex';
import type { NoteProblem } from './note';

export interface FrontMatter {
  readonly title?: string;
  readonly summary?: string;
  /** It says what the note is, where it is no ordinary one: `glossary`. Other words mean nothing. */
  readonly kind?: string;
  /** The first line behind the front matter; 0 if a note has none. */
  readonly bodyLine: number;
  readonly problem?: NoteProblem;
}

/** The longest text that is taken for front matter, in UTF-16 units. */
const longest = 10_000;
const deepest = 100;

/**
 * Reads the YAML between `---` in the first line and the next `---` or `...`. Only `title`, `summary` and `kind` count.
 * The body is found however broken the YAML is. The first error becomes the problem, with YAML's own words as its argument.
 */
export function parseFrontMatter(text: string, lines: LineIndex): FrontMatter {
  if (!isFence(lines.line(0))) return { bodyLine: 0 };
  let end = 1;
  while (end < lines.lineCount && !isFence(lines.line(end)) && !/^\.\.\.\s*$/.test(lines.line(end))) end++;
  const start = lines.startOf(1);
  if (end === lines.lineCount) {
    // A `---` alone is a ruler; one before `name:` is front matter that somebody forgot to close.
    if (!/^[\w-]+:(?:\s|$)/.test(lines.line(1))) return { bodyLine: 0 };
    return { bodyLine: 0, problem: problem(lines, 0, lines.endOf(0), 'no closing ---') };
  }
  const bodyLine = end + 1;
  const stop = lines.startOf(end);
  if (stop - start > longest) return { bodyLine, problem: problem(lines, start, lines.endOf(1), 'too long') };
  let brackets = 0;
  for (let line = 1; line < end; line++) {
    brackets += count(lines.line(line), /[[{]/g);
    if (brackets + nesting(lines.line(line)) > deepest) return { bodyLine, problem: problem(lines, lines.startOf(line), lines.endOf(line), 'nested too deeply') };
  }
  return { bodyLine, ...readFields(text.slice(start, stop), start, lines) };
}

/**
 * Returns how deep a line may lead into lists and maps by its `- `, `? ` and `: ` and its indentation. Brackets are counted
 * elsewhere, since they reach over lines.
 * The YAML parser is recursive, and a stack that is too deep can end the whole process.
 */
function nesting(line: string): number {
  return count(line, /[-?:](?=\s)/g) + line.length - line.trimStart().length;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function isFence(line: string): boolean {
  return /^---\s*$/.test(line);
}

function readFields(yaml: string, start: number, lines: LineIndex): Omit<FrontMatter, 'bodyLine'> {
  const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) {
    // An error at the end is shown where the text ends, not in the blank lines behind it.
    const from = Math.max(0, Math.min(error.pos[0], yaml.trimEnd().length - 1));
    const to = Math.min(Math.max(error.pos[1], from + 1), Math.max(from + 1, yaml.trimEnd().length));
    return { problem: problem(lines, start + from, start + to, error.message) };
  }
  const { contents } = document;
  if (contents === null) return {};
  if (!isMap(contents)) return { problem: problem(lines, start, start + yaml.trimEnd().length, 'expected name: value') };
  const fields: { title?: string; summary?: string; kind?: string } = {};
  for (const { key, value } of contents.items) {
    const name = isScalar(key) ? key.value : undefined;
    if (name !== 'title' && name !== 'summary' && name !== 'kind') continue;
    if (isScalar(value)) {
      const field = typeof value.value === 'string' ? value.value : value.value === null ? undefined : value.source;
      // Each of them is shown in lists, which have one line for it.
      if (field !== undefined) fields[name] = field.trim().replace(/\s+/g, ' ');
    } else {
      const range = rangeOf(value) ?? rangeOf(key);
      return { problem: problem(lines, start + (range?.[0] ?? 0), start + (range?.[1] ?? 0), `${name}: expected text`) };
    }
  }
  return fields;
}

function rangeOf(node: unknown): readonly number[] | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined;
  return node.range.map(Number);
}

function problem(lines: LineIndex, start: number, end: number, detail: string): NoteProblem {
  return { code: 'note/frontMatter', range: lines.range(start, end), args: [detail] };
}
