/** The grammar of Java takes this sign for a part of names; a name that has it is escaped itself, so no other ends with it. */
const mark = '\u00a2';
/** What the grammar takes for keywords in more places than the language does. */
const words = 'exports module non open opens permits provides record requires sealed to transitive uses var when with yield';
const misunderstood = new Set(words.split(' '));
const needed = new RegExp(`[^\\p{ASCII}]|\\b(?:${words.replaceAll(' ', '|')})\\b`, 'u');
const plain = /^[\w$]*$/;

/** Whether a text may have a name that is to be escaped. */
export function mayNeedEscape(text: string): boolean {
  return needed.test(text);
}

/** Writes a name of Java so that the parser knows it for one; most stay as they are. */
export function escapeName(name: string): string {
  if (plain.test(name) && !misunderstood.has(name)) return name;
  return `_${Array.from(name, (character) => character.codePointAt(0)?.toString(16)).join('_')}${mark}`;
}

/** The name that was escaped, or one that was not, as it is. */
export function unescapeName(name: string): string {
  if (!name.endsWith(mark)) return name;
  const codes = name.slice(1, -mark.length).split('_');
  return String.fromCodePoint(...codes.map((code) => parseInt(code, 16)));
}
