import { lookOf, type MapNode } from '../../src/core/map/mapNode';
import { percent } from '../../src/core/map/percent';
import type { MapWords } from '../../src/protocol/map';
import { element } from '../page/element';
import type { Area } from './layout';
import { shortName } from './words';

/** CSS pixels that a letter of a label takes, about, and what a label needs around it. */
const letter = 6.4;
const around = 8;
/** Width from which on a leaf's label may be cut off. */
const least = 60;

/** Paints areas, from outer to inner. What is painted is not for screen readers: `Targets` is. */
export class Picture {
  readonly root = element('div', { class: 'painting', attributes: { 'aria-hidden': 'true' } });
  private readonly tiles = new Map<string, HTMLElement>();
  private areas: ReadonlyMap<string, Area> = new Map();

  /** The painted area that an element belongs to. */
  areaOf(hit: EventTarget | null): Area | undefined {
    const tile = hit instanceof Element ? hit.closest<HTMLElement>('.tile') : null;
    return this.areas.get(tile?.dataset.id ?? '');
  }

  /** Everything anew. */
  paint(areas: readonly Area[], words: MapWords): void {
    this.tiles.clear();
    this.areas = new Map(areas.map((area) => [area.node.id, area]));
    const visible = areas.filter(({ depth, width, height }) => depth > 0 && width >= 1 && height >= 1);
    this.root.replaceChildren(...visible.map((area) => this.tile(area, words)));
  }

  /** The same areas, of which something else is known now. */
  repaint(nodes: ReadonlyMap<string, MapNode>, words: MapWords): void {
    for (const [id, tile] of this.tiles) {
      const [area, node] = [this.areas.get(id), nodes.get(id)];
      if (area !== undefined && node !== undefined) dress(tile, { ...area, node }, words);
    }
  }

  private tile(area: Area, words: MapWords): HTMLElement {
    const { node, x, y, width, height } = area;
    const tile = element('div', { class: 'tile' });
    tile.dataset.id = node.id;
    Object.assign(tile.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
    this.tiles.set(node.id, tile);
    dress(tile, area, words);
    return tile;
  }
}

/** Gives a tile its look and its label. */
function dress(tile: HTMLElement, area: Area, words: MapWords): void {
  const { node, isLeaf } = area;
  const look = lookOf(node);
  tile.className = ['tile', node.kind, ...(isLeaf ? ['leaf', look.notes, look.reading] : [])].join(' ');
  tile.replaceChildren(...labelsOf(area, words));
}

function labelsOf({ node, width, height, header, isLeaf }: Area, words: MapWords): Node[] {
  const name = fitting(shortName(node), width - around);
  if (isLeaf) {
    const fits = height >= 17 && width >= Math.min(name.length * letter + around, least);
    return fits ? [element('span', { class: 'name', text: name })] : [];
  }
  if (header === 0) return [];
  const suffix = node.set === 'test' ? ` (${words.test})` : node.set === 'generated' ? ` (${words.generated})` : '';
  const share = node.types === 0 || node.kind === 'file' ? '' : `${percent(node.annotated, node.types)} %`;
  const hasRoom = width >= (name.length + suffix.length + share.length + 2) * letter + around;
  return [
    element('span', { class: 'name', text: name + suffix }),
    ...(share !== '' && hasRoom ? [element('span', { class: 'share', text: share })] : []),
  ];
}

/** Of the name of a package or module as many of its last parts as there is room for, at least one. */
function fitting(name: string, width: number): string {
  const rest = name.replace(/^[^./]*[./]/, '');
  return name.length * letter <= width || rest === name ? name : fitting(rest, width);
}
