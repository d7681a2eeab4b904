import { expect } from 'chai';
import { findHtmlComments, withoutComments, withoutHtmlComments } from '../../../src/core/notes/htmlComments';
import { parseNote } from '../../../src/core/notes/parseNote';
import { parseOutline } from '../../../src/core/notes/parseOutline';
import { isNote, noteGlob } from '../../../src/core/notes/noteFile';
import { readingSeconds } from '../../../src/core/notes/readingTime';
import { readableSections } from '../../../src/core/progress/readableSection';
import { NoteParser } from '../../../src/core/notes/parseNote';
import { findMentions } from '../../../src/core/references/findMentions';
import { sectionTexts } from '../../../src/core/search/sectionTexts';
import { trailsOf } from '../../../src/core/trails/trail';
import { rendered } from '../panel/rendering';
import { cpuTime } from './cpuTime';
import { anchors, note, problems } from './shown';

const parser = new NoteParser();

/** These would all be found if a comment's text were text of the note. */
const commented = ['# Heading [x](kafka:a.X)', '', '- [x](kafka:a.X) words', '', '```java', '// kafka:a.X', '```', '', '[r]: kafka:a.X', '', '![x](gone.png) [x](gone.md) [x](kafka:a b)'];

describe('comments of HTML in a note', () => {
  const comments: Record<string, string[]> = {
    'over several lines and blank ones': ['<!--', ...commented, '-->'],
    'that begin in the line': [`Text <!-- ${commented[2]} --> goes on.`],
    'in a list item': ['- <!--', ...commented.map((line) => `  ${line}`), '  -->', '- item'],
    'in a quotation': ['> <!--', ...commented.map((line) => `> ${line}`), '> -->', '> text'],
    'in a table': ['| a | b |', '|---|---|', '| <!-- [x](kafka:a.X) --> | b |'],
    'in a heading': ['## Two <!-- [x](kafka:a.X) -->'],
    'without an end': ['text', '', '<!--', ...commented],
    'behind front matter': ['---', 'title: T', '---', '<!--', ...commented, '-->', 'text'],
    'with a fence in them': ['<!--', '```', '-->', '', '## After'],
    'that are instructions, declarations and CDATA': ['<? [x](kafka:a.X) ?>', '', '<!X [x](kafka:a.X)>', '', '<![CDATA[', ...commented, ']]>', '', 'a <? [x](kafka:a.X) ?> b'],
    'below a tag': ['<div>', '<!-- [x](kafka:a.X) -->', '</div>'],
    'behind a wildcard type': ['A Class<?> is <!-- [x](kafka:a.X) --> a class.'],
  };
  for (const [what, lines] of Object.entries(comments)) {
    it(`are no text ${what}`, () => {
      const read = note(...lines);
      expect(read.anchors).to.be.empty;
      expect(read.links).to.be.empty;
      expect(problems(read)).to.be.empty;
      expect(read.sections.map(({ title }) => title).join()).not.to.include('Heading');
      expect(sectionTexts(parser, read.text).join()).not.to.match(/words|kafka:/);
      expect(rendered(read.text)).not.to.match(/words|kafka:|Heading|gone|--/);
      expect(withoutComments(read)).not.to.match(/words|kafka:/);
      expect(withoutComments(read).length).to.equal(read.text.length);
      expect(trailsOf(read)).to.be.empty;
      expect(findMentions(parser, read.text)).to.be.empty;
    });
  }

  const texts: Record<string, string[]> = {
    'the rest of the line in which a block of HTML ends': ['<!--> [x](kafka:a.X)', '<!---> [x](kafka:a.X)', '<!-- `-->` [x](kafka:a.X)', '<!-- c --> [x](kafka:a.X)'],
    'comments in code': ['`<!--` [x](kafka:a.B) `-->`', '    <!--\n\n[x](kafka:a.B) -->', '```\n<!--\n```\n[x](kafka:a.B)', '\\<!-- [x](kafka:a.B) -->', '[x](kafka:a.B "<!--") -->', 'text <!-- [x](kafka:a.B)'],
    'comments in their sentence': ['A <!-- b --> [x](kafka:a.B)', '[x <!-- ] --> y](kafka:a.B)', '[<!-- c -->](kafka:a.B)'],
    'details': ['<details>\n<summary>S</summary>\n\n[x](kafka:a.B)\n\n</details>', '<details><summary>S</summary>\n\n## H [x](kafka:a.B)\n</details>'],
    'tags in the line': ['<b>[x](kafka:a.B)</b>', 'a<sub>[x](kafka:a.B)</sub>', '<kbd>k</kbd> [x](kafka:a.B)'],
  };
  for (const [what, all] of Object.entries(texts)) {
    it(`leave what stands beside them: ${what}`, () => {
      for (const text of all) {
        const isRaw = text.startsWith('<!--');
        expect(note(...text.split('\n')).anchors.map((anchor) => anchor.text), text).to.deep.equal(isRaw ? [] : ['kafka:a.B']);
        expect(rendered(text), text).to.match(isRaw ? /kafka:a\.X/ : /data-anchor="0"/);
      }
    });
  }

  it('are not shown, and other HTML is shown as text, in which Markdown is none', () => {
    expect(rendered('a <!-- b --> <i>c</i>\n\n<!-- d -->\n\n<div>\n<!-- e\n--> *f* <a href="kafka:a.B">g</a>\n</div>\n')).to.equal(
      '<section data-slug=""><h1>note</h1><p>a  &lt;i&gt;c&lt;/i&gt;</p><p>&lt;div&gt; *f* &lt;a href=&quot;kafka:a.B&quot;&gt;g&lt;/a&gt;&lt;/div&gt;</p></section>',
    );
    expect(note('<div>', '[x](kafka:a.B) <a href="kafka:a.B">g</a>', '</div>').anchors).to.be.empty;
    expect(rendered('![a <!-- b --> c](i.png)')).to.include('alt="a  c"');
  });

  it('are no part of a heading’s title, slug and mention, nor of a link’s text', () => {
    const read = note('# Two <!-- draft -->', '', '### <!-- draft -->', 'It [*a* <!-- b -->c](kafka:a.B) <!-- is --> so.');
    expect(read).to.deep.include({ title: 'Two' });
    expect(read.sections.map(({ title, slug }) => [title, slug])).to.deep.equal([['', ''], ['Two', 'two'], ['', '-1']]);
    expect(anchors(read).map(([, , label]) => label)).to.deep.equal(['a c']);
    expect(findMentions(parser, read.text).map(({ text }) => text)).to.deep.equal(['It a c so.']);
  });

  it('are no entries of an outline, nor do they end a chapter', () => {
    const { chapters } = parseOutline('# Plan\n\n<!-- - [Z](z.md) -->\n## One\n\n- [A](a.md) <!-- x -->\n  <!--\n  - [B](b.md)\n  -->\n- <!-- [ ] -->\n- [D](d.md) <!-- y -->\n\n<!--\n- [Not yet](b.md)\n-->\n\n## Two <!-- draft -->\n\n<!-- no prose -->\n');
    expect(chapters.map(({ title, entries }) => [title, ...entries.map((entry) => entry.note)])).to.deep.equal([['One', 'a.md', 'd.md'], ['Two']]);
  });

  it('take no time to read, and make no section to tick', () => {
    const text = '# T\n\nText.\n\n## Draft\n\n<!--\n```\nlong words\n```mermaid\n-->\n\n## Next\n\nIt goes <!-- on and --> on.\n';
    const read = parseNote('file:///a.md', text);
    expect(readableSections(read).map(({ section }) => section.title)).to.deep.equal(['T', 'Next']);
    expect(readingSeconds(withoutComments(read))).to.equal(readingSeconds('# T\n\nText.\n\n## Draft\n\n## Next\n\nIt goes on.\n'));
    const [trail] = trailsOf(parseNote('file:///a.md', `${text}\n1. [x](kafka:a.B) <!-- ${'word '.repeat(400)} -->`));
    expect(trail?.steps[0]?.seconds).to.be.below(10);
  });

  it('keep their digest where only a comment changes', () => {
    const long = 'words that tell this section from every other one '.repeat(3);
    const digests = ['', '<!-- one -->', '\n<!-- two\n\n-->\n'].map((comment) => readableSections(note('# A', '', long, comment))[0]?.digest());
    expect(new Set(digests).size).to.equal(1);
  });

  it('have their places in the file, whatever containers stand before their lines', () => {
    const text = '> - a <!-- b\n>   c --> d\n> - <!--\n>   e\n\n| f \\| <!-- g --> |\n|---|\n\n\t<!-- code -->\n';
    const read = parseNote('file:///a.md', text);
    expect(read.comments?.map(({ start, end }) => text.slice(start, end))).to.deep.equal(['<!-- b\n>   c -->', '<!--\n>   e\n', '<!-- g -->']);
    expect(note('a `<!-- b -->`').comments).to.be.undefined;
  });
});

