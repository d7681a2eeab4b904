import { expect } from 'chai';
import fc from 'fast-check';
import { withoutComments } from '../../../src/core/notes/htmlComments';
import { NoteParser, parseNote } from '../../../src/core/notes/parseNote';
import { sectionTexts } from '../../../src/core/search/sectionTexts';
import { rendered } from '../panel/rendering';
import { githubAnchors, githubHeadings, githubHtml } from './githubMarkdown';
import { cut } from './shown';

/** Pieces of lines; each `@` becomes a name of its own, each `^` the label of a footnote of its own. */
const pieces = [
  ...['@', '@ @', '[@](kafka:p.@)', '@ [@](kafka:p.@#@) @', '<kafka:p.@>', '**[@](kafka:p.@)** `@`', '![x](kafka:p.@)', '`[@](kafka:p.@)`', '[@ `](kafka:p.@)`](kafka:p.@)'],
  ...['<!-- @ -->', '<!-- [@](kafka:p.@) -->', '@ <!-- [@](kafka:p.@) --> [@](kafka:p.@)', '<!--', '-->', '@ -->', '<!-- @', '--> [@](kafka:p.@)', '<!--> [@](kafka:p.@)', '<!---> @', '@ <!--> [@](kafka:p.@)', '@ <!-- @'],
  ...['`<!-- [@](kafka:p.@)', '`<!--` [@](kafka:p.@) `-->`', '[@](kafka:p.@ "<!--") @ -->', '[@](kafka:p.@ "-->")', '\\<!-- [@](kafka:p.@) -->', '<!-- `-->` [@](kafka:p.@)', '[<!-- ] --> @](kafka:p.@)'],
  ...['<? [@](kafka:p.@) ?>', '@ <? [@](kafka:p.@) ?> @', '<?', '?>', '<![CDATA[', ']]> [@](kafka:p.@)', '<!X @> @', '@ <!X [@](kafka:p.@)> [@](kafka:p.@)'],
  ...['<details>', '</details>', '<details><summary>@</summary>', '<summary>@ [@](kafka:p.@)</summary>', '<div>', '</div>', '<div>[@](kafka:p.@)</div>', '<b>@</b> [@](kafka:p.@)', '<b title="<!--">[@](kafka:p.@)</b>', '<a href="x">@</a>', '<pre>@</pre>', 'a<b> [@](kafka:p.@)'],
  ...['```', '~~~', '```java', '```html', '# @', '## @ [@](kafka:p.@)', '### <!-- @ --> @', '# @ <!-- [@](kafka:p.@) --> #', '===', '---', '***'],
  ...['[^^]: @ [@](kafka:p.@)', '[^^]:', '[^^]: # @', '[^^]: - [@](kafka:p.@)', '[^^]: ```', '[^^]: <!-- [@](kafka:p.@)', '@ [^0] [@](kafka:p.@)', '[^none]', '[@ [^0]](kafka:p.@)'],
  ...['| @ | [@](kafka:p.@) |', '|---|---|', '@ | <!-- | --> @', '[@][r] @', '[r]: kafka:p.r\n', '    [@](kafka:p.@)', '      [@](kafka:p.@)', ''],
];
const prefixes = ['', '', '', '', '> ', '- ', '1. ', '  ', '    ', '  - ', '> - ', '>'];

const line = fc
  .tuple(fc.constantFrom(...prefixes), fc.constantFrom(...pieces))
  .map(([prefix, piece]) => (piece === '' ? '' : piece.startsWith('[^^]:') ? prefix.trimStart() + piece : prefix + piece));
const texts = fc.array(fc.oneof({ weight: 3, arbitrary: line }, { weight: 1, arbitrary: fc.constant('') }), { minLength: 1, maxLength: 12 }).map(numbered);

/** Every footnote is called in the first line, for GitHub leaves out those that are not. */
function numbered(lines: readonly string[]): string {
  let names = 0;
  let labels = 1;
  const body = lines.map((one) => one.replaceAll(/\[\^\^\]/g, () => `[^${labels++}]`).replaceAll('@', () => `w${names++}w`)).join('\n');
  const calls = Array.from({ length: labels }, (_, label) => `[^${label}]`).join(' ');
  return `Calls ${calls}\n\n${body}\n\n[^0]: none\n`;
}

const runs = Number(process.env.KAFKA_NOTES_RUNS ?? 250);

describe('notes and GitHub', () => {
  const parser = new NoteParser();

  function agree(check: (text: string) => void): void {
    fc.assert(fc.property(texts, check), { numRuns: runs });
  }

  it('agree on what is an anchor, and each stands where the note says', () => {
    agree((text) => {
      const read = parseNote('file:///a.md', text);
      const anchors = read.anchors.filter(({ inBlock }) => inBlock === undefined);
      expect(anchors.map((anchor) => anchor.text).sort(), text).to.deep.equal(githubAnchors(text).sort());
      for (const anchor of anchors) expect(cut(read, anchor.range), text).to.equal(anchor.text);
      for (const { label, linkRange } of anchors) {
        for (const word of label.match(/w\d+w/g) ?? []) expect(cut(read, linkRange), text).to.include(word);
      }
    });
  });

  it('agree on what is a heading', () => {
    agree((text) => {
      const levels = parseNote('file:///a.md', text).sections.slice(1).map(({ level }) => level);
      expect(levels.sort(), text).to.deep.equal(githubHeadings(text).sort());
    });
  });

  it('agree on which words are seen: in the search, in the panel and in what counts as read', () => {
    agree((text) => {
      const seen = words(githubHtml(text).replaceAll(/ (?:href|src|alt|title)="[^"]*"/g, ''));
      const titles = parseNote('file:///a.md', text).sections.map(({ title }) => title);
      const found = words([...sectionTexts(parser, text), ...titles].join(' '));
      expect(found, text).to.deep.equal(seen);
      const panel = rendered(text).replaceAll(/ (?:href|alt|title|class|id|data-[a-z]+)="[^"]*"|<span class="left-out">[^<]*<\/span>/g, '');
      expect(words(panel), text).to.deep.equal(seen);
      const kept = words(withoutComments(parseNote('file:///a.md', text)));
      for (const word of seen) expect(kept, text).to.include(word);
    });
  });

  it('agree with the panel on what is an anchor and a heading', () => {
    agree((text) => {
      const read = parseNote('file:///a.md', text);
      const html = rendered(text);
      const links = [...html.matchAll(/<a href="(kafka:[^"]*)"[^>]* data-occurrence/g)].map(([, href]) => href);
      expect(links.sort(), text).to.deep.equal(read.anchors.filter(({ inBlock }) => inBlock === undefined).map((anchor) => anchor.text).sort());
      const ids = [...html.matchAll(/<h[1-6] data-heading="([^"]*)"/g)].map(([, id]) => id);
      expect(ids.sort(), text).to.deep.equal(read.sections.slice(1).map(({ slug }) => slug).sort());
    });
  });
});

function words(text: string): string[] {
  return [...new Set(text.match(/w\d+w/g) ?? [])].sort();
}
