/**
 * The sign that ends an escaped name. The grammar of Java takes it for a part of names; a name that contains it is escaped
 * itself, so no other name ends with it.
 */
const mark = '\u00a2';
/** The words that the grammar takes for keywords in more places than the language does. */
const words = 'exports module non open opens permits provides record requires sealed to transitive uses var when with yield';
const misunderstood = new Set(words.split(' '));
const needed = new RegExp(`[^\\p{ASCII}]|\\b(?:${words.replaceAll(' ', '|')})\\b`, 'u');
const plain = /^[\w$]*$/;

/** Returns whether a text may have a name that must be escaped. */
export function mayNeedEscape(text: string): boolean {
  return needed.test(text);
}

/** Writes a Java name so that the parser takes it for a name; most names stay as they are. */
export function escapeName(name: string): string {
  if (plain.test(name) && !misunderstood.has(name)) return name;
  return `_${Array.from(name, (character) => character.codePointAt(0)?.toString(16)).join('_')}${mark}`;
}

/** Returns the name that was escaped; a name that was not is returned as it is. */
export function unescapeName(name: string): string {
  if (!name.endsWith(mark)) return name;
  const codes = name.slice(1, -mark.length).split('_');
  return String.fromCodePoint(...codes.map((code) => parseInt(code, 16)));
}
