import type { PanelAnchor } from '../../src/protocol/panel';

/** Returns the class of an anchor in a picture. Mermaid's own styles give another meaning to the class of anchors in text. */
export function pictureLinkClass(state: PanelAnchor['state']): string {
  return `to-code ${state}`;
}

/** Says where a link in a picture leads: to a pointer by its title, to a screen reader behind the words that it is on. */
export function nameLink(link: SVGElement, title: string): void {
  const name = link.querySelector(':scope > title');
  if (name !== null) name.textContent = title;
  const { words } = link.dataset;
  if (words !== undefined) link.setAttribute('aria-label', words === '' ? title : `${words}: ${title}`);
}
