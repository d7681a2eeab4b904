import type { Binding, Candidate, Target } from '../core/bindings/binding';
import { targetOf } from '../core/bindings/binding';
import type { CheckProblem } from '../core/check/check';
import type { StandardProblem } from '../core/standard/standard';
import type { Position } from '../core/util/range';
import { jsonArray } from './json';
import { candidateLine, problemMessage, stateMessage, summary } from './messages';
import { standardMessage } from './standardMessages';

/** A place in a note as it is printed: line and column count from 1, the column in UTF-16 units. */
interface PrintedPlace {
  readonly note: string;
  readonly line: number;
  readonly column: number;
}

interface PrintedProblem extends PrintedPlace {
  readonly code: string;
  readonly message: string;
  readonly candidates: readonly (Candidate | Target)[];
}

/** The report of `check` on the notes. */
export class CheckReport {
  readonly problems: PrintedProblem[] = [];
  private readonly anchors: (PrintedPlace & { readonly binding: Binding })[] = [];
  private notes = 0;

  /** Adds a note; `note` is its name as it is printed. */
  add(note: string, bindings: readonly Binding[], problems: readonly CheckProblem[], short: readonly StandardProblem[]): void {
    this.notes++;
    this.anchors.push(...bindings.map((binding) => ({ ...printedPlace(note, binding.anchor.range.start), binding })));
    for (const problem of problems) {
      const { range, code, candidates } = problem;
      this.problems.push({ ...printedPlace(note, range.start), code, message: problemMessage(problem), candidates });
    }
    for (const problem of short) {
      const { range, code } = problem;
      this.problems.push({ ...printedPlace(note, range.start), code, message: standardMessage(problem), candidates: [] });
    }
  }

  /** Returns the report as text; if `verbose`, with every anchor and its state. */
  text(verbose: boolean): string {
    const lines = verbose ? this.anchors.map((one) => `${at(one)}: ${stateMessage(one.binding)}`) : [];
    for (const one of this.problems) {
      lines.push(`${at(one)}: ${one.code}: ${one.message}`, ...one.candidates.map(candidateLine));
    }
    if (verbose || this.problems.length > 0) lines.push(summary(this.problems.length, this.anchors.length, this.notes));
    return lines.map((line) => `${line}\n`).join('');
  }

  json(): string {
    const anchors = this.anchors.map(({ binding, ...where }) => ({
      ...where,
      anchor: binding.anchor.text,
      ...printedState(binding),
    }));
    const problems = this.problems.map(({ note, line, column, code, message }) => ({ note, line, column, code, message }));
    return `{\n  "anchors": ${jsonArray(anchors, '  ')},\n  "problems": ${jsonArray(problems, '  ')}\n}\n`;
  }
}

function printedPlace(note: string, { line, character }: Position): PrintedPlace {
  return { note, line: line + 1, column: character + 1 };
}

function at({ note, line, column }: PrintedPlace): string {
  return `${note}:${line}:${column}`;
}

function printedState({ anchor, result }: Binding): object {
  const target = targetOf(result);
  const written =
    anchor.parsed.ok && anchor.parsed.anchor.target.kind === 'symbol' ? anchor.parsed.anchor.target.type : undefined;
  const candidates: readonly (Candidate | Target)[] | undefined =
    result.state === 'ambiguous' ? result.targets : result.state === 'missing' ? result.candidates : undefined;
  return {
    state: result.state,
    ...(target && { target: printedTarget(target, written) }),
    ...(candidates && { candidates: candidates.map((one) => printedTarget('reason' in one ? one.target : one, written)) }),
  };
}

/**
 * Returns a target as it is printed. Its `path` is the symbol's, else the package's, else the file's with a slash in front, as in
 * an anchor without `kafka:`.
 */
function printedTarget({ file, symbol, range }: Target, packageName: string | undefined): object {
  return { file, line: range.start.line + 1, path: symbol?.path ?? packageName ?? `/${file}` };
}
