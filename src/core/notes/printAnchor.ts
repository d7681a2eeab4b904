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
      return `/${percentEncode(target.file, '()~&#')}`;
    case 'symbol': {
      const type = percentEncode(target.type, "()[]~&!'*+,-/:;=@");
      if (target.member === undefined) return type;
      const parameters = target.parameters?.map((one) => percentEncode(one, '()~')).join(',');
      return `${type}#${printMember(target.member)}${parameters === undefined ? '' : `(${parameters})`}`;
    }
    default:
      return target satisfies never;
  }
}

function printMember(name: string): string {
  // A member `L12` that is written as it is would be taken for a line number.
  if (/^L?\d+$/.test(name)) return `%${name.charCodeAt(0).toString(16).toUpperCase()}${name.slice(1)}`;
  const isIdentifierOrOperator = /^(?:[\w$]+|\W+)$/.test(name);
  return percentEncode(name, isIdentifierOrOperator ? "()[]~.,;'" : "()[]~.,;'-/@");
}

function printFragment({ prefix, start, end, suffix }: TextFragment): string {
  const parts = [prefix && `${encodeQuote(prefix)}-`, encodeQuote(start), end && encodeQuote(end), suffix && `-${encodeQuote(suffix)}`];
  return parts.filter((part) => part !== undefined).join(',');
}

function encodeQuote(text: string): string {
  return percentEncode(text, "()[]~,-&'*+=:;@!/");
}
