import { expect } from 'chai';
import { SyntaxFinder } from '../../../src/core/language/syntaxFinder';
import { OpenTrees } from '../../../src/core/syntax/openTrees';
import { ParseFailure, Parsers } from '../../../src/core/syntax/parsers';
import { createUseFinder } from '../../../src/core/uses/useFinder';
import { assets } from '../bindings/readTable';

describe('a text that is too much for the parser', () => {
  /** No time is enough for these parsers. */
  const parsers = new Parsers(assets, -1);
  const uri = 'file:///Large.java';
  const text = 'class A { int a = b; }\n'.repeat(20_000);
  let said: string[];
  const report = (tried: string, error: unknown): void => {
    said.push(`${tried}: ${error instanceof ParseFailure ? error.reason : String(error)}`);
  };
  beforeEach(() => (said = []));

  it('has no colours and folds, and that is reported', async () => {
    const finder = new SyntaxFinder(parsers, assets, new OpenTrees(), report);
    expect(await finder.read(uri, 'Large.java', text)).to.equal(undefined);
    expect(said).to.deep.equal([`find the colours and folds of ${uri}: timeout`]);
  });

  it('tells nothing of its uses, and that is reported', async () => {
    const finder = createUseFinder(parsers, () => Promise.reject(new Error('vanished')), report);
    expect(await finder.headers([{ file: 'Large.java', uri, text }])).to.deep.equal([undefined]);
    expect(said).to.deep.equal([`find the uses in ${uri}: timeout`]);
  });

  it('is not reported where its file is gone', async () => {
    const finder = createUseFinder(parsers, () => Promise.reject(new Error('vanished')), report);
    expect(await finder.headers([{ file: 'Gone.java', uri }])).to.deep.equal([undefined]);
    expect(said).to.deep.equal([]);
  });
});
