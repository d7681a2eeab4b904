import { expect } from 'chai';
import { findDiagramAnchors, isDiagram } from '../../../src/core/notes/diagrams/diagramAnchors';
import type { DiagramPlace } from '../../../src/core/notes/diagrams/diagramAnchor';
import { anchors, note, problems } from './shown';

/** Anchor, what it belongs to, label. */
function found(...lines: string[]): [string, DiagramPlace, string][] {
  return findDiagramAnchors(lines.join('\n')).map(({ text, place, label }) => [text, place, label]);
}

const named = (...names: string[]): DiagramPlace => ({ kind: 'named', names });
const line = (index: number): DiagramPlace => ({ kind: 'line', line: index });

describe('the anchors of a diagram', () => {
  it('stand in the links of nodes, arrows with a name, classes and states', () => {
    expect(
      found(
        'flowchart LR',
        '  A["send()<br/>of the producer"] e1@-->|append| B[(buffer)] --> C{{"`six`"}}',
        '  click A "kafka:a.A#m(B, C)"',
        '  click e1 href "kafka:a.E" "when a batch is full" _blank',
        '\tclick B,C href "kafka:a.B"',
        '  link D "KAFKA:a.D"',
      ),
    ).to.deep.equal([
      ['kafka:a.A#m(B, C)', named('A'), 'send() of the producer'],
      ['kafka:a.E', named('e1'), 'when a batch is full'],
      ['kafka:a.B', named('B', 'C'), 'buffer, six'],
      ['KAFKA:a.D', named('D'), 'D'],
    ]);
  });

  it('stand in the links of participants', () => {
    expect(
      found('sequenceDiagram', 'participant S as The sender', 'link S: Code @ kafka:a.S#run()  ', 'link My Name: @ kafka:a.N'),
    ).to.deep.equal([
      ['kafka:a.S#run()', named('S'), 'Code'],
      ['kafka:a.N', named('My Name'), 'My Name'],
    ]);
  });

  it('stand in comments about what the next line draws', () => {
    expect(
      found(
        '%% kafka:a.P',
        'participant P as The producer',
        '%%kafka:a.M#m(A, B)  ',
        '%% says more',
        '',
        'P->>Q: append: a batch',
        '  %% kafka:a.X',
        '  A -->|"the label"| B',
        '  %% kafka:a.Y',
        '  A == thick ==> B',
        '  %% kafka:a.End',
      ),
    ).to.deep.equal([
      ['kafka:a.P', line(1), 'The producer'],
      ['kafka:a.M#m(A, B)', line(5), 'append: a batch'],
      ['kafka:a.X', line(7), 'the label'],
      ['kafka:a.Y', line(9), 'thick'],
      ['kafka:a.End', line(-1), ''],
    ]);
  });

  it('are nowhere else', () => {
    expect(found('A["kafka:a.A"] --> B', 'click B call f("kafka:a.B")', 'click C "https://x/kafka:a.C"', 'Note over A: %% kafka:a.A')).to.be
      .empty;
  });

  it('are those of Mermaid’s fences only', () => {
    for (const info of ['mermaid', ' Mermaid title', 'mermaid\t']) expect(isDiagram(info), info).to.be.true;
    for (const info of ['', 'mermaidx', 'java', 'text mermaid']) expect(isDiagram(info), info).to.be.false;
    expect(note('```text', 'click A "kafka:a.A"', '```').anchors).to.be.empty;
  });

  it('are anchors of the note, each at its exact place, in quotations, lists and with tabs too', () => {
    const read = note(
      '# Title [T](kafka:a.T)',
      '',
      '> 1. ```mermaid',
      '>    flowchart TD',
      '>    \tA[text] --> B',
      '>    \tclick A "kafka:a.A"',
      '>    ```',
      '',
      '\t- ~~~mermaid',
      '\t  %% kafka:a.M#m  ',
      '\t  P->>Q: says',
      '\t  ~~~',
    );
    expect(anchors(read).slice(0, 2)).to.deep.equal([
      ['kafka:a.T', '[T](kafka:a.T)', 'T'],
      ['kafka:a.A', 'click A "kafka:a.A"', 'text'],
    ]);
    expect(read.anchors.map(({ role, inBlock }) => [role, inBlock])).to.deep.include(['mention', 'diagram']);
    expect(read.anchors[1]?.section).to.equal(1);
  });

  it('keep their places with Windows line ends', () => {
    const read = note('```mermaid\r', 'flowchart LR\r', '  click A "kafka:a.A" "tip"\r', '```\r');
    expect(anchors(read)).to.deep.equal([['kafka:a.A', 'click A "kafka:a.A" "tip"', 'tip']]);
  });

  it('say what is wrong with them at the place', () => {
    const read = note('```mermaid', 'flowchart LR', 'click A "kafka:a.B#1x"', '%% kafka:a.B:12', 'A --> B', '```');
    expect(problems(read)).to.have.deep.members([
      ['anchor/member', 2, '1'],
      ['anchor/lineNumber', 3, ':12'],
    ]);
  });

  it('are found in linear time', () => {
    const seconds = (text: string): number => {
      const start = performance.now();
      findDiagramAnchors(text);
      return performance.now() - start;
    };
    const long = 200_000;
    const texts = [
      `click ${'a'.repeat(long)} kafka:`,
      `${'click A '.repeat(long / 8)}"kafka:x"`,
      `link ${'a '.repeat(long / 2)}kafka:`,
      `${' '.repeat(long)}kafka:`,
      `A[${'['.repeat(long)}\nclick A "kafka:a.A"`,
      `${'A['.repeat(long / 2)}\nclick A "kafka:a.A"`,
      '%% kafka:a.A\n'.repeat(long / 13),
      `%% kafka:a.A\n${'-- '.repeat(long / 3)}`,
    ];
    for (const text of texts) expect(seconds(text), text.slice(0, 40)).to.be.below(1500);
  });
});
