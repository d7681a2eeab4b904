import { decodeJavaString } from '../symbols/stringLiteral';

/** The value of an expression, as it would be printed. */
export type Value = string | number | bigint | boolean | null;

/** Returns the value of a name, with what qualifies it in front; undefined where it is not known. */
export type ValueOf = (path: readonly string[]) => Promise<Value | undefined>;

const token =
  /\s*(?:("""[\s\S]*?"""|"(?:\\.|[^"\\\n])*")|(0[xX][\da-fA-F_]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)([lLdDfF]?)|([\p{L}_$][\p{L}\p{N}_$]*(?:\s*\.\s*[\p{L}_$][\p{L}\p{N}_$]*)*)|([-+*/()]))/uy;

type Token =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'name'; readonly path: readonly string[] }
  | { readonly kind: 'sign'; readonly sign: string };

/** The values of names of the two languages. */
const known: Readonly<Record<string, Value>> = {
  true: true,
  false: false,
  null: null,
  'Int.MaxValue': 2n ** 31n - 1n,
  'Int.MinValue': -(2n ** 31n),
  'Long.MaxValue': 2n ** 63n - 1n,
  'Long.MinValue': -(2n ** 63n),
  'Integer.MAX_VALUE': 2n ** 31n - 1n,
  'Integer.MIN_VALUE': -(2n ** 31n),
  'Long.MAX_VALUE': 2n ** 63n - 1n,
  'Long.MIN_VALUE': -(2n ** 63n),
  'Double.MaxValue': Number.MAX_VALUE,
  'Double.MAX_VALUE': Number.MAX_VALUE,
};

/**
 * Returns the value of an expression of Java or Scala: literals, names, sums and products of them. It is undefined where the
 * expression has anything else in it, such as a call, since nothing is guessed.
 */
export async function evaluate(expression: string, valueOf: ValueOf): Promise<Value | undefined> {
  const tokens = tokensOf(expression);
  if (tokens === undefined || tokens.length === 0) return undefined;
  const reader = new Expression(tokens, valueOf);
  const value = await reader.sum();
  return reader.isAtEnd ? value : undefined;
}

function tokensOf(expression: string): Token[] | undefined {
  const tokens: Token[] = [];
  const text = expression.trim();
  token.lastIndex = 0;
  for (let at = 0; at < text.length;) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) return undefined;
    const [, string, number, suffix, name, sign] = found;
    if (string !== undefined) tokens.push({ kind: 'value', value: decodeJavaString(string) });
    else if (number !== undefined) tokens.push({ kind: 'value', value: numberOf(number, suffix ?? '') });
    else if (name !== undefined) tokens.push({ kind: 'name', path: name.split('.').map((part) => part.trim()) });
    else if (sign !== undefined) tokens.push({ kind: 'sign', sign });
    at = token.lastIndex;
  }
  return tokens;
}

function numberOf(written: string, suffix: string): Value {
  const plain = written.replaceAll('_', '');
  return /[.eE]/.test(plain.replace(/^0x.*/i, '')) || /[dDfF]/.test(suffix) ? Number(plain) : BigInt(plain);
}

/** Reads an expression from its beginning to its end. */
class Expression {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly valueOf: ValueOf,
  ) {}

  get isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  async sum(): Promise<Value | undefined> {
    let value = await this.product();
    for (let sign = this.take('+', '-'); sign !== undefined; sign = this.take('+', '-')) {
      const other = await this.product();
      value = value === undefined || other === undefined ? undefined : combined(sign, value, other);
    }
    return value;
  }

  private async product(): Promise<Value | undefined> {
    let value = await this.factor();
    for (let sign = this.take('*', '/'); sign !== undefined; sign = this.take('*', '/')) {
      const other = await this.factor();
      value = value === undefined || other === undefined ? undefined : combined(sign, value, other);
    }
    return value;
  }

  private async factor(): Promise<Value | undefined> {
    if (this.take('-') !== undefined) {
      const value = await this.factor();
      return typeof value === 'bigint' || typeof value === 'number' ? -value : undefined;
    }
    if (this.take('(') !== undefined) {
      const value = await this.sum();
      return this.take(')') === undefined ? undefined : value;
    }
    const next = this.tokens[this.at++];
    if (next?.kind === 'value') return next.value;
    if (next?.kind !== 'name') return undefined;
    const constant = known[next.path.slice(-2).join('.')];
    return constant === undefined ? this.valueOf(next.path) : constant;
  }

  private take(...signs: readonly string[]): string | undefined {
    const next = this.tokens[this.at];
    if (next?.kind !== 'sign' || !signs.includes(next.sign)) return undefined;
    this.at++;
    return next.sign;
  }
}

function combined(sign: string, one: Value, other: Value): Value | undefined {
  if (sign === '+' && (typeof one === 'string' || typeof other === 'string')) return `${String(one)}${String(other)}`;
  if (typeof one === 'bigint' && typeof other === 'bigint') {
    if (sign === '/') return other === 0n ? undefined : one / other;
    return sign === '+' ? one + other : sign === '-' ? one - other : one * other;
  }
  const isNumber = (value: Value): value is number | bigint => typeof value === 'number' || typeof value === 'bigint';
  if (!isNumber(one) || !isNumber(other)) return undefined;
  const [left, right] = [Number(one), Number(other)];
  return sign === '+' ? left + right : sign === '-' ? left - right : sign === '*' ? left * right : left / right;
}
