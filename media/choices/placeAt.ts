/** The CSS pixels between a list and its link, and between it and the edges of the page. */
const gap = 4;
/** The least height that a list may have below its link; where there is less room it goes above, if there is more. */
const least = 180;

/** Places a list below a link or above it, inside of the page. */
export function placeAt(list: HTMLElement, link: Element): void {
  // The words of a link may go over several lines; the list belongs to the first one.
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const [below, above] = [innerHeight - at.bottom - 2 * gap, at.top - 2 * gap];
  const isBelow = below >= Math.min(least, list.scrollHeight) || below >= above;
  const { style } = list;
  style.maxHeight = `${Math.max(isBelow ? below : above, 60)}px`;
  style.maxWidth = `${innerWidth - 2 * gap}px`;
  const { width, height } = list.getBoundingClientRect();
  style.left = `${Math.max(gap, Math.min(at.left, innerWidth - width - gap))}px`;
  style.top = `${isBelow ? at.bottom + gap : Math.max(gap, at.top - gap - height)}px`;
}
