import { characterEntities } from 'character-entities';

/**
 * The characters that HTML takes the numbers from 128 to 159 for, such as `&#146;`: those of the encoding windows-1252. Source: the
 * table in "Numeric character reference end state" of the HTML standard.
 */
const windows =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Replaces HTML's character references, such as `&amp;` and `&#233;`. One that is unknown or lacks its semicolon stays as it is. */
export function withoutReferences(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#[xX]([\da-fA-F]+)|([a-zA-Z][\da-zA-Z]*));/g,
    (reference, decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined) => {
      if (name === undefined) return characterOf(parseInt(decimal ?? hexadecimal ?? '', decimal === undefined ? 16 : 10));
      return Object.hasOwn(characterEntities, name) ? (characterEntities[name] ?? reference) : reference;
    },
  );
}

function characterOf(code: number): string {
  if (code >= 0x80 && code < 0xa0) return windows.charAt(code - 0x80);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}
