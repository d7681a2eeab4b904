import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { colourOf } from '../../../src/core/language/colours';
import { foldCaptures } from '../../../src/core/language/folds';
import { Parsers } from '../../../src/core/syntax/parsers';
import { assets } from '../bindings/readTable';
import { parseDrawing, shownTokens } from './drawn';
import { readSyntax, tokensOf, type Token } from './reading';

async function coloursOf(text: string): Promise<Token[]> {
  return tokensOf(await readSyntax('Some.scala', text));
}

/** Returns the words of a text with their colours. */
async function wordsOf(text: string): Promise<string[]> {
  const lines = text.split(/\r?\n/);
  const tokens = await coloursOf(text);
  return tokens.map(({ line, character, length, colour }) => `${lines[line]!.slice(character, character + length)} ${colour}`);
}

describe('colours of Scala', () => {
  it('have names that the code knows, as have the folds that queries capture', async () => {
    const language = await new Parsers(assets).load('scala');
    const names = async (file: string) => language.createQuery(new TextDecoder().decode(await assets.read(file))).captureNames;
    for (const name of await names('scala-colours.scm')) expect(() => colourOf(name)).not.to.throw();
    expect(foldCaptures).to.include.members(await names('scala-folds.scm'));
  });

  it('are those drawn in the fixture, and no others', async () => {
    const { source, expected } = parseDrawing(readFileSync(join(__dirname, 'fixtures', 'colours.scala'), 'utf8'));
    expect(expected).not.to.be.empty;
    expect(shownTokens(await coloursOf(source))).to.deep.equal(expected);
  });

  it('end with the line and go on in the next', async () => {
    const string = '"""one\n\ntwo"""';
    expect(await wordsOf(`val x = ${string} + 1`)).to.deep.equal([
      'val keyword.declaration',
      'x variable.declaration',
      '"""one string',
      'two""" string',
      '1 number',
    ]);
    expect(await wordsOf('/* a\n b */ val x = 1')).to.include.members([
      '/* a comment',
      ' b */ comment',
      'val keyword.declaration',
    ]);
  });

  it('are the same whatever ends the lines', async () => {
    const text = 'class A {\n  /** doc\n   * more */\n  def f = """a\n b""" // end\n}\n';
    expect(await coloursOf(text.replaceAll('\n', '\r\n'))).to.deep.equal(await coloursOf(text));
  });

  it('count UTF-16 units, and a byte order mark not at all', async () => {
    const expected = await coloursOf('val s = "😀😀" + 1 // 日本😀 x');
    expect(expected.map(({ character, length }) => [character, length])).to.deep.equal([
      [0, 3],
      [4, 1],
      [8, 6],
      [17, 1],
      [19, 9],
    ]);
    expect(await coloursOf('\uFEFFval s = "😀😀" + 1 // 日本😀 x')).to.deep.equal(expected);
  });

  it('stay the same around broken code', async () => {
    const around = (inside: string) =>
      `object Log {\n  def low = "text" // one\n${inside}\n  private val high: Int = 1 // two\n}\n`;
    const outside = async (inside: string) =>
      (await wordsOf(around(inside))).filter((word) => !word.startsWith('} ') && !word.includes('broken'));
    const whole = await outside('');
    for (const broken of [
      '  def broken( = {',
      '  broken(((',
      '  "broken',
      '  broken }',
      '  val broken = = ;',
      '  broken match { case',
    ]) {
      expect(await outside(broken), broken).to.include.members(
        ['object keyword.declaration', 'def keyword.declaration', '"text" string', '// one comment', '// two comment'].filter(
          (word) => whole.includes(word),
        ),
      );
    }
  });

  it('are none in an empty text', async () => {
    expect(await coloursOf('')).to.deep.equal([]);
    expect(await coloursOf('\n\n')).to.deep.equal([]);
  });
});
