import { expect } from 'chai';
import { layout, type Area } from '../../../media/map/layout';
import { neighbour, type Direction } from '../../../media/map/neighbour';
import { SteadySizes } from '../../../media/map/steadySizes';
import { buildMap } from '../../../src/core/map/buildMap';
import { eachNode, type MapNode } from '../../../src/core/map/mapNode';
import { percent } from '../../../src/core/map/percent';
import { kafkaMap } from './kafkaMap';

const size = { width: 1200, height: 800 };
const lines = (node: MapNode) => node.lines;

async function kafka(): Promise<MapNode> {
  const { tree, notes } = await kafkaMap();
  return buildMap(tree, notes, new Set(['main']));
}

/** Returns whether an area lies in another; edges are rounded to pixels one by one. */
function isInside(inner: Area, outer: Area): boolean {
  return (
    inner.x >= outer.x - 1 &&
    inner.y >= outer.y - 1 &&
    inner.x + inner.width <= outer.x + outer.width + 1 &&
    inner.y + inner.height <= outer.y + outer.height + 1
  );
}

function overlap(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Returns the areas that arrow keys go to, as the page has them. */
function targets(root: MapNode, areas: readonly Area[]): readonly Area[] {
  return areas.filter(({ depth, isLeaf }) => (root.kind === 'package' ? isLeaf && depth > 0 : depth === 1));
}

describe('the layout of the map', function () {
  this.timeout(120_000);

  it('puts areas into those that contain them, beside each other', async () => {
    const root = await kafka();
    const areas = layout(root, size, lines);
    const byId = new Map(areas.map((area) => [area.node.id, area]));
    for (const outer of areas) {
      const inner = outer.node.children.flatMap((child) => byId.get(child.id) ?? []);
      expect(
        inner.filter((one) => !isInside(one, outer)).map(({ node }) => node.id),
        outer.node.id,
      ).to.deep.equal([]);
      // An area without pixels of its own may lie anywhere.
      const seen = inner.filter(({ width, height }) => width > 1 && height > 1);
      const overlapping = seen.filter((one, at) => seen.slice(at + 1).some((two) => overlap(one, two)));
      expect(overlapping.map(({ node }) => node.id)).to.deep.equal([]);
    }
  });

  it('gives modules room by their size', async () => {
    const root = await kafka();
    const areas = layout(root, size, lines).filter(({ depth }) => depth === 1);
    for (const { node, width, height } of areas.filter(({ node }) => node.lines > root.lines / 20)) {
      const share = (width * height) / (size.width * size.height) / (node.lines / root.lines);
      expect(share, node.name).to.be.within(0.85, 1.15);
    }
  });

  it('lets arrow keys reach every area, in the tree, in modules and in packages', async () => {
    const root = await kafka();
    const zoomed = [...eachNode(root)].filter(({ kind }) => kind === 'tree' || kind === 'module' || kind === 'package');
    for (const frame of [size, { width: 380, height: 300 }]) {
      for (const node of zoomed) {
        const areas = targets(node, layout(node, frame, lines));
        const reached = new Set([0]);
        for (const at of reached) {
          for (const direction of ['left', 'right', 'up', 'down'] satisfies Direction[]) {
            const next = neighbour(areas, areas[at]!, direction);
            if (next !== undefined) reached.add(next);
          }
        }
        const lost = areas.filter((_, index) => !reached.has(index)).map((area) => area.node.name);
        expect(lost, `${node.id} at ${frame.width}`).to.deep.equal([]);
      }
    }
  });

  it('copes with no room', async () => {
    expect(layout(await kafka(), { width: 0, height: 0 }, lines)).not.to.be.empty;
  });
});

describe('a neighbour', () => {
  const box = (x: number, y: number, width = 10, height = 10) => ({ x, y, width, height });
  // There are two boxes above each other on the left, and a tall one on the right.
  const boxes = [box(0, 0), box(0, 11), box(11, 0, 10, 21)];

  it('is the nearest on that side', () => {
    expect(neighbour(boxes, boxes[0]!, 'right')).to.equal(2);
    expect(neighbour(boxes, boxes[0]!, 'down')).to.equal(1);
    expect(neighbour(boxes, boxes[1]!, 'up')).to.equal(0);
    expect([0, 1]).to.include(neighbour(boxes, boxes[2]!, 'left'));
  });

  it('is none beyond the edge', () => {
    expect(neighbour(boxes, boxes[0]!, 'left')).to.equal(undefined);
    expect(neighbour(boxes, boxes[2]!, 'right')).to.equal(undefined);
    expect(neighbour(boxes, boxes[2]!, 'up')).to.equal(undefined);
  });
});

describe('steady sizes', () => {
  const leaf = (id: string, count: number): MapNode => ({
    ...{ kind: 'file', id, name: id, set: 'main', file: id, lines: count, files: 1, unreadFiles: 0, types: 0 },
    ...{ annotated: 0, sections: [], about: 0, read: 0, children: [] },
  });
  const tree = (...children: MapNode[]): MapNode => ({ ...leaf('tree', 0), kind: 'tree', children });

  it('move nothing for a few lines, and everything for a new file or another size', () => {
    const sizes = new SteadySizes();
    expect(sizes.take(tree(leaf('a', 100), leaf('b', 1000)))).to.equal(true);
    expect(sizes.take(tree(leaf('a', 120), leaf('b', 1100)))).to.equal(false);
    expect(sizes.of(leaf('a', 120))).to.equal(100);
    expect(sizes.take(tree(leaf('a', 120), leaf('b', 1500)))).to.equal(true);
    expect(sizes.of(leaf('a', 120))).to.equal(120);
    expect(sizes.take(tree(leaf('a', 120), leaf('c', 1500)))).to.equal(true);
    expect(sizes.take(tree(leaf('a', 120)))).to.equal(true);
  });
});

describe('a percentage', () => {
  it('is 0 only for none and 100 only for all', () => {
    expect([percent(0, 900), percent(1, 900), percent(450, 900), percent(899, 900), percent(900, 900)]).to.deep.equal([
      0, 1, 50, 99, 100,
    ]);
  });
});
