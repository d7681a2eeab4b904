import type { SearchGroup } from './searchGroup';

/** The hits of the first group that stand in front, so that the best ones of the next groups are in sight without scrolling. */
export const inFront = 3;
/** The hits of each group behind it. */
const behind = 3;

/**
 * Orders groups of hits, the likeliest first, so that each kind is in sight: the best hits of each, then the rest in the same
 * order. The first group shows `first` of its hits. A rest of one hit is not worth a heading of its own.
 */
export function inSight(groups: readonly SearchGroup[], first = inFront): SearchGroup[] {
  const [leading, ...others] = groups;
  if (leading === undefined || others.length === 0) return [...groups];
  const cuts = groups.map((group, index) => {
    const most = index === 0 ? first : behind;
    // A hit that is cut off the last group would only follow that group.
    const isWhole = index === groups.length - 1 || group.hits.length <= most + 1;
    return isWhole ? group.hits.length : most;
  });
  const isRest = (_: SearchGroup, index: number): boolean => (cuts[index] ?? 0) < (groups[index]?.hits.length ?? 0);
  return [
    ...groups.map((group, index) => sliced(group, 0, cuts[index])),
    ...groups.filter(isRest).map((group) => sliced(group, cuts[groups.indexOf(group)] ?? 0)),
  ];
}

function sliced(group: SearchGroup, from: number, to?: number): SearchGroup {
  switch (group.kind) {
    case 'notes':
      return { kind: group.kind, hits: group.hits.slice(from, to) };
    case 'symbols':
    case 'constants':
      return { kind: group.kind, hits: group.hits.slice(from, to) };
    default:
      return group satisfies never;
  }
}
