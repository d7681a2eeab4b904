/** The look of a piece of text. */
export interface Look {
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isCode?: boolean;
  /** The address to which a link leads: see {@link linkAddress}. */
  readonly address?: string | undefined;
}

/** A piece of text with one look from its start to its end. */
export interface Run {
  readonly text: string;
  readonly look: Look;
}

/**
 * Returns one paragraph of runs as Markdown that shows exactly what they say: white space becomes a single space, and characters
 * that mean something in Markdown are escaped. With `isCell` it stands in a table's cell, which a `|` would end.
 */
export function inlineMarkdown(runs: readonly Run[], isCell = false): string {
  return withMarks(mergedRuns(runs), 0, { before: ' ', after: ' ' }, isCell);
}

/** Returns a web address as a link in Markdown writes it; undefined for an address that leads anywhere else. */
export function linkAddress(written: string): string | undefined {
  const address = written.trim();
  if (!/^https?:\/\/[^\s<>]+$/i.test(address)) return undefined;
  return address
    .replaceAll('\\', '%5C')
    .replaceAll('|', '%7C')
    .replace(/&(?=#?\w+;)/g, '&amp;');
}

/**
 * Merges runs so that neighbours look different, and moves spaces out of the runs that begin or end with them, because Markdown's
 * marks must touch a word.
 */
function mergedRuns(runs: readonly Run[]): readonly Run[] {
  const parts = runs.flatMap(({ text, look }) => {
    const words = text.split(/(\s+)/).filter((word) => word !== '');
    return words.map((word): Run => ({ text: word.trim() === '' ? ' ' : word, look }));
  });
  const single: Run[] = [];
  for (const part of parts) {
    const last = single.at(-1);
    if (part.text === ' ' && last?.text === ' ')
      single[single.length - 1] = { text: ' ', look: sharedLook(last.look, part.look) };
    else if (part.text !== ' ' || last !== undefined) single.push(part);
  }
  if (single.at(-1)?.text === ' ') single.pop();
  const merged: Run[] = [];
  single.forEach((part, index) => {
    const [before, after] = [single[index - 1]?.look ?? part.look, single[index + 1]?.look ?? part.look];
    const look = part.text === ' ' ? sharedLook(part.look, sharedLook(before, after)) : part.look;
    const last = merged.at(-1);
    if (last !== undefined && isSameLook(last.look, look)) merged[merged.length - 1] = { text: last.text + part.text, look };
    else merged.push({ text: part.text, look });
  });
  return merged;
}

function sharedLook(one: Look, other: Look): Look {
  return {
    isBold: one.isBold === true && other.isBold === true,
    isItalic: one.isItalic === true && other.isItalic === true,
    isCode: one.isCode === true && other.isCode === true,
    address: one.address === other.address ? one.address : undefined,
  };
}

function isSameLook(one: Look, other: Look): boolean {
  return (
    (['isBold', 'isItalic', 'isCode'] as const).every((key) => (one[key] === true) === (other[key] === true)) &&
    one.address === other.address
  );
}

/** The looks in the order in which their marks enclose one another, from the outside in. */
const levels = ['address', 'isBold', 'isItalic'] as const;

/** The characters directly before and after a piece of Markdown. */
interface Sides {
  readonly before: string;
  readonly after: string;
}

function withMarks(runs: readonly Run[], level: number, sides: Sides, isCell: boolean): string {
  const key = levels[level];
  if (key === undefined) return runs.map((run) => leaf(run, isCell)).join('');
  const groups: Run[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if ((last?.[0]?.look[key] ?? false) === (run.look[key] ?? false) && last !== undefined) last.push(run);
    else groups.push([run]);
  }
  let markdown = '';
  groups.forEach((group, index) => {
    const next = groups[index + 1];
    const after = next === undefined ? sides.after : firstCharacter(next, level, isCell);
    const around = { before: markdown.at(-1) ?? sides.before, after };
    const value = group[0]?.look[key];
    const written = withMarks(group, level + 1, around, isCell);
    const inside = written.trim();
    if (typeof value === 'string') markdown = `${markdown.replace(/!$/, '\\!')}[${inside}](<${value}>)`;
    else if (
      value === true &&
      canBeMarked(inside, written.startsWith(' ') ? ' ' : around.before, written.endsWith(' ') ? ' ' : after)
    )
      markdown += written.replace(inside, () => mark(key) + inside + mark(key));
    else markdown += written;
  });
  return markdown;
}

function mark(key: (typeof levels)[number]): string {
  return key === 'isBold' ? '**' : '*';
}

function firstCharacter([first]: readonly Run[], level: number, isCell: boolean): string {
  if (first === undefined) return ' ';
  return level === 0 && first.look.address !== undefined ? '[' : leaf(first, isCell).charAt(0);
}

/** Returns whether a mark works by CommonMark's rule of flanking: between punctuation and a letter it would show as a star. */
function canBeMarked(inside: string, before: string, after: string): boolean {
  const opens = !isPunctuation(inside.charAt(0)) || before === ' ' || isPunctuation(before);
  const closes = !isPunctuation(inside.at(-1) ?? '') || after === ' ' || isPunctuation(after);
  return inside !== '' && opens && closes && before !== '*';
}

/**
 * Returns whether a character is punctuation or a symbol. One half of a character beyond U+FFFF counts as well, because many of
 * those characters are symbols.
 */
function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}\uD800-\uDFFF]/u.test(character);
}

function leaf({ text, look }: Run, isCell: boolean): string {
  if (look.isCode !== true) return escaped(text);
  const code = text.trim();
  const span = isCell ? codeSpan(code).replaceAll('|', '\\|') : codeSpan(code);
  return text.replace(code, () => span);
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]#|<>~&]/g, '\\$&');
}

function codeSpan(code: string): string {
  const ticks = '`'.repeat(longestTicks(code) + 1);
  const gap = code.startsWith('`') || code.endsWith('`') ? ' ' : '';
  return code === '' ? '' : ticks + gap + code + gap + ticks;
}

/** Returns the length of the longest row of backticks in a code. */
export function longestTicks(code: string): number {
  return Math.max(0, ...Array.from(code.matchAll(/`+/g), ([ticks]) => ticks.length));
}
