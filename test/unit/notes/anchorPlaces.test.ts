import { expect } from 'chai';
import { parseNote } from '../../../src/core/notes/parseNote';
import { anchors, cut, note } from './shown';

describe('the place of an anchor', () => {
  const cases: Record<string, [string[], [string, string, string][]]> = {
    'a link': [['see [x](kafka:a.B) there'], [['kafka:a.B', '[x](kafka:a.B)', 'x']]],
    'a link in <> with a title': [
      ['[x]( <kafka:a.B#m(int, T)>  "a (b)" )'],
      [['kafka:a.B#m(int, T)', '[x]( <kafka:a.B#m(int, T)>  "a (b)" )', 'x']],
    ],
    'balanced parentheses': [['([x](kafka:a.B#m(A,B)))'], [['kafka:a.B#m(A,B)', '[x](kafka:a.B#m(A,B))', 'x']]],
    'brackets and code in the text': [
      ['[a [b] `](kafka:no.No)` *c*](kafka:a.B)'],
      [['kafka:a.B', '[a [b] `](kafka:no.No)` *c*](kafka:a.B)', 'a [b] ](kafka:no.No) c']],
    ],
    'several identical ones in a line': [
      ['[x](kafka:a.B)[x](kafka:a.B) [x](kafka:a.B)'],
      [
        ['kafka:a.B', '[x](kafka:a.B)', 'x'],
        ['kafka:a.B', '[x](kafka:a.B)', 'x'],
        ['kafka:a.B', '[x](kafka:a.B)', 'x'],
      ],
    ],
    'escapes and entities': [
      ['\\[no\\]\\(kafka:a.B) [x\\]](kafka:a.B#\\<init\\>) [y](kafka:a.B#&lt;init&gt;)'],
      [
        ['kafka:a.B#\\<init\\>', '[x\\]](kafka:a.B#\\<init\\>)', 'x]'],
        ['kafka:a.B#&lt;init&gt;', '[y](kafka:a.B#&lt;init&gt;)', 'y'],
      ],
    ],
    'reference links': [
      ['[full][R] [R][] [r]', '', '> [other]: x.md', '> [r]:', '>   <kafka:a.B>', "> 't'", '', '[R]: kafka:no.Second'],
      [
        ['kafka:a.B', '[full][R]', 'full'],
        ['kafka:a.B', '[R][]', 'R'],
        ['kafka:a.B', '[r]', 'r'],
      ],
    ],
    'an autolink': [['a <kafka:a.B#m> b'], [['kafka:a.B#m', '<kafka:a.B#m>', 'kafka:a.B#m']]],
    'a heading with closing marks': [['## x [y](kafka:a.B) ##'], [['kafka:a.B', '[y](kafka:a.B)', 'y']]],
    'an underlined heading': [['a', '[y](kafka:a.B)', '==='], [['kafka:a.B', '[y](kafka:a.B)', 'y']]],
    'a table, also with | in it': [
      ['> | [a](kafka:a.A) | b \\| [b](kafka:a.B#x\\|) |', '> |---|---|', '> | [a](kafka:a.A) | [a](kafka:a.A) |', '> [c](kafka:a.C) | x'],
      [
        ['kafka:a.A', '[a](kafka:a.A)', 'a'],
        ['kafka:a.B#x\\|', '[b](kafka:a.B#x\\|)', 'b'],
        ['kafka:a.A', '[a](kafka:a.A)', 'a'],
        ['kafka:a.A', '[a](kafka:a.A)', 'a'],
        ['kafka:a.C', '[c](kafka:a.C)', 'c'],
      ],
    ],
    'lists, quotes and lazy lines': [
      ['-\t[a](kafka:a.A)', '  1. > [b](kafka:a.B)', 'lazy [c](kafka:a.C)'],
      [
        ['kafka:a.A', '[a](kafka:a.A)', 'a'],
        ['kafka:a.B', '[b](kafka:a.B)', 'b'],
        ['kafka:a.C', '[c](kafka:a.C)', 'c'],
      ],
    ],
    'a link over two lines': [['> [a', '> b](kafka:a.B', '> "t") c'], [['kafka:a.B', '[a\n> b](kafka:a.B\n> "t")', 'a b']]],
    'emphasis around it': [['**a [b](kafka:a.B)** ~~[c](kafka:a.C)~~'], [['kafka:a.B', '[b](kafka:a.B)', 'b'], ['kafka:a.C', '[c](kafka:a.C)', 'c']]],
    'an image in its text': [['[![alt](i.png)](kafka:a.B)'], [['kafka:a.B', '[![alt](i.png)](kafka:a.B)', 'alt']]],
    'what looks like a footnote': [['[^1]: see [x](kafka:a.B)'], [['kafka:a.B', '[x](kafka:a.B)', 'x']]],
    'characters of two units before it': [['😀中 [x](kafka:a.B)'], [['kafka:a.B', '[x](kafka:a.B)', 'x']]],
    'no anchor in code, images and other schemes': [
      ['`[x](kafka:a.B)` ![x](kafka:a.B) [x](kafkaesque:a.B)', '', '    [x](kafka:a.B)', '', '~~~', '[x](kafka:a.B)', '~~~'],
      [],
    ],
  };
  for (const [what, [lines, expected]] of Object.entries(cases)) {
    for (const [name, end] of Object.entries({ LF: '\n', CRLF: '\r\n', CR: '\r' })) {
      it(`${what} (${name})`, () => {
        const read = parseNote('file:///a.md', lines.join(end));
        const found = anchors(read).map((parts) => parts.map((part) => part.replaceAll(end, '\n')));
        expect(found).to.deep.equal(expected);
      });
    }
  }

  it('counts columns in UTF-16 units, after tabs and without a byte order mark', () => {
    const read = parseNote('file:///a.md', '\uFEFF\t\n-\t😀[x](kafka:a.B)');
    expect(read.anchors.map(({ range }) => range)).to.deep.equal([{ start: { line: 1, character: 8 }, end: { line: 1, character: 17 } }]);
  });

  it('unescapes the text of an anchor, and reports an error inside at its place all the same', () => {
    const read = note('[x](kafka:a\\_b&amp;..C)');
    expect(read.anchors.map(({ text }) => text)).to.deep.equal(['kafka:a_b&..C']);
    expect(read.problems.map(({ code, range }) => [code, cut(read, range)])).to.deep.equal([['anchor/type', '&amp;']]);
  });

  it('knows section and role', () => {
    const read = note('[a](kafka:a.A)', '# T [b](kafka:a.B)', '[c](kafka:a.C)', '- ## U [d](kafka:a.D)', '[e](kafka:a.E)');
    expect(read.anchors.map(({ text, section, role }) => [text.slice(8), section, role])).to.deep.equal([
      ['A', 0, 'mention'],
      ['B', 1, 'subject'],
      ['C', 1, 'mention'],
      ['D', 2, 'subject'],
      ['E', 2, 'mention'],
    ]);
  });

  it('lists all other links and images', () => {
    const read = note('[a](b.md#c) ![i](x%20y.png "t") <https://kafka.apache.org> [r]', '', '[r]: d.md');
    expect(read.links.map(({ href, isImage, range }) => [href, isImage, cut(read, range)])).to.deep.equal([
      ['b.md#c', false, 'b.md#c'],
      ['x%20y.png', true, 'x%20y.png'],
      ['https://kafka.apache.org', false, 'https://kafka.apache.org'],
      ['d.md', false, 'd.md'],
    ]);
  });
});
