/**
 * The kinds of character that a token of Java or Scala can begin with. They are numbers, because each character of a text is
 * asked for its kind, and each is a bit of its own, so that several kinds can be asked for at once.
 */
export enum CharacterKind {
  /** A character that is not of ASCII, or no character at all. */
  other = 1,
  space = 2,
  lineEnd = 4,
  letter = 8,
  digit = 16,
  open = 32,
  close = 64,
  separator = 128,
  operator = 256,
  quote = 512,
  apostrophe = 1024,
  backtick = 2048,
}

const characters: readonly (readonly [CharacterKind, string])[] = [
  [CharacterKind.space, ' \t\f\v\u001a'],
  [CharacterKind.lineEnd, '\r\n'],
  [CharacterKind.letter, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$'],
  [CharacterKind.digit, '0123456789'],
  [CharacterKind.open, '([{'],
  [CharacterKind.close, ')]}'],
  [CharacterKind.separator, ';,.'],
  [CharacterKind.operator, '!#%&*+-/:<=>?@\\^|~'],
  [CharacterKind.quote, '"'],
  [CharacterKind.apostrophe, "'"],
  [CharacterKind.backtick, '`'],
];

const kinds: readonly CharacterKind[] = Array.from(
  { length: 128 },
  (_, code) => characters.find(([, all]) => all.includes(String.fromCharCode(code)))?.[0] ?? CharacterKind.other,
);

export function characterKind(code: number): CharacterKind {
  return kinds[code] ?? CharacterKind.other;
}
