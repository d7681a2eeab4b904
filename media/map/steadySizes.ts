import { eachNode, type MapNode } from '../../src/core/map/mapNode';
import { parts } from './layout';

/** The growth (as a share, or in lines) of a file after which the picture is laid out anew. */
const tolerance = { share: 0.25, lines: 30 };

/** Remembers the sizes with which a picture was laid out, so that a few lines more in a file move nothing. */
export class SteadySizes {
  private sizes: ReadonlyMap<string, number> = new Map();

  /** Takes over the tree as it is now. Returns whether its areas are to be laid out anew. */
  take(root: MapNode): boolean {
    const now = new Map([...eachNode(root)].filter((node) => parts(node) === undefined).map(({ id, lines }) => [id, lines]));
    const isSteady = now.size === this.sizes.size && [...now].every(([id, lines]) => isClose(this.sizes.get(id), lines));
    if (!isSteady) this.sizes = now;
    return !isSteady;
  }

  of({ id, lines }: MapNode): number {
    return this.sizes.get(id) ?? lines;
  }
}

function isClose(before: number | undefined, now: number): boolean {
  if (before === undefined) return false;
  const change = Math.abs(now - before);
  return change <= tolerance.lines || change <= tolerance.share * before;
}
