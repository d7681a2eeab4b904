import { expect } from 'chai';
import { plainText } from '../../../src/core/search/plainText';

function plain(markdown: string): string {
  return plainText(markdown.split('\n'));
}

describe('Markdown as plain text', () => {
  it('keeps the words of links and images', () => {
    expect(plain('See [`Log.append`](kafka:kafka.log.Log#append(MemoryRecords,Int)) and ![a picture](x.svg).')).to.equal(
      'See Log.append and a picture.',
    );
    expect(plain('[text](<kafka:a b> "title") [ref][1]')).to.equal('text ref');
  });

  it('leaves out marks', () => {
    expect(plain('> - [x] **bold** _it_ `code` ~~no~~\n> 1. snake_case\n\n## A heading')).to.equal(
      'bold it code no snake_case A heading',
    );
  });

  it('keeps the cells of tables and the lines of code', () => {
    expect(plain('| a | b |\n|---|:-:|\n| c | d |')).to.equal('a b c d');
    expect(plain('~~~java\nint x = a * b; // `c`\n~~~\nend')).to.equal('int x = a * b; // `c` end');
  });

  it('has what a diagram says, last', () => {
    const diagram = '```mermaid\nsequenceDiagram\n  %% kafka:kafka.server.KafkaApis\n  C->>B: produce request\n```\nAfter it.';
    expect(plain(diagram)).to.equal('After it. produce request');
    expect(plain('```mermaid\nflowchart LR\n  A["the log"] --> B\n```')).to.equal('the log');
  });

  it('takes time linear in the text', () => {
    const began = performance.now();
    for (const one of ['[', '![', '[a](', '<a', '*', '`', '|', '> ', '\\', '_a']) plain(one.repeat(20_000));
    expect(performance.now() - began).to.be.below(3000);
  });
});
