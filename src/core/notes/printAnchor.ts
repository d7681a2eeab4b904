import type { AnchorTarget } from './anchor';
import { anchorScheme } from './scheme';
import type { TextFragment } from '../syntax/textFragment';
import { percentEncode } from './percentEncoding';

/**
 * Returns an anchor as a text that may stand in a URI and, without `<>`, in a Markdown link. {@link parseAnchor} reads it back.
 */
export function printAnchor(target: AnchorTarget, fragment?: TextFragment): string {
  return `${anchorScheme}${printTarget(target)}${fragment === undefined ? '' : `:~:text=${printFragment(fragment)}`}`;
}

function printTarget(target: AnchorTarget): string {
  switch (target.kind) {
    case 'file':
      // The end of a file `a:1` that is written as it is would be taken for a line number.
      return `/${percentEncode(target.file, '()~&#:')}`;
    case 'symbol': {
      const type = percentEncode(target.type, "()[]~&!'*+,-/:;=@").replaceAll(/(?<=^|\.)\d/g, encodeAscii);
      if (target.member === undefined) return type;
      const parameters = target.parameters?.map((one) => percentEncode(one, '()~')).join(',');
      return `${type}#${printMember(target.member)}${parameters === undefined ? '' : `(${parameters})`}`;
    }
    default:
      return target satisfies never;
  }
}

/** The name of a constructor, which is no identifier and no operator. */
const constructorName = '<init>';
/** The characters that {@link percentEncode} leaves as they are, but for those of an identifier. */
const marks = "()[]~.,;'!&*+-/:=@";

/**
 * Returns a name of which only what belongs to an identifier or to an operator is written as it is. An operator is alone, or stands
 * behind an identifier and `_`; a name in backticks may mix them in any way.
 */
function printMember(name: string): string {
  // A member `L12` that is written as it is would be taken for a line number.
  if (/^L?\d+(?:[-:,LC]+\d+)*$/.test(name)) return encodeAscii(name.charAt(0)) + printRest(name.slice(1));
  if (/^[!#%&*+\-/:<=>?@\\^|~\p{Sm}\p{So}]+$/u.test(name)) return percentEncode(name, '~');
  if (name === constructorName || /^[\p{L}\p{M}\p{N}_$]/u.test(name)) return printRest(name).replace(/^\d/, encodeAscii);
  return Array.from(name, (character) => (/[\w$]/.test(character) ? encodeAscii(character) : percentEncode(character, marks))).join('');
}

/** Returns what begins as an identifier. */
function printRest(name: string): string {
  const head = name.indexOf('_') + 1 || name.length;
  return percentEncode(name.slice(0, head), marks) + percentEncode(name.slice(head), "()[]~.,;'-/:@");
}

function encodeAscii(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function printFragment({ prefix, start, end, suffix }: TextFragment): string {
  const parts = [prefix && `${encodeQuote(prefix)}-`, encodeQuote(start), end && encodeQuote(end), suffix && `-${encodeQuote(suffix)}`];
  return parts.filter((part) => part !== undefined).join(',');
}

function encodeQuote(text: string): string {
  return percentEncode(text, "()[]~,-&'*+=:;@!/");
}
