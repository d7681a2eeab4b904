import type { NodeKind } from '../../src/core/map/mapNode';
import type { Area } from './layout';
import { shortName } from './words';

/** CSS pixels of a label's letters, as tiles.css has them, and what a label needs to its left and right. */
const size = 11;
const around = 12;
const lineHeight = 16;
/** How much wider a module's name is, which is larger and bold. */
const bold = 1.3;
/** A leaf's label that is cut off must still tell it from others: letters, and their share of the name. */
const fewestLetters = 8;
const leastShare = 0.6;

/** What fits on areas, by the width of their names in the editor's font. */
export class Labels {
  private readonly widths = new Map<string, number>();
  private readonly context = document.createElement('canvas').getContext('2d');
  private font = '';

  /**
   * A label as parts between which it may break into lines; none where there is no room. What is too wide by a little is cut off
   * where it is drawn. `suffix` stands behind it.
   */
  of({ node, width, height, header, isLeaf }: Area, suffix: string): readonly string[] {
    const name = shortName(node);
    const room = width - around - (suffix === '' ? 0 : this.width(suffix, node.kind));
    if (!isLeaf) return header === 0 ? [] : [this.fitting(name, node.kind, room)];
    if (height < lineHeight + 1) return [];
    if (this.width(name, node.kind) <= room) return [name];
    const parts = humps(name);
    if (this.lines(parts, room) * lineHeight < height) return parts;
    const share = room / this.width(name, node.kind);
    return share >= leastShare && share * name.length >= fewestLetters ? [name] : [];
  }

  /** How many lines the parts take; infinitely many where one is too wide. */
  private lines(parts: readonly string[], room: number): number {
    let [count, used] = [1, 0];
    for (const part of parts) {
      const width = this.measured(part);
      if (width > room) return Infinity;
      if (used + width > room) [count, used] = [count + 1, 0];
      used += width;
    }
    return count;
  }

  width(text: string, kind: NodeKind): number {
    return this.measured(text) * (kind === 'module' ? bold : 1);
  }

  private measured(text: string): number {
    const known = this.widths.get(text);
    if (known !== undefined) return known;
    if (this.context !== null && this.font === '') {
      this.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
      this.context.font = this.font;
    }
    const width = this.context?.measureText(text).width ?? text.length * size * 0.6;
    this.widths.set(text, width);
    return width;
  }

  private fitting(name: string, kind: NodeKind, room: number): string {
    const shorter = kind === 'module' ? shortenedModule(name) : abbreviatedPackage(name);
    return shorter === name || this.width(name, kind) <= room ? name : this.fitting(shorter, kind, room);
  }
}

/** `ReplicaManager` is `Replica`, `Manager`; `SSLContext` is `SSL`, `Context`. */
function humps(name: string): readonly string[] {
  return name.split(/(?<=[\p{Ll}\d_])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u);
}

/** `connect/runtime`, `runtime`. */
function shortenedModule(name: string): string {
  return name.replace(/^[^/]*\//, '');
}

/** `clients.producer.internals`, `c.producer.internals`, `c.p.internals`: as loggers do, one part after the other, the last one whole. */
function abbreviatedPackage(name: string): string {
  return name.replace(/(^|\.)([^.])[^.]+(?=\.)/, '$1$2');
}
