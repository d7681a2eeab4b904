import type { Note } from '../notes/note';
import { evaluate } from '../settings/evaluate';
import type { Setting } from '../settings/setting';
import { spansOfNow, type CodeSpan } from './codeSpans';
import type { StandardProblem } from './standard';

/** The factors from a unit to the smallest one of its kind. */
const units: Readonly<Record<string, number>> = {
  ms: 1,
  milliseconds: 1,
  毫秒: 1,
  s: 1000,
  second: 1000,
  seconds: 1000,
  秒: 1000,
  min: 60_000,
  minute: 60_000,
  minutes: 60_000,
  分钟: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
  小时: 3_600_000,
  day: 86_400_000,
  days: 86_400_000,
  天: 86_400_000,
  byte: 1,
  bytes: 1,
  字节: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
};
/** The factor of the unit that a setting's name ends with. */
const ownUnits: readonly (readonly [end: RegExp, factor: number])[] = [
  [/\.seconds$/, 1000],
  [/\.minutes$/, 60_000],
  [/\.hours$/, 3_600_000],
];
const value = String.raw`(?:\x60([^\x60]+)\x60|(-?\d[\d,]*(?:\.\d+)?)\s*(?:(${Object.keys(units).join('|')})(?![A-Za-z]))?|(true|false))`;
/** A value in brackets behind a setting, or one that is said to be its default. */
const stated = new RegExp(
  `^(?:\\]\\([^)\\s]*\\))?(?:\\s*[(（]${value}(?=\\s*(?:[)）,，;；]|by default))|,? ${value} by default|(?:,| is|:)? by default ${value}|[，、（]?默认(?:值)?(?:是|为)?\\s*${value})`,
);

/** Returns where a note gives a setting of the source another default than each of its definitions has. */
export async function wrongDefaults(
  note: Note,
  settings: ReadonlyMap<string, readonly Setting[]>,
  later: readonly string[],
): Promise<StandardProblem[]> {
  const problems: StandardProblem[] = [];
  const columns = new Columns(note);
  for (const span of spansOfNow(note, later)) {
    const definitions = settings.get(span.text);
    if (definitions === undefined) continue;
    const said = columns.defaultBeside(span) ?? stated.exec(span.after)?.slice(1);
    if (said === undefined) continue;
    const defaults = definitions.map(({ default: one }) => one);
    // The value of an expression is not known.
    if (defaults.some(({ kind }) => kind === 'expression')) continue;
    const found = await valueOf(said, span.text);
    const expected = defaults.map((one) => (one.kind === 'value' ? one.value : 'none'));
    if (found === undefined || expected.some((one) => isSame(found, one))) continue;
    problems.push({ range: span.range, code: 'standard/default', args: [span.text, found, [...new Set(expected)].join(', ')] });
  }
  return problems;
}

/** Returns the value as the source would write it, in the unit of the setting's name. */
async function valueOf(groups: readonly (string | undefined)[], setting: string): Promise<string | undefined> {
  const at = groups.findIndex((group) => group !== undefined);
  const text = groups[at];
  if (text === undefined) return undefined;
  const unit = groups[at + 1];
  // A value in backquotes may be written as the source writes it: `100 * 1024`.
  if (at % 4 === 0) return String((await evaluate(text, () => Promise.resolve(undefined))) ?? text);
  if (at % 4 !== 1 || unit === undefined) return text.replaceAll(',', '');
  const own = ownUnits.find(([end]) => end.test(setting))?.[1] ?? 1;
  return String((Number(text.replaceAll(',', '')) * (units[unit] ?? 1)) / own);
}

function isSame(found: string, expected: string): boolean {
  const [one, other] = [found, expected].map((text) => text.replaceAll(/^["'[]|["'\]]$/g, ''));
  return one === other || (one !== '' && other !== '' && Number(one) === Number(other));
}

/** The tables of a note that have a column of defaults. */
class Columns {
  /** The index of the column with the defaults, by the number of a row's line. */
  private readonly columns = new Map<number, number>();
  private readonly lines: readonly string[];

  constructor(note: Note) {
    this.lines = note.text.split(/\r\n|\n|\r/);
    let column = -1;
    this.lines.forEach((line, number) => {
      if (!line.startsWith('|')) column = -1;
      else if (/^\|[\s:|-]+$/.test(this.lines[number + 1] ?? ''))
        column = cells(line).findIndex((cell) => /^(?:default|默认值?)$/i.test(cell));
      if (column >= 0) this.columns.set(number, column);
    });
  }

  /** Returns the parts of the default in the row that begins with a setting. */
  defaultBeside({ line, lineNumber, range }: CodeSpan): (string | undefined)[] | undefined {
    const column = this.columns.get(lineNumber);
    if (column === undefined || !/^\|\s*\[?$/.test(line.slice(0, range.start.character))) return undefined;
    return new RegExp(`^\\[?${value}`).exec(cells(line)[column] ?? '')?.slice(1);
  }
}

function cells(row: string): string[] {
  return row
    .replace(/^\|/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}
