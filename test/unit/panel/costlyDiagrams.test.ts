import { assert } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCostly } from '../../../media/diagrams/costly';

describe('a diagram that may hold the page for long', () => {
  it('is one with many lines or characters', () => {
    assert.isFalse(isCostly(`flowchart LR\n${'a --> b\n'.repeat(200)}`));
    assert.isTrue(isCostly(`flowchart LR\n${'a --> b\n'.repeat(300)}`));
    assert.isTrue(isCostly(`flowchart LR\na["${'x'.repeat(11_000)}"]`));
  });

  it('is a mind map of some size, and a chart over a long time or in small steps', () => {
    assert.isFalse(isCostly('mindmap\n  root\n    one\n    two\n'));
    assert.isTrue(isCostly(`mindmap\n  root\n${'    a node of some words\n'.repeat(200)}`));
    const gantt = (task: string, more = ''): string => `gantt\n  dateFormat YYYY-MM-DD\n${more}  section A\n  a :${task}\n`;
    assert.isFalse(isCostly(gantt('2019-03-22, 30d')));
    assert.isTrue(isCostly(gantt('1000-01-01, 2999-12-31', '  excludes weekends\n')));
    assert.isTrue(isCostly(gantt('2019-03-22, 99999999d')));
    assert.isTrue(isCostly(gantt('2019-03-22, 30d', '  tickInterval 1millisecond\n')));
    assert.isTrue(isCostly('gantt\n  dateFormat X\n  a :0, 1553212800\n'));
  });

  it('is one that counts up to a large number, in its text or in its settings', () => {
    assert.isTrue(isCostly('packet-beta\n0-4294967295: "much"\n'));
    assert.isTrue(isCostly('xychart-beta\n  y-axis 0 --> 1e12\n'));
    assert.isTrue(isCostly('---\nconfig:\n  sequence:\n    width: 100000000\n---\nsequenceDiagram\n  a->>b: c\n'));
    assert.isTrue(isCostly('%%{init: {"flowchart": {"nodeSpacing": 1e9}}}%%\nflowchart LR\n  a --> b\n'));
    assert.isFalse(isCostly('sequenceDiagram\n  a->>b: offset 123456789\n'));
    assert.isFalse(isCostly('packet-beta\n0-15: "key"\n'));
  });

  it('is none of the notes’ own', () => {
    const folder = join(__dirname, '..', '..', '..', 'notes');
    const notes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    const diagrams = notes.flatMap((name) => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(/^```mermaid\n([^]*?)^```/gm),
    ]);
    assert.isAtLeast(diagrams.length, 8);
    for (const [, text = ''] of diagrams) assert.isFalse(isCostly(text), text);
  });
});