describe('raw HTML', () => {
  it('has comments where a browser sees some', () => {
    const found = (html: string): string[] => findHtmlComments(html).map(({ start, end }) => html.slice(start, end));
    expect(found('a<!-- b --><!---><!-->c-->')).to.deep.equal(['<!-- b -->', '<!--->', '<!-->']);
    expect(found('<a b="<!-- c -->" d=\'>\' e><!-- f')).to.deep.equal(['<!-- f']);
    expect(found('</a <!-- b -->')).to.be.empty;
    expect(found('<?a?b?><!DOCTYPE html><![CDATA[>]]>d < e <1')).to.deep.equal(['<?a?b?>', '<!DOCTYPE html>', '<![CDATA[>]]>']);
    expect(withoutHtmlComments('a <!-- b --> c')).to.equal('a  c');
  });

  it('is looked through in time linear in it', () => {
    for (const part of ['<', '<!--', '<!-- -->', '<a ', '<a "', '<a "">', '<?', '<!', '</']) {
      const html = part.repeat(100_000);
      expect(cpuTime(() => findHtmlComments(html)), part).to.be.below(1000);
    }
  });
});

describe('the file of a note', () => {
  it('has one of two extensions in any case, and its pattern says the same', () => {
    for (const name of ['a.md', 'a.MD', 'b/a.Markdown', '.md']) expect(isNote(name), name).to.be.true;
    for (const name of ['md', 'a.mdx', 'a.md.txt', 'a.mdown', 'README']) expect(isNote(name), name).to.be.false;
    expect(noteGlob).to.equal('**/*.{[mM][dD],[mM][aA][rR][kK][dD][oO][wW][nN]}');
  });
});
