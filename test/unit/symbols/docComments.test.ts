import { expect } from 'chai';
import { unpackFileOutcome } from '../../../src/core/symbols/packedOutline';
import { createIndexer } from '../../../src/core/symbols/indexer';
import type { Range } from '../../../src/core/util/range';
import { assets } from '../bindings/readTable';

const reader = createIndexer(assets, () => Promise.reject(new Error('vanished')));

/** Returns the text of each symbol's doc comment, for symbols that have one. */
async function docs(file: string, text: string): Promise<Record<string, string>> {
  const [reading] = await reader.outline([{ file, uri: `memory:/${file}`, text }]);
  const read = reading && unpackFileOutcome(reading);
  if (read === undefined || !('outline' in read)) return expect.fail('not read');
  const found = read.outline.symbols.flatMap(({ path, doc }) => (doc === undefined ? [] : [[path, cut(text, doc)] as const]));
  return Object.fromEntries(found);
}

function cut(text: string, { start, end }: Range): string {
  const lines = text.split(/\r\n|\r|\n/).slice(start.line, end.line + 1);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? '').slice(0, end.character);
  lines[0] = (lines[0] ?? '').slice(start.character);
  return lines.join('\n');
}

describe('doc comments', () => {
  it('are those right before a declaration in Java', async () => {
    const text = `/* licence */
/** of the package */
package p;

import java.util.List; /** of nothing */

/** of A
 *  { ( " */
@Deprecated
public class A<T> {
  /** of nothing: the next one is nearer */
  /** of x, y */ int x,
    y;

  /** of f */
  // and a word aside
  /* and another */
  @Override /** of nothing */ public void f() { /** of nothing */ int z; }
  void g() {} /** of h */ void h() {}
  /**/ int none;
  /* plain */ int plain;
  String text = "/** of nothing */"; int after;
  enum E { /** of ONE */ ONE { /** of nothing */ void k() {} }, TWO }
}`;
    expect(await docs('A.java', text)).to.deep.equal({
      'p.A': '/** of A\n *  { ( " */',
      'p.A#x': '/** of x, y */',
      'p.A#y': '/** of x, y */',
      'p.A#f': '/** of f */',
      'p.A#h': '/** of h */',
      'p.A.E#ONE': '/** of ONE */',
    });
  });

  it('nest in Scala, and are found where brackets do not match', async () => {
    const text = `package p
/** of A /* inside */ still */
case class A(/** of a */ a: Int) {
  /** of f */
  def f() = { ( }
  /** of b, c */
  val (b, c) = (1, 2)
}
/** of A's object */
object A`;
    const expected = {
      'p.A': '/** of A /* inside */ still */',
      'p.A#<init>': '/** of A /* inside */ still */',
      'p.A#a': '/** of a */',
      'p.A#f': '/** of f */',
      'p.A#b': '/** of b, c */',
      'p.A#c': '/** of b, c */',
      'p.A$': "/** of A's object */",
    };
    expect(await docs('A.scala', text)).to.deep.equal(expected);
    expect(await docs('A.scala', text.replaceAll('\n', '\r\n'))).to.deep.equal(expected);
  });

  it('stand where they are written, escapes before them or not', async () => {
    expect(await docs('A.java', 'class \\u0041 {\n/** d\\u0041 */ int x; }')).to.deep.equal({ 'A#x': '/** d\\u0041 */' });
  });
});
