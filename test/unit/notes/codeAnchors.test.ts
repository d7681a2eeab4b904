import { expect } from 'chai';
import { findCodeAnchors, isAnnotatedCode } from '../../../src/core/notes/code/codeAnchors';
import { anchors, note, problems } from './shown';

/** Anchor and label. */
function found(...lines: string[]): [string, string][] {
  return findCodeAnchors(lines.join('\n')).map(({ text, label }) => [text, label]);
}

describe('the anchors in code', () => {
  it('stand in comments, behind the code that they are about or above it', () => {
    expect(
      found(
        'val a = append(x) // kafka:a.Log#append(X,Int)',
        '// Where it is written, kafka:a.Log#write.',
        '',
        'write(a)',
        'flush() /* kafka:a.Log#flush*/ /* (see kafka:a.Log) */',
        '/**',
        ' * kafka:a.Log$#<init>',
        ' */',
        '# kafka:/config/server.properties',
        'log.flush.interval.ms=1',
        '<!-- kafka:a.B--> ',
      ),
    ).to.deep.equal([
      ['kafka:a.Log#append(X,Int)', 'val a = append(x)'],
      ['kafka:a.Log#write', 'write(a)'],
      ['kafka:a.Log#flush', 'flush()'],
      ['kafka:a.Log', 'flush()'],
      ['kafka:a.Log$#<init>', 'log.flush.interval.ms=1'],
      ['kafka:/config/server.properties', 'log.flush.interval.ms=1'],
      ['kafka:a.B', ''],
    ]);
  });

  it('are nowhere else', () => {
    expect(found('val a = "kafka:a.B"', 'kafka:a.B', 'bean("xkafka:a.B") // xkafka:a.B "kafka:a.B"')).to.be.empty;
  });

  it('are those of blocks that name a language other than text, Markdown and diagrams', () => {
    for (const info of ['java', 'scala title', ' properties', 'sh']) expect(isAnnotatedCode(info), info).to.be.true;
    for (const info of ['', 'text', 'txt', 'md', 'markdown', 'Mermaid']) expect(isAnnotatedCode(info), info).to.be.false;
    expect(note('```', '// kafka:a.A', '```', '', '    // kafka:a.B').anchors).to.be.empty;
  });

  it('are anchors of the note, each at its exact place, and mention what they name', () => {
    const read = note('# Title [T](kafka:a.T)', '', '> 1. ```scala', '>    f() // kafka:a.A#f', '>    ```', '', '- ~~~java\r', '  // kafka:a.M', '  ~~~');
    expect(anchors(read)).to.deep.equal([
      ['kafka:a.T', '[T](kafka:a.T)', 'T'],
      ['kafka:a.A#f', 'kafka:a.A#f', 'f()'],
      ['kafka:a.M', 'kafka:a.M', 'kafka:a.M'],
    ]);
    expect(read.anchors.map(({ role, inBlock, section }) => [role, inBlock, section])).to.deep.equal([
      ['subject', undefined, 1],
      ['mention', 'code', 1],
      ['mention', 'code', 1],
    ]);
  });

  it('say what is wrong with them at the place', () => {
    expect(problems(note('```java', 'int a; // kafka:a.B:12', '```'))).to.deep.equal([['anchor/lineNumber', 1, ':12']]);
  });

  it('are found in linear time', () => {
    const long = 200_000;
    for (const text of ['#'.repeat(long), '// kafka:'.repeat(long / 9), '// kafka:a\n'.repeat(long / 11), `// ${'kafka:)'.repeat(long / 7)}`]) {
      const start = performance.now();
      findCodeAnchors(text);
      expect(performance.now() - start).to.be.below(2000);
    }
  });
});
