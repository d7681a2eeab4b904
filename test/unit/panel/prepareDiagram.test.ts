import { expect } from 'chai';
import { anyMark, prepareDiagram } from '../../../media/diagrams/prepareDiagram';

/** The text for Mermaid with `¶` for each mark, and the names that carry anchors. */
function prepared(...lines: string[]): [string[], string[][]] {
  const { text, anchors } = prepareDiagram(lines.join('\n'));
  return [text.replaceAll(anyMark, '¶').split('\n'), anchors.map(({ names }) => [...names])];
}

describe('a diagram made ready for Mermaid', () => {
  it('keeps its lines, without links and comments of ours', () => {
    expect(prepared('flowchart LR', '%% a comment', 'A --> B', 'click A "kafka:a.A"', 'click B "https://x.test"')).to.deep.equal([
      ['flowchart LR', '', 'A --> B', '', 'click B "https://x.test"'],
      [['A']],
    ]);
    expect(prepared('%%{init: {"theme": "dark"}}%%', 'flowchart LR')[0]).to.deep.equal([
      '%%{init: {"theme": "dark"}}%%',
      'flowchart LR',
    ]);
  });

  it('has no picture in a node, which would be asked for while it is drawn', () => {
    for (const key of ['img', '"img"', "'img'", 'IMG ']) {
      const { text } = prepareDiagram(`flowchart LR\n  a@{ ${key}: "https://evil.test/a.png", label: "img: a" } --> b`);
      expect(text)
        .to.match(/noImg["' ]*: "https/)
        .and.to.include('label: "img: a"');
    }
    expect(prepareDiagram('flowchart LR\n  a["img: a"] --> b').text).to.include('a["img: a"]');
  });

  it('names the arrows that anchors are about, unless they have a name', () => {
    expect(
      prepared('graph TD', '%% kafka:a.A', 'A["x -- y"] -->|text| B', '%% kafka:a.B', 'B e1@==> C', '%% kafka:a.C', 'C'),
    ).to.deep.equal([
      ['graph TD', '', 'A["x -- y"] kafkaNotes0@-->|text| B', '', 'B e1@==> C', '', 'C'],
      [['kafkaNotes0'], ['e1'], []],
    ]);
  });

  it('marks messages, notes and participants of a sequence, and leaves their names alone', () => {
    expect(
      prepared(
        'sequenceDiagram',
        '%% kafka:a.P',
        'participant P',
        '%% kafka:a.Q',
        'actor Q as The other',
        '%% kafka:a.M',
        'P->>Q: text',
        '%% kafka:a.N',
        '%% kafka:a.Second',
        'Note over P: note',
      ),
    ).to.deep.equal([
      [
        'sequenceDiagram',
        '',
        'participant P as P¶',
        '',
        'actor Q as The other¶',
        '',
        'P->>Q: text¶',
        '',
        '',
        'Note over P: note¶',
      ],
      [[], [], [], [], []],
    ]);
  });

  it('marks what stands behind a colon in class, state and entity diagrams', () => {
    expect(prepared('---', 'title: T', '---', 'erDiagram', '%% kafka:a.A', 'A ||--o{ B : "has"')[0].at(-1)).to.equal(
      'A ||--o{ B : "has¶"',
    );
    expect(prepared('stateDiagram-v2', '%% kafka:a.A', 'A --> B')[0].at(-1)).to.equal('A --> B');
  });

  it('has another mark for each anchor', () => {
    const lines = Array.from({ length: 20 }, (_, index) => [`%% kafka:a.A${index}`, `A->>B: ${index}`]).flat();
    const { anchors } = prepareDiagram(['sequenceDiagram', ...lines].join('\n'));
    expect(new Set(anchors.map(({ mark }) => mark)).size).to.equal(20);
  });

  it('can do without marks', () => {
    const { text, anchors } = prepareDiagram('sequenceDiagram\n%% kafka:a.A\nA->>B: text', false);
    expect(text).to.equal('sequenceDiagram\n\nA->>B: text');
    expect(anchors).to.deep.equal([{ text: 'kafka:a.A', label: 'text', names: [] }]);
  });

  it('leaves diagrams of other kinds as they are', () => {
    expect(prepared('mindmap', '%% kafka:a.A', '  root')[0]).to.deep.equal(['mindmap', '', '  root']);
  });
});
