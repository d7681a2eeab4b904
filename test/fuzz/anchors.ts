import { assert } from 'chai';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { AnchorError, Anchor } from '../../src/core/notes/anchor';
import { parseAnchor } from '../../src/core/notes/parseAnchor';
import { printAnchor } from '../../src/core/notes/printAnchor';
import { damaged, wellFormed } from './damage';
import { createTarget } from './target';

const types = 'a A kafka.server.ReplicaManager kafka.log.LogConfig$.LogConfigDef a.b.package$ 中.文 a.%5B%5D _.$ a.%33b'.split(
  ' ',
);
const identifiers = 'f <init> %3Cinit%3E x_= unary_! my%20test L12 %4C12 a_+ a_%3A1 L1C5 %4C1C5 中'.split(' ');
const members = [...identifiers, ...':: <:< + %60 %2B3 a%2Bb %24%2B %2E%2E%2Ff'.split(' '), 'a b'];
const parameters = 'Int|=>T|T*|String...|Map<String, List<X>>|int[][]|(A, B)|A => B|<:<|>| A |a.B[C]'.split('|');
const files = 'a config/server.properties a%20b/c%23d .gitignore a%2Fb a:1 a%3A1 L1 中/文.md a(1)'.split(' ');
const quotes = 'a|a b|a%2Cb|-|--|a-|%2D|if%20(x)|%20|a%26b|x:~:y|中'.split('|');

const option = <T>(values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined });
const symbol = fc
  .tuple(fc.constantFrom(...types), option(members), fc.option(fc.array(fc.constantFrom(...parameters), { maxLength: 3 })))
  .map(
    ([type, member, list]) => `${type}${member === undefined ? '' : `#${member}${list === null ? '' : `(${list.join(',')})`}`}`,
  );
const file = fc.constantFrom(...files).map((path) => `/${path}`);
const fragment = fc
  .tuple(option(quotes), fc.constantFrom(...quotes), option(quotes), option(quotes))
  .map(([prefix, start, end, suffix]) =>
    [prefix && `${prefix}-`, start, end, suffix && `-${suffix}`].filter((part) => part !== undefined).join(','),
  );
const anchor = fc
  .tuple(fc.constantFrom('kafka:', 'kafka:', 'KAFKA:'), fc.oneof(symbol, symbol, file), fc.option(fragment))
  .map(([scheme, target, place]) => `${scheme}${target}${place === null ? '' : `:~:text=${place}`}`);

const pieces = [...'kafka: :~:text= :~: &text= # $ => ... [] . / ~ * @ #L1 :1'.split(' '), '('.repeat(300)];

const codes: Readonly<Record<AnchorError['code'], true>> = {
  'anchor/empty': true,
  'anchor/type': true,
  'anchor/member': true,
  'anchor/parameters': true,
  'anchor/file': true,
  'anchor/fragment': true,
  'anchor/encoding': true,
  'anchor/lineNumber': true,
};

/** A half of a surrogate pair has no encoding, and is printed as U+FFFD. */
function printable({ target, fragment: place }: Anchor): unknown {
  return JSON.parse(
    JSON.stringify([target, place], (_, value: unknown) => (typeof value === 'string' ? wellFormed(value) : value)),
  );
}

function check(text: string): void {
  const result = parseAnchor(text);
  if (!result.ok) {
    const { code, offset, length } = result.error;
    assert.isTrue(Object.hasOwn(codes, code), code);
    const isInside = offset >= 0 && length >= 0 && offset + length <= text.length;
    assert.isTrue(isInside, `${code} is at ${offset} with length ${length} in ${text.length}`);
    return;
  }
  const printed = printAnchor(result.anchor.target, result.anchor.fragment);
  assert.isTrue(/^[!#-;=?-[\]_a-z~]+$/.test(printed), `not a URI that Markdown takes as it is: ${printed}`);
  const again = parseAnchor(printed);
  if (!again.ok) throw new Error(`${again.error.code} in what was printed: ${printed}`);
  const isSame = isDeepStrictEqual(printable(again.anchor), printable(result.anchor));
  assert.isTrue(isSame, `means something else when it is printed: ${printed}`);
  assert.equal(printAnchor(again.anchor.target, again.anchor.fragment), printed);
}

export const anchors = createTarget('anchors', 'anchors: parsed, printed and parsed again', damaged(anchor, pieces), check);
