/** A rectangle on the picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The weight of the distance to the side: a box that one would have to look for above or below counts as farther away. */
const aside = 4;

/** Returns the box that one comes to from another; undefined where there is none on that side. */
export function neighbour(boxes: readonly Box[], from: Box, direction: Direction): number | undefined {
  let best: number | undefined;
  let bestScore = Infinity;
  const here = turned(from, direction);
  boxes.forEach((box, index) => {
    if (box === from) return;
    const there = turned(box, direction);
    // Areas may have no gap between them, and pixels are whole.
    const ahead = there.near - here.far;
    if (ahead < -1) return;
    const beside = Math.max(there.low - here.high, here.low - there.high, 0);
    const offCentre = Math.abs(there.low + there.high - here.low - here.high) / 2;
    const score = ahead + aside * beside + offCentre / 100;
    if (score < bestScore) [best, bestScore] = [index, score];
  });
  return best;
}

/** A box as it looks when one goes in a direction: from `near` to `far` ahead, from `low` to `high` across. */
function turned({ x, y, width, height }: Box, direction: Direction) {
  switch (direction) {
    case 'right':
      return { near: x, far: x + width, low: y, high: y + height };
    case 'left':
      return { near: -x - width, far: -x, low: y, high: y + height };
    case 'down':
      return { near: y, far: y + height, low: x, high: x + width };
    case 'up':
      return { near: -y - height, far: -y, low: x, high: x + width };
    default:
      return direction satisfies never;
  }
}
