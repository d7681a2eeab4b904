import type { Coverage } from '../core/standard/coverage';
import type { StandardProblem } from '../core/standard/standard';

/** Returns one sentence that says what a standard demands. */
export function standardMessage({ code, args: [first = '', second = '', third = ''] }: StandardProblem): string {
  switch (code) {
    case 'standard/name':
      return `the source has no such name: ${first}; expected one that it has, or an entry of "outside" in the standard`;
    case 'standard/quote':
      return `the source has no such line: ${first}; expected its own words, with … for what differs`;
    case 'standard/default':
      return `${first} is not ${second} by default; expected ${third}`;
    case 'standard/repeated':
      return `the same anchor twice in a row: ${first}`;
    case 'standard/word':
      return `"${first}"; expected ${second}`;
    case 'standard/frontMatter':
      return 'expected title and summary in front matter';
    case 'standard/heading':
      return `no heading ${first}, or not in this order`;
    case 'standard/trail':
      return `the first trail has ${first} steps; expected ${second} to ${third}`;
    case 'standard/length':
      return `${first} words; expected at most ${second}`;
    case 'standard/alike':
      return alikeMessage(first, second, third);
    default:
      return code satisfies never;
  }
}

function alikeMessage(what: string, here: string, there: string): string {
  const words = here === '' ? 'here it is missing' : `here ${here}`;
  if (what === 'note') return `the note is not in ${here}`;
  return `the first ${what} that differs from the other language: ${words}, there ${there === '' ? 'none' : there}`;
}

/** Returns what notes are about of a list, a package a line, and what is left below it. */
export function coverageMessage(packages: readonly Coverage[], distinct: number): string {
  const lines = packages.flatMap(({ name, covered, missing }) => [
    `${name}: ${covered.length} of ${covered.length + missing.length}`,
    ...missing.map((one) => `    no section and no step: ${one}`),
  ]);
  const covered = packages.reduce((sum, one) => sum + one.covered.length, 0);
  const all = packages.reduce((sum, one) => sum + one.covered.length + one.missing.length, 0);
  const whole = `${covered} of ${all} subjects; ${distinct} symbols in all that a section is about or a step stands on`;
  return [...lines, whole].map((line) => `${line}\n`).join('');
}
