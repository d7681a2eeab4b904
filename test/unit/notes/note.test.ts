import { expect } from 'chai';
import { decodeNote } from '../../../src/core/notes/decodeNote';
import { longestNote, parseNote } from '../../../src/core/notes/parseNote';
import { slugOf } from '../../../src/core/notes/slug';
import { createMarkdown } from '../../../src/core/notes/markdown';
import { cut, note, problems } from './shown';

describe('parseNote', () => {
  it('takes title and summary from the front matter', () => {
    const read = note('---', 'title: "Log: storage"', 'summary: >', '  one', '  two', 'tags: [a, {b: c}]', '---', '# Other');
    expect(read).to.deep.include({ title: 'Log: storage', summary: 'one two', bodyLine: 7, problems: [] });
  });

  it('else takes the first heading, else the name of the file', () => {
    expect(note('text', '#', '## The *log* of `x` ##').title).to.equal('The log of x');
    expect(note('text').title).to.equal('a note');
    expect(note('---', 'title:', '...', '# H')).to.deep.include({ title: 'H', bodyLine: 3, problems: [] });
    expect(parseNote('file:///%zz.md', '').title).to.equal('%zz');
  });

  it('takes a number as a title, as it is written', () => {
    expect(note('---', 'title: 2.20', '---').title).to.equal('2.20');
  });

  it('leaves a ruler a ruler', () => {
    expect(note('---', 'text')).to.deep.include({ bodyLine: 0, problems: [] });
  });

  it('divides into sections', () => {
    const { sections } = note('intro', '# A', '### B b', '## C', 'C', '---', '### B b', '# A');
    expect(sections.map(({ level, title, slug, parent, range }) => [level, title, slug, parent, range.start.line, range.end.line])).to.deep.equal([
      [0, '', '', -1, 0, 1],
      [1, 'A', 'a', 0, 1, 2],
      [3, 'B b', 'b-b', 1, 2, 3],
      [2, 'C', 'c', 1, 3, 4],
      [2, 'C', 'c-1', 1, 4, 6],
      [3, 'B b', 'b-b-1', 4, 6, 7],
      [1, 'A', 'a-1', 0, 7, 7],
    ]);
  });

  it("makes GitHub's slugs", () => {
    expect(slugOf('The `Log`: append(), read & C++_x')).to.equal('the-log-append-read--c_x');
    expect(slugOf('生产者：从 send() 到确认')).to.equal('生产者从-send-到确认');
  });
});

