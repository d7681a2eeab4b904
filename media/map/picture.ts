import { lookOf, type MapNode } from '../../src/core/map/mapNode';
import { percent } from '../../src/core/map/percent';
import type { MapWords } from '../../src/protocol/map';
import { element } from '../dom/element';
import { Labels } from './labels';
import type { Area } from './layout';

/** The CSS pixels that a share needs beside a name. */
const apart = 28;

/** Paints areas, from outer to inner. Screen readers do not see the picture but `Targets`. */
export class Picture {
  readonly root = element('div', { class: 'painting', attributes: { 'aria-hidden': 'true' } });
  private readonly tiles = new Map<string, HTMLElement>();
  private areas: ReadonlyMap<string, Area> = new Map();
  private readonly labels = new Labels();

  /** Returns the painted area that an element belongs to. */
  areaOf(hit: EventTarget | null): Area | undefined {
    const tile = hit instanceof Element ? hit.closest<HTMLElement>('.tile') : null;
    return this.areas.get(tile?.dataset.id ?? '');
  }

  /** Paints everything anew. */
  paint(areas: readonly Area[], words: MapWords): void {
    this.tiles.clear();
    this.areas = new Map(areas.map((area) => [area.node.id, area]));
    const visible = areas.filter(({ depth, width, height }) => depth > 0 && width >= 1 && height >= 1);
    this.root.replaceChildren(...visible.map((area) => this.tile(area, words)));
  }

  /** Updates the same areas, of which something else is known now. */
  repaint(nodes: ReadonlyMap<string, MapNode>, words: MapWords): void {
    for (const [id, tile] of this.tiles) {
      const [area, node] = [this.areas.get(id), nodes.get(id)];
      if (area !== undefined && node !== undefined) this.dress(tile, { ...area, node }, words);
    }
  }

  private tile(area: Area, words: MapWords): HTMLElement {
    const { node, x, y, width, height } = area;
    const tile = element('div', { class: 'tile' });
    tile.dataset.id = node.id;
    Object.assign(tile.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
    this.tiles.set(node.id, tile);
    this.dress(tile, area, words);
    return tile;
  }

  /** Gives a tile its look and its label. */
  private dress(tile: HTMLElement, area: Area, words: MapWords): void {
    const { node, isLeaf } = area;
    const look = lookOf(node);
    tile.className = ['tile', node.kind, ...(isLeaf ? ['leaf', look.notes, look.reading] : [])].join(' ');
    tile.replaceChildren(...this.labelsOf(area, words));
  }

  private labelsOf(area: Area, words: MapWords): Node[] {
    const { node, width, isLeaf } = area;
    const kind = isLeaf || node.set === 'main' ? '' : ` (${node.set === 'test' ? words.test : words.generated})`;
    const label = this.labels.of(area, kind);
    if (label.length === 0) return [];
    const [first = '', ...rest] = label;
    const name = element('span', { class: rest.length === 0 ? 'name' : 'name wrapped', text: first + kind });
    for (const part of rest) name.append(element('wbr'), part);
    const share = node.types === 0 || isLeaf || node.kind === 'file' ? '' : `${percent(node.annotated, node.types)} %`;
    const isRoomy = share !== '' && this.labels.width(first + kind + share, node.kind) + apart <= width;
    return isRoomy ? [name, element('span', { class: 'share', text: share })] : [name];
  }
}
