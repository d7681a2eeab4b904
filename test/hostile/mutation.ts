import fc from 'fast-check';

/** The operations that change a text at one place. */
export type Operation = 'delete' | 'duplicate' | 'swap' | 'insert' | 'replace';

/** A change of any text. */
export interface Mutation {
  readonly operation: Operation;
  /** The place of the change, in millionths of the text. */
  readonly at: number;
  /** The most characters that it concerns. */
  readonly length: number;
  /** The text that is put in. */
  readonly piece: string;
}

/** A text after a mutation: `text.slice(start, end)` stands in the place of the original's text from `start` to `originalEnd`. */
export interface Mutated {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly originalEnd: number;
}

/** The pieces that code is made of, and pieces that no code may hold. */
const pieces = [
  ...Array.from('{}()[]<>;,.=@:"\'`\\/*#$_ \t\n\r'),
  ...['{}', '()', '}}', '{{', '((', '))', '"""', "''", '//', '/*', '*/', '/**', '${', '=>', '\r\n', '\n\n', '->', '...'],
  ...[
    '\0',
    '\u0001',
    '\u001a',
    '\u007f',
    '\u00a0',
    '\u2028',
    '\u200b',
    '\uFEFF',
    '\ud800',
    '\udc00',
    '\udc00\ud800',
    '\u{1f389}',
    '\uffff',
  ],
  ...['\\u0041', '\\u007b', '\\u007D', '\\u0022', '\\uu000a', '\\u', '\\u12', '\u00e9', 'e\u0301', '\u4e2d'],
  ...[
    ' class ',
    ' def ',
    ' val ',
    ' enum ',
    ' interface ',
    ' import ',
    ' package ',
    ' public ',
    ' private ',
    ' case ',
    ' if (',
    ' new ',
  ],
  ...[
    ' int x',
    ' = 1;',
    ' void f() {',
    ' def g = {',
    ' class X {',
    '@Override\n',
    '<<<<<<< ours\n',
    '=======\n',
    '1',
    '0x',
    '1.e',
    '"a"',
    's"${',
  ],
] as const;

/** Returns mutations that put in these pieces. */
export function mutationWith(pieces: readonly string[]): fc.Arbitrary<Mutation> {
  return fc.record({
    operation: fc.constantFrom<Operation>('delete', 'duplicate', 'swap', 'insert', 'insert', 'replace'),
    at: fc.nat(999_999),
    length: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }) },
      { weight: 2, arbitrary: fc.integer({ min: 1, max: 40 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 400 }) },
    ),
    piece: fc.constantFrom(...pieces),
  });
}

export const anyMutation = mutationWith(pieces);

/** Carries a mutation out between two places of a text. */
export function mutate(original: string, { operation, at, length, piece }: Mutation, from = 0, to = original.length): Mutated {
  const start = from + Math.floor((at / 1_000_000) * (to - from));
  const end = Math.min(start + length, to);
  const middle = start + ((end - start) >> 1);
  const part = original.slice(start, end);
  switch (operation) {
    case 'delete':
      return put(original, start, end, '');
    case 'duplicate':
      return put(original, start, end, part + part);
    case 'swap':
      return put(original, start, end, original.slice(middle, end) + original.slice(start, middle));
    case 'insert':
      return put(original, start, start, piece);
    case 'replace':
      return put(original, start, end, piece);
    default:
      return operation satisfies never;
  }
}

function put(original: string, start: number, originalEnd: number, by: string): Mutated {
  return { text: original.slice(0, start) + by + original.slice(originalEnd), start, end: start + by.length, originalEnd };
}