describe('a broken note', () => {
  it('shows, with one problem where the front matter is broken', () => {
    for (const [lines, line, text] of [
      [['---', 'title: [a', '---', '# T'], 1, 'a'],
      [['---', 'title: "a', '---', '# T'], 1, 'a'],
      [['---', 'a: 1', 'a: 2', '---', '# T'], 2, 'a'],
      [['---', 'title: [a]', '---', '# T'], 1, '[a]'],
      [['---', 'just words', '---', '# T'], 1, 'just words'],
      [['---', '['.repeat(50_000), '---', '# T'], 1, '['.repeat(50_000)],
      [['---', '- '.repeat(4000), '---', '# T'], 1, '- '.repeat(4000)],
      [['---', ...Array.from({ length: 900 }, () => '[[[[['), '---', '# T'], 21, '[[[[['],
      [['---', 'title: x', '# T'], 0, '---'],
    ] as [string[], number, string][]) {
      const read = note(...lines);
      expect(read.sections.at(-1)?.title, lines[1]?.slice(0, 20)).to.equal('T');
      expect(problems(read)).to.deep.equal([['note/frontMatter', line, text]]);
    }
  });

  it('shows, with one problem where a fence has no end', () => {
    expect(problems(note('a', '```js', '[x](kafka:a..B)'))).to.deep.equal([['note/unclosedFence', 1, '```']]);
    expect(problems(note('```'))).to.deep.equal([['note/unclosedFence', 0, '```']]);
    expect(problems(note('````', 'a', '```'))).to.deep.equal([['note/unclosedFence', 0, '````']]);
    expect(problems(note('~~~~', 'a', '    ~~~~', ''))).to.deep.equal([['note/unclosedFence', 0, '~~~~']]);
    expect(problems(note('> - ```', '>   a', '', 'b'))).to.deep.equal([['note/unclosedFence', 0, '```']]);
    expect(problems(note('```', '', ''))).to.deep.equal([['note/unclosedFence', 0, '```']]);
  });

  it('has no problem with a fence that ends', () => {
    for (const lines of [['```', '```'], ['```', 'a', '`````  '], ['> ~~~', '> a', '> ~~~'], ['- ```', '', '  a', '  ```', '- b'], ['```', '', '```'], ['1. ```', '   ```']]) {
      expect(problems(note(...lines)), lines.join('|')).to.deep.equal([]);
    }
  });

  it('shows, with one problem at the wrong part of a malformed anchor', () => {
    expect(problems(note('[x](kafka:a..B) [y](kafka:a.B)'))).to.deep.equal([['anchor/type', 0, '.']]);
    const twice = note('[x][r] [y][r]', '', '[r]: kafka:a.B#L12');
    expect(twice.anchors).to.have.length(2);
    expect(problems(twice)).to.deep.equal([['anchor/lineNumber', 2, '#L12']]);
  });

  it('says where Markdown sees no link though the author meant one', () => {
    expect(problems(note('[x](kafka:a.B#m(int, long)) and [y](kafka:a.B'))).to.deep.equal([
      ['note/notALink', 0, 'kafka:a.B#m(int, long'],
      ['note/notALink', 0, 'kafka:a.B'],
    ]);
    expect(problems(note('\\[x](kafka:a b) <!-- [x](kafka:a b) --> `[x](kafka:a b)` [`](kafka:a b)`](kafka:a.B)'))).to.deep.equal([]);
  });

  it('is not parsed where it is huge', () => {
    const read = parseNote('file:///x.md', `# T\n${'a'.repeat(longestNote)}`);
    expect(read).to.deep.include({ title: 'x', anchors: [] });
    expect(read.problems.map(({ code }) => code)).to.deep.equal(['note/tooLarge']);
    expect(decodeNote(new Uint8Array(3 * longestNote + 1)).problems.map(({ code }) => code)).to.deep.equal(['note/tooLarge']);
  });
});

describe('decodeNote', () => {
  const decode = (...bytes: number[]): ReturnType<typeof decodeNote> => decodeNote(Uint8Array.from(bytes));

  it('reads UTF-8 with and without a byte order mark', () => {
    expect(decode(0xef, 0xbb, 0xbf, 0x41, 0xf0, 0x9f, 0x98, 0x80)).to.deep.equal({ text: 'A😀', problems: [] });
  });

  it('shows what is not UTF-8, and says where it starts', () => {
    for (const wrong of [[0xff], [0xe4, 0xb8], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe0, 0x80, 0x80], [0xf0, 0x80, 0x80, 0x80], [0x80]]) {
      const { text, problems: found } = decode(0xef, 0xbb, 0xbf, 0x41, 0x0a, 0xe4, 0xb8, 0xad, ...wrong, 0x42);
      expect(text).to.match(/^A\n中\uFFFD+B$/);
      expect(found.map(({ code, range, args }) => [code, cut({ text }, range), range.start, args])).to.deep.equal([
        ['note/notUtf8', '\uFFFD', { line: 1, character: 1 }, [wrong[0]!.toString(16).toUpperCase()]],
      ]);
    }
  });
});

describe('createMarkdown', () => {
  it('renders anchors as written and no HTML', () => {
    const html = createMarkdown().render('[x](<kafka:a.B#<m>) <b> [y](javascript:a) <kafka:a.B#%3Cinit%3E>'.replace('#<m', '#\\<m'));
    expect(html.trim()).to.equal(
      '<p><a href="kafka:a.B#&lt;m">x</a> &lt;b&gt; [y](javascript:a) <a href="kafka:a.B#%3Cinit%3E">kafka:a.B#%3Cinit%3E</a></p>',
    );
  });
});
