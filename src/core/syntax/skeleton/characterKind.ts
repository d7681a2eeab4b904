/** What a token of Java or Scala can begin with. `other`: not of ASCII, or no character at all. */
export type CharacterKind =
  | 'space'
  | 'lineEnd'
  | 'letter'
  | 'digit'
  | 'open'
  | 'close'
  | 'separator'
  | 'operator'
  | 'quote'
  | 'apostrophe'
  | 'backtick'
  | 'other';

const characters: readonly (readonly [CharacterKind, string])[] = [
  ['space', ' \t\f\v\u001a'],
  ['lineEnd', '\r\n'],
  ['letter', 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$'],
  ['digit', '0123456789'],
  ['open', '([{'],
  ['close', ')]}'],
  ['separator', ';,.'],
  ['operator', '!#%&*+-/:<=>?@\\^|~'],
  ['quote', '"'],
  ['apostrophe', "'"],
  ['backtick', '`'],
];

const kinds: readonly CharacterKind[] = Array.from(
  { length: 128 },
  (_, code) => characters.find(([, all]) => all.includes(String.fromCharCode(code)))?.[0] ?? 'other',
);

export function characterKind(code: number): CharacterKind {
  return kinds[code] ?? 'other';
}
