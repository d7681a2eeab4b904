import { expect } from 'chai';
import { outlineFile } from '../symbols/outlineFile';
import { ParseFailure, Parsers } from '../../../src/core/syntax/parsers';
import { assets } from '../bindings/readTable';

describe('parsers', () => {
  it('load a grammar when it is asked for, once', async () => {
    const read: string[] = [];
    const parsers = new Parsers({
      read: (name) => {
        read.push(name);
        return assets.read(name);
      },
    });
    const [first, second] = await Promise.all([parsers.load('java'), parsers.load('java')]);
    expect(first).to.equal(second);
    expect(read.sort()).to.deep.equal(['java.scm', 'tree-sitter-java.wasm', 'web-tree-sitter.wasm']);
    await parsers.load('scala');
    expect(read).to.have.length(5).and.to.include('scala.scm');
  });

  it('try again where an asset could not be read', async () => {
    let fails = 2;
    const parsers = new Parsers({
      read: (name) => (fails-- > 0 ? Promise.reject(new Error(`no ${name}`)) : assets.read(name)),
    });
    const failure = await parsers.load('java').then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(Error);
    expect((await parsers.load('java')).info.id).to.equal('java');
  });

  it('give up after a time, and go on with the next text', async () => {
    const language = await new Parsers(assets, 0).load('scala');
    const text = `class A { ${'def f(x: Int): Int = 1\n'.repeat(20_000)} }`;
    const start = Date.now();
    while (Date.now() === start);
    expect(() => language.parse(text, () => undefined))
      .to.throw(ParseFailure)
      .with.property('reason', 'timeout');
    const patient = await new Parsers(assets).load('scala');
    expect(outlineFile('class A', patient).symbols).to.have.length(1);
  });

  it('are not confused by an interrupted text', async () => {
    const parsers = new Parsers(assets);
    const language = await parsers.load('java');
    expect(() =>
      language.parse('class A { int x; }', () => {
        throw new RangeError('Maximum call stack size exceeded');
      }),
    )
      .to.throw(ParseFailure)
      .with.property('reason', 'crashed');
    expect(outlineFile('class B {}', language).symbols.map(({ path }) => path)).to.deep.equal(['B']);
  });
});
