import { expect } from 'chai';
import { foldsOf, readSyntax } from './reading';

async function scala(text: string): Promise<string[]> {
  return foldsOf(await readSyntax('Some.scala', text));
}

async function java(text: string): Promise<string[]> {
  return foldsOf(await readSyntax('Some.java', text));
}

describe('folds', () => {
  it('are bodies, up to the line before the closing bracket, from the line of the name', async () => {
    const text = `class Log(
  dir: File,
  size: Int) {
  @volatile
  def append(a: Int,
             b: Int) = {
    if (a) {
      b
    } else {
      a
    }
  }
  val short = 1
  def open =
    foo
      .bar
}`;
    expect(await scala(text)).to.deep.equal(['1-16', '5-11', '7-8', '9-10', '14-16']);
  });

  it('are cases, with all that follows up to the next one', async () => {
    const text = `object A {
  x match {
    case Some(a) =>
      one(a)
      two
    case None => three
    case _ =>
      four
  }
}`;
    expect(await scala(text)).to.deep.equal(['1-9', '2-8', '3-5', '7-8']);
  });

  it('are comments of several lines, comments below each other, and imports', async () => {
    const text = `/*
 * Licence
 */
package a

import a.B

import a.{
  C,
  D
}
// one
// two
// three
object A // four
// five
`;
    expect(await scala(text)).to.deep.equal(['1-3 comment', '6-11 imports', '8-10', '12-14 comment']);
  });

  it('are regions between the comments that the editor itself takes for their ends, also in each other', async () => {
    const text = `class A {
  //#region reading
  // one
  // two
  int a() {
    return 1;
  }
  // region deep
  int b;
  // endregion
  //#endregion
  // <editor-fold desc="x">
  int c;
  // </editor-fold>
  // #endregion
  int d; // #region
  // regional
  // #region without end
}`;
    expect(await java(text)).to.deep.equal(['1-18', '2-11 region', '3-4 comment', '5-6', '8-10 region', '12-14 region']);
    expect(await scala('object A {\n  // #region a\n  val b = 1\n  // #endregion\n}')).to.deep.equal(['1-4', '2-4 region']);
  });

  it('are strings of several lines', async () => {
    expect(await scala('object A {\n  val s = """\n  a\n  b"""\n}')).to.deep.equal(['1-4', '2-4']);
  });

  it('are found in Java too', async () => {
    const text = `package a;

import java.util.List;
import java.util.Map;

/**
 * Doc.
 */
@Stable
public class Log<K,
    V> extends Base {
    @Override
    public void append(Batch one,
                       Batch other) {
        switch (x) {
            case A:
            case B:
                one();
                break;
            default:
                two();
        }
        run(() -> {
            three();
        });
    }
}
`;
    expect(await java(text)).to.deep.equal(['3-4 imports', '6-8 comment', '10-26', '13-25', '15-21', '17-19', '20-21', '23-24']);
  });

  it('go by the brackets where the text is broken', async () => {
    const text = `object A {
  def one = {
    1
    2
  }
  def broken( = = {
    3
    4
  }
  def two {
    ) 5
    6
  }
}`;
    expect(await scala(text)).to.include.members(['1-13', '2-4', '6-8', '10-12']);
  });

  it('do not come from an opened bracket without an end, which harms no others', async () => {
    const text = `object A {
  def one = {
    1
    2
  }
  def two = foo(
  def three = {
    3
    4
  }
}`;
    expect(await scala(text)).to.include.members(['2-4', '7-9']);
  });

  it('go by lines, however the lines end', async () => {
    const text = 'object A {\n  def one = {\n    1\n  }\n}\n';
    expect(await scala(text.replaceAll('\n', '\r\n'))).to.deep.equal(await scala(text));
  });
});
