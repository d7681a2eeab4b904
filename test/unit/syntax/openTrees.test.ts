import { expect } from 'chai';
import type { Node, Tree } from 'web-tree-sitter';
import { OpenTrees } from '../../../src/core/syntax/openTrees';
import { ParseFailure, Parsers, type LoadedLanguage } from '../../../src/core/syntax/parsers';
import { editBetween } from '../../../src/core/syntax/textEdit';
import { assets } from '../bindings/readTable';

/** Returns the same language, but one that counts its trees that are not deleted. */
function counting(language: LoadedLanguage): { readonly language: LoadedLanguage; readonly alive: Set<Tree> } {
  const alive = new Set<Tree>();
  const watch = (tree: Tree): Tree => {
    const [end, copy] = [tree.delete.bind(tree), tree.copy.bind(tree)];
    alive.add(tree);
    tree.delete = () => {
      expect(alive.delete(tree), 'a tree is deleted once').to.equal(true);
      end();
    };
    tree.copy = () => watch(copy());
    return tree;
  };
  const { info, query } = language;
  const parseTree: LoadedLanguage['parseTree'] = (text, before) => watch(language.parseTree(text, before));
  const createQuery: LoadedLanguage['createQuery'] = (source) => language.createQuery(source);
  return { language: { info, query, createQuery, parse: (text, use) => language.parse(text, use), parseTree }, alive };
}

describe('open trees', () => {
  it('are deleted when they are forgotten, and when there are too many', async () => {
    const { language, alive } = counting(await new Parsers(assets).load('java'));
    const trees = new OpenTrees(50_000);
    const text = (name: string): string => `class ${name} { ${'int x; '.repeat(20)} }`;
    for (let count = 0; count < 200; count++) {
      const key = `file ${count % 40}`;
      expect(trees.find(key, text(`A${count}`), language, (root) => root.type)).to.equal('program');
      expect(trees.bytes).to.be.within(1, 50_000);
    }
    expect(alive.size).to.be.within(1, 50);
    for (let count = 0; count < 40; count++) trees.forget(`file ${count}`);
    expect([trees.bytes, alive.size]).to.deep.equal([0, 0]);
    trees.find('large', `class A { ${'int x; '.repeat(5000)} }`, language, () => '');
    expect([trees.bytes, alive.size]).to.deep.equal([0, 0]);
  });

  it('keep the last versions of each text, whatever becomes of them', async () => {
    const { language, alive } = counting(await new Parsers(assets).load('scala'));
    const trees = new OpenTrees();
    let found = 0;
    const make = (): number => ++found;
    const find = (text: string): number => trees.find('a', text, language, make);
    expect(['class A', 'class B', 'class A', 'class B', 'class {', 'class A'].map(find)).to.deep.equal([1, 2, 1, 2, 3, 1]);
    for (let count = 0; count < 100; count++) find(`class C${count % 2 === 0 ? '' : ' {'}${count}`);
    expect(alive.size).to.equal(4);
    trees.forget('a');
    expect([trees.bytes, alive.size]).to.deep.equal([0, 0]);
  });

  it('are there while the things made of them are used, however large they are, and each thing is made once', async () => {
    const { language, alive } = counting(await new Parsers(assets).load('java'));
    const trees = new OpenTrees(50_000);
    const [rootOf, lengthOf] = [(root: Node) => root, (_: Node, text: string) => text.length];
    const large = `class A { ${'int x; '.repeat(5000)} }`;
    for (const text of ['class A {}', large, 'class A {}']) {
      const found = trees.use('a', text, language, rootOf, (root) => [root.descendantCount > 5, alive.size]);
      expect(found[0]).to.equal(true);
      expect(found[1]).to.be.within(1, 2);
      expect(trees.find('a', text, language, lengthOf)).to.equal(text.length);
    }
    const [one, other] = [0, 1].map(() => trees.use('a', 'class A {}', language, rootOf, (root) => root));
    expect(one).to.equal(other);
  });

  it('are deleted where making something of them fails', async () => {
    const { language, alive } = counting(await new Parsers(assets).load('java'));
    const trees = new OpenTrees();
    trees.find('a', 'class A {}', language, () => 1);
    const fail = (): never => {
      throw new Error('no');
    };
    expect(() => trees.find('a', 'class B {}', language, fail)).to.throw('no');
    expect([trees.bytes, alive.size]).to.deep.equal([0, 0]);
  });

  it('are deleted where the next text takes too long', async () => {
    const parsers = new Parsers(assets, 200);
    const { language, alive } = counting(await parsers.load('scala'));
    const trees = new OpenTrees();
    trees.find('a', 'class A { def f(x: Int): Int = 1 }', language, () => 1);
    const long = `class A { ${'def f(x: Int): Int = 1\n'.repeat(200_000)} }`;
    expect(() => trees.find('a', long, language, () => 1)).to.throw(ParseFailure);
    expect([trees.bytes, alive.size]).to.deep.equal([0, 0]);
    expect(trees.find('a', 'class A', language, () => 2)).to.equal(2);
  });
});

describe('the edit between two texts', () => {
  const edit = (before: string, after: string): unknown => {
    const { startIndex, oldEndIndex, newEndIndex, startPosition, oldEndPosition, newEndPosition } = editBetween(before, after);
    const points = [startPosition, oldEndPosition, newEndPosition].map(({ row, column }) => `${row}:${column}`);
    return [startIndex, oldEndIndex, newEndIndex, ...points];
  };

  it('is as small as can be', () => {
    expect(edit('abc', 'abc')).to.deep.equal([3, 3, 3, '0:3', '0:3', '0:3']);
    expect(edit('a\nbc\nd', 'a\nbxc\nd')).to.deep.equal([3, 3, 4, '1:1', '1:1', '1:2']);
    expect(edit('a\n\n', 'a\n')).to.deep.equal([2, 3, 2, '1:0', '2:0', '1:0']);
    expect(edit('aa', 'aaa')).to.deep.equal([2, 2, 3, '0:2', '0:2', '0:3']);
    expect(edit('', 'a\r\nb')).to.deep.equal([0, 0, 4, '0:0', '0:0', '1:1']);
  });

  it('does not divide a character of two UTF-16 units', () => {
    expect(edit('x\u{1F600}y', 'x\u{1F601}y')).to.deep.equal([1, 3, 3, '0:1', '0:3', '0:3']);
    expect(edit('x\u{1F600}y', 'x\u{1FA00}y')).to.deep.equal([1, 3, 3, '0:1', '0:3', '0:3']);
  });
});
