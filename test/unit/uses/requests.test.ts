import { expect } from 'chai';
import { resolveMarked, type Files } from './resolving';

/** Returns the requests that resolving makes, each as its files without their endings. */
async function requestsFor(files: Files): Promise<string[]> {
  const { requests, answer } = await resolveMarked(files);
  expect(answer?.kind).to.equal('certain');
  return requests.map((asked) => asked.map((file) => file.replace(/\.\w+$/, '')).join(' '));
}

const trait = (name: string, rest = ''): Files => ({ [`${name}.scala`]: `package p\ntrait ${name} ${rest}\n` });

describe('the requests for headers', () => {
  it('are none where the open file tells everything', async () => {
    expect(await requestsFor({ 'A.java': 'package p; class A { int size; int twice() { return «size» * 2; } }' })).to.deep.equal(
      [],
    );
    expect(await requestsFor({ 'A.java': 'package p; class A { «B» b; }', 'B.java': 'package p; class B {}' })).to.deep.equal([]);
  });

  it('are one for all parents, and one more for each generation above them', async () => {
    const files = {
      'A.scala': 'package p\nclass A extends B with C with D { val a = «size» }\n',
      ...trait('B', 'extends E with F'),
      ...trait('C'),
      ...trait('D', 'extends G'),
      ...trait('E', '{ def size = 1 }'),
      ...trait('F'),
      ...trait('G'),
    };
    expect(await requestsFor(files)).to.deep.equal(['B C D', 'E F G']);
  });

  it('are one for a value’s type', async () => {
    const files = {
      'A.java': 'package p; class A { int a(B b) { return b.«size»; } }',
      'B.java': 'package p; class B { int size; }',
    };
    expect(await requestsFor(files)).to.deep.equal(['B']);
  });

  it('are one for what a type inherits and what is imported, for the name may come from either', async () => {
    const files = {
      'A.scala': 'package p\nclass A extends B {\n  import q.Names._\n  val a = «size»\n}\n',
      ...trait('B'),
      'Names.scala': 'package q\nobject Names { def size = 1 }\n',
    };
    expect(await requestsFor(files)).to.deep.equal(['B Names']);
  });

  it('ask for no file twice', async () => {
    const files = {
      'A.java': 'package p; class A { int a(B b) { return b.c().b().c().«size»; } }',
      'B.java': 'package p; class B { C c() { return null; } }',
      'C.java': 'package p; class C { int size; B b() { return null; } }',
    };
    expect(await requestsFor(files)).to.deep.equal(['B', 'C']);
  });
});
