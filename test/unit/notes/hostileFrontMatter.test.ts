import { expect } from 'chai';
import { cpuTime } from './cpuTime';
import { note, problems } from './shown';

/** Reads a note with this front matter, whose only heading is "H". */
const read = (...yaml: string[]) => note('---', ...yaml, '---', '# H');

describe('front matter of a stranger', () => {
  it('changes no object but the note’s own fields', () => {
    for (const lines of [
      ['__proto__: { polluted: yes, title: P }'],
      ['constructor: { prototype: { polluted: yes } }'],
      ['? __proto__', ': { summary: P }'],
      ['toString: x', 'hasOwnProperty: y'],
    ]) {
      expect(read(...lines), lines[0]).to.deep.include({ title: 'H', problems: [] });
      expect(read(...lines).summary, lines[0]).to.equal(undefined);
      expect({}, lines[0]).not.to.have.property('polluted');
    }
    expect(read('title: __proto__', 'summary: constructor')).to.deep.include({ title: '__proto__', summary: 'constructor' });
  });

  it('does not unfold what is named by an alias or merged, however often', () => {
    const laughs = Array.from({ length: 9 }, (_, level) =>
      level === 0 ? 'a0: &a0 lol' : `a${level}: &a${level} [${Array(9).fill(`*a${level - 1}`).join(', ')}]`,
    );
    const time = cpuTime(() => expect(read(...laughs, 'title: T').title).to.equal('T'));
    expect(time).to.be.lessThan(1000);
    expect(problems(read(...laughs, 'title: *a8'))).to.deep.equal([['note/frontMatter', 10, '*a8']]);
    expect(problems(read('title: &t T', 'summary: *t'))).to.deep.equal([['note/frontMatter', 2, '*t']]);
    expect(problems(read('title: &a [*a]'))).to.deep.equal([['note/frontMatter', 1, '[*a]']]);
    expect(read('base: &base { title: merged }', '<<: *base')).to.deep.include({ title: 'H', problems: [] });
    expect(read('x: &x { y: *x }', 'title: T').title).to.equal('T');
  });

  it('makes nothing but text of what has a tag or looks like another type', () => {
    for (const [yaml, title] of [
      ['!!js/function "return 1"', 'return 1'],
      ['!<tag:example.org,2000:evil> a', 'a'],
      ['!!binary aGk=', 'aGk='],
      ['!!int "x"', 'x'],
      ['2024-01-02', '2024-01-02'],
      ['0x10', '0x10'],
      ['1e3', '1e3'],
      ['.nan', '.nan'],
      ['true', 'true'],
      ['~', 'H'],
    ] as const) {
      expect(read(`title: ${yaml}`), yaml).to.deep.include({ title, problems: [] });
    }
    for (const yaml of ['[a]', '{ a: b }', '!!set { a }'])
      expect(read(`title: ${yaml}`).problems.map(({ args }) => args), yaml).to.deep.equal([['title: expected text']]);
  });

  it('gives a title of one line', () => {
    expect(read('title: |', '  a', '  b').title).to.equal('a b');
    expect(read('title: "a\\n\\n\\u2028b"', 'summary: "c\\r\\nd"')).to.deep.include({ title: 'a b', summary: 'c d' });
  });
});
