import { hierarchy, treemap, treemapSquarify, type HierarchyRectangularNode } from 'd3-hierarchy';
import type { MapNode } from '../../src/core/map/mapNode';

/** The place of a drawn node, in CSS pixels from the picture's upper left corner. */
export interface Area {
  readonly node: MapNode;
  /** The depth; 0 for the node that fills the picture. */
  readonly depth: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The height of the strip with its name above what is in it; 0 where there is no room for one. */
  readonly header: number;
  /** Whether no areas are drawn in it. */
  readonly isLeaf: boolean;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

type Rectangle = HierarchyRectangularNode<MapNode>;

/** The gaps between areas of the same kind: modules, packages, files. */
const gaps = { tree: 6, module: 3, package: 1, file: 1, type: 0 } as const;
/** The gap between files where nothing else is visible. */
const filesApart = 3;

/**
 * Lays out all areas of a node from outer to inner, by the lines that `lines` gives to those without areas in them. A file with
 * one type is not divided.
 */
export function layout(root: MapNode, { width, height }: Size, lines: (leaf: MapNode) => number): readonly Area[] {
  const sized = hierarchy(root, parts)
    .sum((node) => (parts(node) === undefined ? lines(node) : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || (a.data.id < b.data.id ? -1 : 1));
  const placed = treemap<MapNode>()
    .tile(treemapSquarify.ratio(1.4))
    .size([Math.max(width, 1), Math.max(height, 1)])
    .round(true)
    .paddingInner(({ data, depth }) => (depth === 0 && data.kind === 'package' ? filesApart : gaps[data.kind]))
    .paddingOuter((node) => edgeOf(node))
    .paddingTop((node) => headerOf(node) || edgeOf(node))(sized);
  return placed.descendants().map((node) => ({
    node: node.data,
    depth: node.depth,
    x: node.x0,
    y: node.y0,
    width: node.x1 - node.x0,
    height: node.y1 - node.y0,
    header: node.children === undefined ? 0 : headerOf(node),
    isLeaf: node.children === undefined,
  }));
}

/** Returns the areas that are drawn in a node. */
export function parts({ kind, children }: MapNode): readonly MapNode[] | undefined {
  if (children.length === 0 || (kind === 'file' && children.length === 1)) return undefined;
  return children;
}

function edgeOf({ depth, data, x0, x1, y0, y1 }: Rectangle): number {
  if (depth === 0 || data.kind === 'file') return 0;
  return Math.min(x1 - x0, y1 - y0) < 12 ? 0 : data.kind === 'module' ? 3 : 1;
}

function headerOf({ depth, data, x0, x1, y0, y1 }: Rectangle): number {
  const [width, height] = [x1 - x0, y1 - y0];
  if (depth === 0) return 0;
  switch (data.kind) {
    case 'module':
      return width > 40 && height > 40 ? 20 : 0;
    case 'package':
      return width > 44 && height > 34 ? 16 : 0;
    case 'file':
      // A type that is called as its file needs no area of its own.
      return width > 70 && height > 44 && !data.children.some(({ name }) => data.name.startsWith(`${name}.`)) ? 15 : 0;
    case 'tree':
    case 'type':
      return 0;
    default:
      return data.kind satisfies never;
  }
}
