import { assert } from 'chai';
import { highlight } from '../../media/colours/main';
import { renderNote } from '../../media/render/renderNote';
import { quoteMarkdown } from '../../src/core/notes/quote/quoteMarkdown';
import { createMarkdown } from '../../src/core/notes/markdown';
import { NoteParser, parseNote } from '../../src/core/notes/parseNote';
import { parseProgress } from '../../src/core/progress/progressFile';
import { findMentions } from '../../src/core/references/findMentions';
import { sectionTexts } from '../../src/core/search/sectionTexts';
import { panelNote, words } from '../unit/panel/rendering';

/** Returns the processor's milliseconds that work takes. */
function milliseconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The size of the smaller input, in repetitions of a piece, and how much larger the other one is. */
const some = 1_000;
const factor = 8;

/** The most tries: the collector of memory may run in one of them, but work that grows too fast does so in all. */
const tries = 5;

/** Holds work to linear growth: quadratic work takes 64 times as long for an input of eight times the size. */
function assertLinear(name: string, work: (pieces: number) => () => unknown): void {
  const [small, large] = [work(some), work(some * factor)];
  small();
  const ratio = (): number => {
    // A few milliseconds say nothing of growth. The better of two counts, since a slow one would hide growth.
    const base = Math.max(Math.min(milliseconds(small), milliseconds(small)), 20);
    return milliseconds(large) / base;
  };
  const ratios: string[] = [];
  while (ratios.length < tries) {
    const last = ratio();
    if (last < 2 * factor) return;
    ratios.push(last.toFixed(1));
  }
  assert.fail(`${name} takes ${ratios.join(', ')} times as long for ${factor} times as much`);
}

/** What notes are made of here; `%` becomes a number that is another one in each piece. */
const pieces: Readonly<Record<string, string>> = {
  pictures: '![a](a.png) ',
  'pictures in links': '[![a](a.png)](b.md) ',
  anchors: '[a](kafka:a.B#c%) ',
  'anchors in code': '```java\nint a; // kafka:a.B#c%\n```\n\n',
  'one block of anchors': 'f(); // kafka:a.B#c%\n',
  headings: '# a%\n\n',
  tables: '| a | b |\n| - | - |\n| c | d |\n\n',
  'rows of a table': '| a | b |\n',
  lists: '- a\n',
  tasks: '- [x] a\n',
  footnotes: 'a[^%] ',
  code: '`a.b.c(d)` ',
  emphasis: '**a** *b* ~~c~~ ',
  html: '<b>a</b> ',
  'elements of HTML': '<kbd a="b">a</kbd> ',
  'elements without an end': '<kbd> </sub> ',
  'tags without an end': '<kbd a=" ',
  'parts that fold': '<details>\n\na\n\n',
  alerts: '> [!NOTE]\n> a\n\n',
  maths: '$a$ ',
  'maths without an end': '$a ',
  'blocks of maths without an end': '$$\na\n',
  comments: '<!-- a --> b\n\n',
  quotations: '> a\n\n',
  brackets: '[',
  references: '[a][b] ',
};

function textOf(name: string, count: number): string {
  const piece = pieces[name] ?? '';
  const text = Array.from({ length: count }, (_, index) => piece.replace('%', String(index))).join('');
  if (name === 'one block of anchors') return `\`\`\`java\n${text}\`\`\`\n`;
  if (name === 'rows of a table') return `| a | b |\n| - | - |\n${text}`;
  return `${text}\n\n[^1]: b\n\n[b]: c.md\n`;
}

describe('the time for a hostile note', function () {
  this.timeout(600_000);
  const parser = new NoteParser();
  const markdown = createMarkdown();

  for (const name of Object.keys(pieces)) {
    it(`grows with its size, and no faster: ${name}`, () => {
      assertLinear('parsing', (count) => {
        const text = textOf(name, count);
        return () => parseNote('file:///a.md', text);
      });
      assertLinear('rendering', (count) => {
        const note = panelNote(textOf(name, count));
        return () => renderNote(note, words, { highlight });
      });
      assertLinear('quoting', (count) => {
        const request = { passage: textOf(name, count), definitions: ['[b]: c.md'], base: 'file:///n/', root: 'file:///n/' };
        return () => quoteMarkdown(request, markdown);
      });
      assertLinear('its words for the search', (count) => {
        const text = textOf(name, count);
        return () => sectionTexts(parser, text);
      });
      assertLinear('its mentions', (count) => {
        const text = textOf(name, count);
        return () => findMentions(parser, text);
      });
    });
  }

  it('grows with its size, and no faster: progress to import', () => {
    const file = (count: number): string => {
      const read = [{ section: 'a', slug: 'a', at: '2026-01-01T00:00:00Z' }];
      const notes = Array.from({ length: count }, (_, index) => ({ folder: 'own/a', note: `${index}.md`, read }));
      return JSON.stringify({ kafkaNotesProgress: 1, notes });
    };
    assertLinear('importing', (count) => {
      const text = file(count);
      return () => parseProgress(text, Date.now());
    });
  });
});
