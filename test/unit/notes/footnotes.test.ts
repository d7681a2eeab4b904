import { expect } from 'chai';
import { NoteParser } from '../../../src/core/notes/parseNote';
import { findMentions } from '../../../src/core/references/findMentions';
import { sectionTexts } from '../../../src/core/search/sectionTexts';
import { rendered } from '../panel/rendering';
import { cpuTime } from './cpuTime';
import { anchors, note, problems } from './shown';

const parser = new NoteParser();
const b = '[b](kafka:a.B)';

/** The list of footnotes, without the rest of the note. */
function list(text: string): string {
  return /<ol>(.*)<\/ol>/.exec(/<div class="footnotes".*/.exec(rendered(text))?.[0] ?? '')?.[1] ?? '';
}

/** The texts of the footnotes in the list, without tags and links back. */
function texts(text: string): string[] {
  return [...list(text).matchAll(/<li id="fn:\d+" tabindex="-1">(.*?)(?=<li id="fn:|$)/g)].map(([, item = '']) =>
    item.replaceAll(/<a [^>]*class="footnote-back".*?<\/a>|<[^>]*>/g, '').trim(),
  );
}

describe('footnotes of a note', () => {
  const places: Record<string, string[]> = {
    'a short one': ['x[^1]', '', `[^1]: ${b}`],
    'its further lines': ['x[^1]', '', '[^1]:', `    ${b}`],
    'its further paragraphs': ['x[^1]', '', '[^1]: text', '', `    ${b}`],
    'a lazy line': ['x[^1]', '', '[^1]: text', b],
    'a list in it': ['x[^1]', '', '[^1]: - text', `    - ${b}`],
    'a quotation in it': ['x[^1]', '', '[^1]:', `    > ${b}`],
    'a table in it': ['x[^1]', '', '[^1]: | a |', '    |---|', `    | ${b} |`],
    'a heading in it': ['x[^1]', '', `[^1]: ## ${b}`],
    'one in a list': ['- x[^1]', '', `  [^1]: ${b}`],
    'one in a quotation': ['> x[^1]', '>', `> [^1]: ${b}`],
    'one directly below a paragraph': ['x[^1]', `[^1]: ${b}`],
    'one directly below a table': ['| a |', '|---|', '| x[^1] |', `[^1]: ${b}`],
    'one directly below a quotation': ['> x[^1]', `[^1]: ${b}`],
    'one directly below another': ['x[^1]', '', '[^2]: y', `[^1]: ${b}`],
    'one that nothing calls': [`[^1]: ${b}`],
    'a second one of the same label': ['x[^1]', '', '[^1]: text', '', `[^1]: ${b}`],
    'a definition in it': ['x[^1]', '', '[^1]: [b]', '', '[^2]: [b]: kafka:a.B'],
    'one in another': ['x[^1]', '', '[^1]: y', '', `    [^2]: ${b}`],
    'the text that calls it': [`[b[^1]](kafka:a.B)[^1]`, '', '[^1]: y'],
    'a tab before its lines': ['x[^1]', '', '[^1]:\ty', '', `\t${b}`],
  };
  for (const [what, lines] of Object.entries(places)) {
    for (const [name, end] of Object.entries({ LF: '\n', CRLF: '\r\n' })) {
      it(`have anchors at their places: ${what} (${name})`, () => {
        const read = note(lines.join(end));
        expect(anchors(read).map(([destination, , label]) => [destination, label])).to.deep.equal([['kafka:a.B', 'b']]);
        expect(problems(read)).to.be.empty;
        expect(rendered(read.text)).to.match(/data-anchor="0" data-occurrence="0">b/);
      });
    }
  }

  it('are none where GitHub sees none', () => {
    for (const text of ['x[^1]', 'x^[text]', 'x[^1]\n\n    [^1]: y', '`[^1]`\n\n[^2]: y', 'x\\[^1]\n\n[^2]: y', '[^a b]\n\n[^a b]: y', 'x[^]\n\n[^]: y']) {
      expect(rendered(text), text).not.to.include('footnote-call');
    }
    expect(anchors(note('[^1](kafka:a.B)', '', '[^1]: x')).map(([, , label]) => label)).to.deep.equal(['^1']);
  });

  it('are no words where they are called', () => {
    const text = `# Title[^1]\n\nIt ${b}[^1] is.[^1] So.\n\n[^1]: A *note* says.\n`;
    const read = note(text);
    expect(read.sections.map(({ title, slug }) => [title, slug])[1]).to.deep.equal(['Title', 'title']);
    expect(findMentions(parser, text).map((mention) => mention.text)).to.deep.equal(['It b is.']);
    expect(sectionTexts(parser, text)[1]).to.equal('It b is. So. A note says.');
  });

  it('belong to the section in which they are written', () => {
    const read = note('# A', 'x[^1]', '# B', `[^1]: ${b}`, '# C', '[c](kafka:a.C)');
    expect(read.anchors.map(({ section, text }) => [section, text])).to.deep.equal([[2, 'kafka:a.B'], [3, 'kafka:a.C']]);
  });

  it('say what is wrong in them at its place', () => {
    expect(problems(note('x[^1]', '', '[^1]: [x](kafka:a..B)', '    [y](kafka:a b)', '    ```'))).to.deep.equal([
      ['anchor/type', 2, '.'],
      ['note/notALink', 3, 'kafka:a b'],
      ['note/unclosedFence', 4, '```'],
    ]);
  });

  it('are read in time linear in the text', () => {
    for (const part of ['[^1]', '[^1]: ', '[^1]: x\n', '[^1]:\n    ', '[^', '[^1] [^2]\n\n[^2]: [^1]: x\n\n', '[x [^1](']) {
      const text = `${part.repeat(4000)}\n\n[^1]: y`;
      expect(cpuTime(() => rendered(text)), part).to.be.below(5000);
    }
  });
});

describe('footnotes in the panel', () => {
  it('are a raised number that leads to the list at the end, which leads back', () => {
    expect(rendered('# T\n\nA.[^x]\n\n[^x]: Text.\n\n## U\n')).to.equal(
      '<section data-slug="t"><h1 data-heading="t">T</h1><p>A.<sup class="footnote-call"><a href="#fn:1" id="fnref:1" data-jump="fn:1" role="doc-noteref">1</a></sup></p></section>' +
        '<section data-slug="u"><h2 data-heading="u">U</h2></section>' +
        '<div class="footnotes" role="doc-endnotes" aria-label="Footnotes"><hr><ol><li id="fn:1" tabindex="-1"><p>Text. ' +
        '<a href="#fnref:1" class="footnote-back" data-jump="fnref:1" role="doc-backlink" title="Back" aria-label="Back">↩\uFE0E</a></p></li></ol></div>',
    );
  });

  it('have numbers in the order of their first calls, and a way back to each call', () => {
    const html = rendered('a[^b] b[^a] c[^B]\n\n[^a]: one\n\n[^b]: two\n');
    expect([...html.matchAll(/id="(fnref:[^"]*)"/g)].map(([, id]) => id)).to.deep.equal(['fnref:1', 'fnref:2', 'fnref:1:2']);
    expect([...html.matchAll(/href="#(fnref:[^"]*)"/g)].map(([, id]) => id)).to.deep.equal(['fnref:1', 'fnref:1:2', 'fnref:2']);
    expect(texts('a[^b] b[^a] c[^B]\n\n[^a]: one\n\n[^b]: two\n')).to.deep.equal(['two', 'one']);
  });

  it('have the first text of a label, and last what nothing calls, without a way back', () => {
    const text = 'a[^1]\n\n[^0]: never\n\n[^1]: first\n\n[^1]: second\n';
    expect(texts(text)).to.deep.equal(['first', 'never', 'second']);
    expect(list(text).match(/footnote-back/g)).to.have.length(1);
  });

  it('have their link back behind the last paragraph, else behind all', () => {
    expect(list('a[^1]\n\n[^1]: one\n\n    two\n')).to.match(/<p>one<\/p><p>two <a /);
    expect(list('a[^1]\n\n[^1]: one\n\n    - two\n')).to.match(/<\/ul> <a [^>]*footnote-back/);
    expect(list('a[^1]\n\n[^1]:\n')).to.match(/^<li[^>]*> <a [^>]*footnote-back/);
  });

  it('obey the rules for links, images and code', () => {
    const html = list('a[^1]\n\n[^1]: [x](command:y) ![i](https://x/y.png) [s](#t) [f](g.md) `a < b` <script>\n');
    expect(html).to.include('class="inert"').and.to.include('Left out: i').and.to.include('data-section="t"').and.to.include('data-file="g.md"');
    expect(html).to.include('&lt;script&gt;');
  });

  it('keep their headings’ slugs and the numbers of their anchors, though they stand elsewhere in the text', () => {
    const html = rendered(`a[^1] ${b}\n\n[^1]: # One\n\n    ${b}\n\n# Two\n\n${b}\n`);
    expect(html).to.match(/<section data-slug="two"><h1 data-heading="two">Two.*<h1 data-heading="one">One/);
    expect([...html.matchAll(/data-occurrence="(\d)"/g)].map(([, number]) => number)).to.deep.equal(['0', '2', '1']);
  });

  it('are no links in the text of a link', () => {
    expect(rendered(`[b[^1]](kafka:a.B)\n\n[^1]: x\n`)).to.match(/data-occurrence="0">b<sup class="footnote-call" id="fnref:1" tabindex="-1">1<\/sup><\/a>/);
  });

  it('have ids, which no heading has', () => {
    const html = rendered('# fn:1\n\n## fnref:1\n\na[^1]\n\n[^1]: x\n');
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).to.equal(ids.length).and.to.equal(2);
  });
});
