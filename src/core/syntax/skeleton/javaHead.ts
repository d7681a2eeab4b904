import type { Walker } from './walker';

/** The tokens that are kept of the header of a method or field, as indexes; half-open. */
export interface DeclarationHead {
  readonly from: number;
  readonly to: number;
}

/** A walker that knows the parts of a Java member's header. */
export interface HeadWalker extends Walker {
  behindAnnotation(at: number): number;
  behindTypeArguments(at: number): number;
}

/**
 * Returns the part of a header that the parser is to see, chosen so that nothing misleads it: it does not need the exceptions
 * that a method throws, and a damaged header has more names in a row than a type and a name. Returns undefined where nothing of
 * use is there. `start` is behind the modifiers; `end` is the brace, semicolon or `=` that ends the header.
 */
export function headOf(walker: HeadWalker, start: number, end: number): DeclarationHead | undefined {
  const names = namesFrom(walker, walker.text(start) === '<' ? walker.behindTypeArguments(start) : start, end);
  const [behind, ends] = [names.at(-1)?.to ?? start, walker.text(end)];
  const [type, name] = names.slice(-2);
  if (walker.text(behind) === '(' && behind < end && ends !== '=') {
    const to = Math.min(walker.after(behind), end);
    if (names.length <= 2) return { from: start, to };
    return ends === '{' && type !== undefined ? { from: type.from, to } : { from: start, to: names[1]?.to ?? to };
  }
  const isLost = ends === '{' && name !== undefined;
  if (isLost || hasStray(walker, behind, end)) return undefined;
  return { from: start, to: names.length > 2 ? (names[1]?.to ?? end) : end };
}

/** Returns the types and names that stand in a row, each with the annotations before it. */
function namesFrom(walker: HeadWalker, start: number, end: number): DeclarationHead[] {
  const names: DeclarationHead[] = [];
  for (let from = start; from < end;) {
    let index = from;
    while (walker.text(index) === '@') index = walker.behindAnnotation(index);
    if (!walker.isName(index)) break;
    const to = Math.min(behindName(walker, index), end);
    names.push({ from, to });
    from = to;
  }
  return names;
}

/** Returns the index behind a name such as `java.util.Map<K, V>.Entry @Mine []`. */
function behindName(walker: HeadWalker, start: number): number {
  let index = start + 1;
  for (;;) {
    if (walker.text(index) === '<') index = walker.behindTypeArguments(index);
    else if (walker.text(index) === '[') index = walker.after(index);
    else if (walker.text(index) === '.' && walker.isName(index + 1)) index += 2;
    else if (walker.text(index) === '.' && walker.text(index + 1) === '@') index = walker.behindAnnotation(index + 1) + 1;
    else if (isBeforeBrackets(walker, index)) index = walker.behindAnnotation(index);
    else return index;
  }
}

/** Returns whether an annotation here belongs to the brackets of an array type. */
function isBeforeBrackets(walker: HeadWalker, index: number): boolean {
  return walker.text(index) === '@' && walker.text(walker.behindAnnotation(index)) === '[';
}

function hasStray(walker: HeadWalker, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (walker.source.isStray(index) && walker.text(index) === ')') return true;
  return false;
}
