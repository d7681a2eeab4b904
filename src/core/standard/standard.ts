import { parse } from 'yaml';
import type { Range } from '../util/range';

/** A standard that notes are held to, beside what makes a note right in itself: the notes of a team, or those that ship. */
export interface Standard {
  /** Names that notes have in code spans although the source has not; a `*` stands for any characters. */
  readonly outside: readonly string[];
  /** The beginnings of headings under which a note names what the source does not have, such as what later releases changed. */
  readonly later: readonly string[];
  /** The headings that every note has, in their order; each is a list of beginnings, one for each language. */
  readonly headings: readonly (readonly string[])[];
  /** The least and the most steps of a note's first trail. */
  readonly trail: readonly [least: number, most: number];
  /** The most words of a note in the first folder. */
  readonly words: number;
  /** The notes that need not have the headings, the trail and the length, relative to their folder. */
  readonly free: readonly string[];
  /** Regular expressions of words that notes do not use, each with the one that they use. */
  readonly instead: Readonly<Record<string, string>>;
  /** The symbols that the notes are to be about: types and members as anchors name them, without `kafka:`. */
  readonly subjects: readonly string[];
}

/** What a note has that the standard does not allow, at its place. */
export interface StandardProblem {
  readonly range: Range;
  readonly code:
    | 'standard/name'
    | 'standard/quote'
    | 'standard/default'
    | 'standard/repeated'
    | 'standard/word'
    | 'standard/frontMatter'
    | 'standard/heading'
    | 'standard/trail'
    | 'standard/length'
    | 'standard/alike';
  /** The values for the message's placeholders. */
  readonly args: readonly string[];
}

/** The place of what concerns a note as a whole. */
export const beginning: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const empty: Standard = {
  outside: [],
  later: [],
  headings: [],
  trail: [0, Infinity],
  words: Infinity,
  free: [],
  instead: {},
  subjects: [],
};

/** Reads a standard from YAML. What it does not name is not demanded. Throws an `Error` that says what is expected. */
export function readStandard(yaml: string): Standard {
  const fields = fieldsOf('a standard', parse(yaml));
  for (const name of fields.keys()) if (!(name in empty)) throw new Error(`there is no ${name} in a standard`);
  const list = (name: string): readonly string[] => textsOf(name, fields.get(name) ?? []);
  const trail = fields.get('trail');
  const words = fields.get('words');
  return {
    outside: list('outside'),
    later: list('later'),
    free: list('free'),
    subjects: list('subjects'),
    headings: listOf('headings', fields.get('headings') ?? []).map((one) => textsOf('headings', one)),
    trail: trail === undefined ? empty.trail : pairOf(trail),
    words: typeof words === 'number' ? words : empty.words,
    instead: Object.fromEntries(
      [...fieldsOf('instead', fields.get('instead') ?? {})].map(([word, other]) => [word, String(other)]),
    ),
  };
}

function fieldsOf(name: string, value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${name}: expected name: value`);
  return new Map<string, unknown>(Object.entries(value));
}

function listOf(name: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${name}: expected a list`);
  return value;
}

function textsOf(name: string, value: unknown): readonly string[] {
  return listOf(name, value).map((one) => {
    if (typeof one !== 'string') throw new Error(`${name}: expected text, not ${JSON.stringify(one)}`);
    return one;
  });
}

function pairOf(value: unknown): readonly [number, number] {
  const [least, most] = listOf('trail', value).map(Number);
  if (least === undefined || most === undefined || !(least <= most))
    throw new Error('trail: expected the least and the most steps');
  return [least, most];
}
