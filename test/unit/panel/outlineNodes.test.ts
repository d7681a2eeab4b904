import { expect } from 'chai';
import { parseOutline } from '../../../src/core/notes/parseOutline';
import {
  eachNode,
  outlineNodes,
  progressOf,
  type OutlinedFolder,
  type OutlineNode,
} from '../../../src/extension/outline/outlineNodes';

function folder(readme: string | undefined, notes: readonly string[], more: Partial<OutlinedFolder> = {}): OutlinedFolder {
  const uri = more.uri ?? 'file:///notes';
  return {
    uri,
    title: 'Notes',
    outline: readme === undefined ? undefined : parseOutline(readme),
    outlineUri: `${uri}/README.md`,
    notes: notes.map((name) => ({ uri: `${uri}/${name}`, title: `Title of ${name}`, summary: `Summary of ${name}` })),
    unreadable: undefined,
    resolve: (path) => `${uri}/${path}`,
    ...more,
  };
}

/** One line a node: two spaces a level, the kind, the title. */
function drawn(nodes: readonly OutlineNode[], indent = ''): string[] {
  return nodes.flatMap((node) => [`${indent}${node.kind} ${node.title}`.trimEnd(), ...drawn(node.children, `${indent}  `)]);
}

const readme = `# All
## One
- [x] [A](a.md#part)
- [ ] B
  - [x] [C](c.md)
  - [ ] D
## Two
- [x] [Gone](gone.md)
- [ ] [Draft](a.md)
`;

describe('the outline’s tree', () => {
  it('has the chapters of a single folder at its root', () => {
    expect(drawn(outlineNodes([folder(readme, ['README.md', 'a.md', 'c.md'])]))).to.deep.equal([
      'chapter One',
      '  note A',
      '  unwritten B',
      '    note C',
      '    planned',
      '      unwritten D',
      'chapter Two',
      '  lost Gone',
      '  planned',
      '    unwritten Draft',
    ]);
  });

  it('has a root for each of several folders, and for one that cannot be read', () => {
    const other = folder(undefined, ['z.md', 'b.md'], { uri: 'file:///own', title: 'Own' });
    expect(drawn(outlineNodes([folder('## One\n- [ ] B\n', []), other]))).to.deep.equal([
      'folder Notes',
      '  chapter One',
      '    unwritten B',
      'folder Own',
      '  note Title of b.md',
      '  note Title of z.md',
    ]);
    expect(drawn(outlineNodes([folder(undefined, [], { unreadable: 'No permission.' })]))).to.deep.equal(['folder Notes']);
  });

  it('lists the notes that the outline does not name', () => {
    const nodes = outlineNodes([folder(readme, ['README.md', 'a.md', 'c.md', 'extra.md'])]);
    expect(drawn(nodes).slice(-2)).to.deep.equal(['chapter', '  note Title of extra.md']);
    expect(nodes.at(-1)).to.include({ kind: 'chapter', others: true });
  });

  it('puts what is planned together behind what is written, which keeps its order', () => {
    const plan =
      '## One\n- [ ] P\n  - [ ] Q\n- [x] [C](c.md)\n- [ ] R\n- [x] [A](a.md)\n- [x] [Gone](gone.md)\n## Two\n- [ ] S\n';
    const nodes = outlineNodes([folder(plan, ['a.md', 'c.md'])]);
    expect(drawn(nodes)).to.deep.equal([
      'chapter One',
      '  note C',
      '  note A',
      '  lost Gone',
      '  planned',
      '    unwritten P',
      '      unwritten Q',
      '    unwritten R',
      'chapter Two',
      '  unwritten S',
    ]);
    const planned = nodes[0]?.children.at(-1);
    expect(planned && progressOf(planned)).to.deep.equal({ written: 0, total: 2 });
    expect(nodes[0] && progressOf(nodes[0])).to.deep.equal({ written: 2, total: 5 });
  });

  it('knows places, summaries and parents', () => {
    const nodes = outlineNodes([folder(readme, ['a.md', 'c.md'])]);
    const [first] = nodes;
    expect(first?.children[0]).to.deep.include({
      place: { note: 'file:///notes/a.md', slug: undefined },
      summary: 'Summary of a.md',
    });
    for (const node of eachNode(nodes)) for (const child of node.children) expect(child.parent).to.equal(node);
  });

  it('gives every node an id of its own, the same after each reading', () => {
    const folders = [folder(readme, ['a.md', 'c.md', 'x.md']), folder(readme, ['a.md'], { uri: 'file:///own' })];
    const ids = [...eachNode(outlineNodes(folders))].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect([...eachNode(outlineNodes(folders))].map(({ id }) => id)).to.deep.equal(ids);
  });

  it('counts what is written, entries that only hold others left out', () => {
    const [one, two] = outlineNodes([folder(readme, ['a.md', 'c.md'])]);
    expect(one && progressOf(one)).to.deep.equal({ written: 2, total: 3 });
    expect(two && progressOf(two)).to.deep.equal({ written: 0, total: 2 });
  });
});
