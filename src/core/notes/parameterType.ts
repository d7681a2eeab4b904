/**
 * Returns a parameter's type as anchors write it: without white space and type arguments; a function type is `Function`, a tuple
 * `Tuple`, `=>T` by name, `T*` repeated, `T...` and `T[]` as in Java. A package in front stays. Returns undefined where the text
 * is not a type.
 */
export function normalizeParameter(written: string): string | undefined {
  const text = written.trim();
  const byName = text.startsWith('=>');
  const type = dropTypeArguments(byName ? text.slice(2) : text)?.trim();
  if (type === undefined) return undefined;
  const name = type.includes('=>') ? 'Function' : type.startsWith('(') ? `Tuple${type.endsWith('*') ? '*' : ''}` : type.replace(/\s+(?=[*[.])/g, '');
  return simpleType.test(name) ? (byName ? '=>' : '') + name : undefined;
}

const identifier = String.raw`[\p{L}\p{Nl}_$][\p{L}\p{M}\p{N}_$]*`;
const operators = String.raw`[!#%&+\-/:<=>?@\\^|~*\p{Sm}\p{So}]+`;
const simpleType = new RegExp(String.raw`^(?:${identifier}(?:\.${identifier})*(?:\[\])*(?:\*|\.\.\.)?|${operators})$`, 'u');

/**
 * Removes `[…]` and `<…>`, but leaves `[]`, and the brackets of `(…)` with everything in them. Returns undefined where they are
 * not balanced.
 */
function dropTypeArguments(text: string): string | undefined {
  if (isOperatorOnly(text)) return text;
  let result = '';
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const isArrow = character === '=' && text[at + 1] === '>';
    if (isArrow) {
      if (depth === 0) result += '=>';
      at++;
    } else if (character === '[' && depth === 0 && /^\[\s*\]/.test(text.slice(at, at + 8))) {
      result += '[]';
      at = text.indexOf(']', at);
    } else if (character === '[' || character === '<') depth++;
    else if (character === ']' || character === '>') {
      if (--depth < 0) return undefined;
    } else if (depth === 0) result += character;
  }
  return depth === 0 ? result : undefined;
}

/** An infix type gives its operator, which may be `<` or `=:=`. */
function isOperatorOnly(text: string): boolean {
  return /^[^\p{L}\p{N}_$\s()[\]]+$/u.test(text);
}

/**
 * Returns whether two types may be the same: they are equal, or one is the other with its package or outer type in front. A
 * parameter `T...` is a `T[]` to Java, which allows no two methods that differ in this only.
 */
export function isSameType(one: string, other: string): boolean {
  const [first, second] = [asArray(one), asArray(other)];
  return first === second || isQualified(first, second) || isQualified(second, first);
}

function asArray(type: string): string {
  return type.endsWith('...') ? `${type.slice(0, -3)}[]` : type;
}

function isQualified(long: string, short: string): boolean {
  const [longPrefix, shortPrefix] = [long.startsWith('=>'), short.startsWith('=>')];
  if (longPrefix !== shortPrefix) return false;
  return long.endsWith(`.${shortPrefix ? short.slice(2) : short}`);
}
