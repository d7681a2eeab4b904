import { expect } from 'chai';
import { NoteParser, parseNote } from '../../../src/core/notes/parseNote';
import { sectionTexts } from '../../../src/core/search/sectionTexts';

const reader = new NoteParser();

describe('the words of a note’s sections', () => {
  it('include those of links and images', () => {
    expect(
      sectionTexts(reader, 'See [`Log.append`](kafka:kafka.log.Log#append(MemoryRecords,Int)) and ![a picture](x.svg).'),
    ).to.deep.equal(['See Log.append and a picture.']);
    expect(sectionTexts(reader, '[text](<kafka:a b> "title") [ref][1]\n\n[1]: https://kafka.apache.org')).to.deep.equal([
      'text ref',
    ]);
  });

  it('leave out the marks of Markdown', () => {
    expect(sectionTexts(reader, '> - [x] **bold** _it_ `a * b` ~~no~~\n> 1. snake_case 2 * 3 * 4 a<b>c')).to.deep.equal([
      'bold it a * b no · snake_case 2 * 3 * 4 a<b>c',
    ]);
  });

  it('leave out headings and front matter, one text for each section', () => {
    const note =
      '---\ntitle: T\nsummary: S\n---\n\nbefore\n\n# One\n\nfirst\n\n> ## Two\n> second\n\nThree\n=====\n\n### Four\n\nlast';
    expect(sectionTexts(reader, note)).to.deep.equal(['before', 'first', 'second', '', 'last']);
    expect(parseNote('n', note).sections.map(({ title }) => title)).to.deep.equal(['', 'One', 'Two', 'Three', 'Four']);
  });

  it('include those of the cells of tables and of the lines of code, told apart where no sentence ends', () => {
    expect(sectionTexts(reader, '| a | b |\n|---|:-:|\n| c | d |')).to.deep.equal(['a · b · c · d']);
    expect(sectionTexts(reader, '~~~java\nint x = a * b; // `c`\n~~~\nend\n\n    # indented')).to.deep.equal([
      'end\nint x = a * b; // `c` · # indented',
    ]);
  });

  it('include the name of the code that an excerpt shows, not its address', () => {
    expect(sectionTexts(reader, 'So:\n\n```kafka\nkafka.log.Log#append(Int):~:text=if%20%28a,b\n```\nend')).to.deep.equal([
      'So: Log#append: if (a … b · end',
    ]);
  });

  it('include those of a diagram, in a line of their own', () => {
    const diagram = '```mermaid\nsequenceDiagram\n  %% kafka:kafka.server.KafkaApis\n  C->>B: produce request\n```\nAfter it.';
    expect(sectionTexts(reader, diagram)).to.deep.equal(['After it.\nproduce request']);
    expect(sectionTexts(reader, '```mermaid\nflowchart LR\n  A["the log"] --> B\n```')).to.deep.equal(['the log']);
  });
});
