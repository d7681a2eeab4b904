import type { Node } from 'web-tree-sitter';
import type { Found } from './captures';
import { decodeJavaString, decodeScalaString } from './stringLiteral';
import { withoutBackticks } from './typeName';

interface Constant {
  readonly expression: Node;
  readonly symbol: { value?: string };
}

/**
 * The string constants of one type: literals, references to other constants of the type, and sums with `+` of both. A constant of
 * Java is a `static final String` or stands in an interface; a constant of Scala is any `val` that is not lazy.
 */
export class ConstantValues {
  private readonly constants = new Map<string, Constant>();
  /** The names that are being evaluated: a name that refers to itself has no value. */
  private readonly pending = new Set<string>();

  /** Starts without constants. `typeName` is the simple name by which the type may qualify its own constants. */
  constructor(private readonly typeName: string) {}

  add(found: Found, symbol: { readonly name: string; value?: string }): void {
    const { value } = found.parts;
    if (value !== undefined && isConstant(found)) this.constants.set(symbol.name, { expression: value, symbol });
  }

  /** Gives each added symbol its value, where it has one. Nodes are not touched later. */
  resolve(): void {
    for (const name of this.constants.keys()) this.valueOf(name);
  }

  private valueOf(name: string): string | undefined {
    const constant = this.constants.get(name);
    if (constant === undefined || this.pending.has(name)) return undefined;
    if (constant.symbol.value !== undefined) return constant.symbol.value;
    this.pending.add(name);
    const value = this.evaluate(constant.expression);
    this.pending.delete(name);
    if (value !== undefined) constant.symbol.value = value;
    return value;
  }

  /**
   * Returns the value of an expression. The cases are node types of both grammars: a string, a name, a qualified name, a sum, an
   * expression in parentheses.
   */
  private evaluate(node: Node): string | undefined {
    switch (node.type) {
      case 'string_literal':
        return decodeJavaString(node.text);
      case 'string':
        return decodeScalaString(node.text);
      case 'identifier':
        return this.valueOf(withoutBackticks(node.text));
      case 'field_access':
        return this.qualified(node.childForFieldName('object'), node.childForFieldName('field'));
      case 'field_expression':
        return this.qualified(node.childForFieldName('value'), node.childForFieldName('field'));
      case 'parenthesized_expression':
        return node.firstNamedChild ? this.evaluate(node.firstNamedChild) : undefined;
      case 'binary_expression':
      case 'infix_expression':
        return this.sum(node);
      default:
        return undefined;
    }
  }

  private qualified(qualifier: Node | null, name: Node | null): string | undefined {
    if (qualifier === null || name === null) return undefined;
    const isOwn = qualifier.text === this.typeName || qualifier.text === 'this';
    return isOwn ? this.valueOf(withoutBackticks(name.text)) : undefined;
  }

  private sum(node: Node): string | undefined {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    if (left === null || right === null || node.childForFieldName('operator')?.text !== '+') return undefined;
    const [first, second] = [this.evaluate(left), this.evaluate(right)];
    if (first === undefined && second === undefined) return undefined;
    const [before, after] = [first ?? plainLiteral(left), second ?? plainLiteral(right)];
    return before === undefined || after === undefined ? undefined : before + after;
  }
}

function isConstant({ what, parts, properties }: Found): boolean {
  const type = parts.ofType?.text;
  if (what === 'val') return (type === undefined || isString(type)) && !/\blazy\b/.test(parts.modifiers?.text ?? '');
  if (what !== 'field' || type === undefined || !isString(type)) return false;
  return 'constant' in properties || (hasWord(parts.modifiers, 'static') && hasWord(parts.modifiers, 'final'));
}

function isString(type: string): boolean {
  return type === 'String' || type === 'java.lang.String';
}

function hasWord(modifiers: Node | undefined, word: string): boolean {
  return modifiers?.children.some((child) => child.type === word) ?? false;
}

const wholeNumber = /^(0x[\da-f_]+|0b[01_]+|0[0-7_]+|\d[\d_]*)(l?)$/i;

/** Returns the text that a literal other than a string adds to a string; undefined where that is not plain to see. */
function plainLiteral(node: Node): string | undefined {
  const { text } = node;
  if (node.type === 'character_literal') return decodeJavaString(text);
  if (text === 'true' || text === 'false') return text;
  const [, digits, isLong] = wholeNumber.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const plain = digits.replaceAll('_', '');
  // A number that stands for a negative one can be written only in another base.
  return BigInt.asIntN(isLong === '' ? 32 : 64, BigInt(/^0\d/.test(plain) ? `0o${plain.slice(1)}` : plain)).toString();
}
