import type { NodeKind } from '../../src/core/map/mapNode';
import type { Area } from './layout';
import { shortName } from './words';

/** The CSS pixels of a label's letters, as in tiles.css, and of the space that a label needs at its sides. */
const size = 11;
const around = 12;
const lineHeight = 16;
/** The factor by which a module's name is wider, which is larger and bold. */
const bold = 1.3;
/** The least letters of a leaf's cut label, and their least share of the name, that still tell it from others. */
const fewestLetters = 8;
const leastShare = 0.6;

/** Finds labels that fit on areas, by the width of their names in the editor's font. */
export class Labels {
  private readonly widths = new Map<string, number>();
  private readonly context = document.createElement('canvas').getContext('2d');
  private font = '';

  /**
   * Returns a label as parts between which it may break into lines; none where there is no room. A label that is a little too
   * wide is cut off where it is drawn. `suffix` stands behind it.
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

  /** Returns the number of lines that the parts take; infinity where one is too wide. */
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

/** Splits a name into words: `ReplicaManager` into `Replica` and `Manager`, `SSLContext` into `SSL` and `Context`. */
function humps(name: string): readonly string[] {
  return name.split(/(?<=[\p{Ll}\d_])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u);
}

/** Shortens a module's name from `connect/runtime` to `runtime`. */
function shortenedModule(name: string): string {
  return name.replace(/^[^/]*\//, '');
}

/**
 * Shortens a package's name as loggers do, one part after the other but the last one: `clients.producer.internals`,
 * `c.producer.internals`, `c.p.internals`.
 */
function abbreviatedPackage(name: string): string {
  return name.replace(/(^|\.)([^.])[^.]+(?=\.)/, '$1$2');
}
