import type { Note } from '../notes/note';
import { forEachTextLine } from './codeSpans';
import { beginning, type Standard, type StandardProblem } from './standard';

/** Returns how a note differs from the shape that a standard demands; `isFirst` for a note whose words are counted. */
export function shapeProblems(note: Note, { headings, trail, words }: Standard, isFirst: boolean): StandardProblem[] {
  const problems: StandardProblem[] = [];
  if (!/^title:/m.test(frontMatterOf(note)) || note.summary === undefined)
    problems.push({ range: beginning, code: 'standard/frontMatter', args: [] });
  let after = -1;
  for (const beginnings of headings) {
    const at = note.sections.findIndex(
      ({ title }, index) => index > after && beginnings.some((begin) => title.startsWith(begin)),
    );
    if (at < 0) problems.push({ range: beginning, code: 'standard/heading', args: [beginnings.join(' / ')] });
    else after = at;
  }
  const steps = note.trails?.[0]?.items.length ?? 0;
  if (steps < trail[0] || steps > trail[1])
    problems.push({ range: beginning, code: 'standard/trail', args: [String(steps), ...trail.map(String)] });
  const count = isFirst ? countWords(note) : 0;
  if (count > words) problems.push({ range: beginning, code: 'standard/length', args: [String(count), String(words)] });
  return problems;
}

function frontMatterOf({ text, bodyLine }: Note): string {
  return text.split(/\r\n|\n|\r/, bodyLine).join('\n');
}

/** Counts the words that a reader sees: what links lead to is not among them. */
export function countWords(note: Note): number {
  let count = 0;
  forEachTextLine(note, (line) => {
    const seen = line.replaceAll(/\]\((?:[^()]|\([^()]*\))*\)/g, ']');
    count += seen.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  });
  return count;
}

/** Returns the anchors that stand twice in a row in a paragraph, and the words that a standard has another word for. */
export function wordingProblems(note: Note, { instead }: Standard): StandardProblem[] {
  const problems: StandardProblem[] = [];
  note.anchors.forEach((anchor, index) => {
    const before = note.anchors[index - 1];
    if (before?.text !== anchor.text || before.inBlock !== undefined || anchor.inBlock !== undefined) return;
    if (before.range.start.line !== anchor.range.start.line) return;
    problems.push({ range: anchor.linkRange, code: 'standard/repeated', args: [anchor.text] });
  });
  const words = Object.entries(instead).map(([word, other]) => [new RegExp(word, 'gu'), other] as const);
  forEachTextLine(note, (line, number) => {
    for (const [word, other] of words) {
      for (const { 0: found, index } of line.matchAll(word)) {
        const range = { start: { line: number, character: index }, end: { line: number, character: index + found.length } };
        problems.push({ range, code: 'standard/word', args: [found, other] });
      }
    }
  });
  return problems;
}
