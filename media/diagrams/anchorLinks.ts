import type { PanelAnchor } from '../../src/protocol/panel';
import { nameLink, pictureLinkClass } from './pictureLink';
import { anyMark, type PreparedAnchor } from './prepareDiagram';

const graphics = 'http://www.w3.org/2000/svg';

/** An anchor of the note, and its index in the note. */
export interface KnownAnchor {
  readonly anchor: PanelAnchor;
  readonly index: number;
}

/**
 * Makes links of the elements that carry an anchor in a picture, and removes the marks from its texts. Returns the anchors that
 * have no place in it.
 */
export function linkAnchors(
  svg: SVGSVGElement,
  anchors: readonly PreparedAnchor[],
  known: (text: string) => KnownAnchor | undefined,
): PreparedAnchor[] {
  const marked = takeMarks(svg);
  return anchors.filter((prepared) => {
    const target = known(prepared.text);
    if (target === undefined) return false;
    const named = prepared.names.flatMap((name) => elementsNamed(svg, name));
    const places = [
      ...named,
      ...(prepared.mark === undefined ? [] : (marked.get(prepared.mark) ?? []).flatMap((owner) => withArrow(owner, svg))),
    ];
    const spoken = places.find((place) => textOf(place) !== '') ?? places[0];
    for (const place of places) if (place === spoken || !isEmptyLabel(place)) wrap(place, target, place === spoken);
    return places.length === 0;
  });
}

/** The elements in whose text a mark stood, by the mark. */
function takeMarks(svg: SVGSVGElement): Map<string, Element[]> {
  const found = new Map<string, Element[]>();
  const texts = document.createTreeWalker(svg, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() !== null) {
    const text = texts.currentNode;
    const marks = text.nodeValue?.match(anyMark);
    if (marks === null || marks === undefined) continue;
    text.nodeValue = text.nodeValue?.replaceAll(anyMark, '') ?? '';
    const owner = ownerOf(text.parentElement);
    for (const mark of owner === undefined ? [] : marks) found.set(mark, [...(found.get(mark) ?? []), owner ?? svg]);
  }
  return found;
}

/** Returns the element that a text belongs to: a participant's box, an arrow's label, a message or a note. */
function ownerOf(at: Element | null): Element | undefined {
  const whole = at?.closest('[data-et="participant"], [data-et="note"], .actor-man, .edgeLabel, .edgeTerminals, .node');
  if (whole !== null && whole !== undefined) return whole;
  const text = at?.closest('text') ?? undefined;
  // The lower box of a participant has a group without a name.
  return text?.classList.contains('actor') === true ? (text.parentElement ?? text) : text;
}

/** The arrow of a message or of a label is part of it. */
function withArrow(owner: Element, svg: SVGSVGElement): Element[] {
  if (owner.classList.contains('messageText')) {
    let next = owner.nextElementSibling;
    while (next?.classList.contains('messageText') === true) next = next.nextElementSibling;
    return next?.getAttribute('data-et') === 'message' ? [owner, next] : [owner];
  }
  const name = owner.classList.contains('edgeLabel') ? owner.querySelector('[data-id]')?.getAttribute('data-id') : undefined;
  const path = name === undefined || name === null ? null : svg.querySelector(`path[data-id="${CSS.escape(name)}"]`);
  return path === null ? [owner] : [owner, path];
}

/**
 * Returns the elements that Mermaid draws for a name. Their ids have the kind of the diagram before the name and a number behind
 * it.
 */
function elementsNamed(svg: SVGSVGElement, name: string): Element[] {
  const escaped = CSS.escape(name);
  const exact = [...svg.querySelectorAll(`[data-id="${escaped}"]:not([data-et="life-line"])`)];
  if (exact.length > 0) return exact.map((one) => one.closest('.edgeLabel') ?? one);
  const byId = new RegExp(`-(?:flowchart|classId|state|entity)-${name.replaceAll(/[^\w]/g, '\\$&')}-\\d+$`);
  const nodes = [...svg.querySelectorAll('[id]')].filter(({ id }) => byId.test(id));
  return nodes.length > 0 ? nodes : [...svg.querySelectorAll(`[id$="-${escaped}"].cluster, [id="${escaped}"]`)];
}

/** An arrow without words has an empty label. */
function isEmptyLabel(place: Element): boolean {
  return place.classList.contains('edgeLabel') && textOf(place) === '';
}

/** Makes an element a link. The keyboard stops at one of the elements of an anchor (`isStop`); a pointer may use all. */
function wrap(place: Element, { anchor, index }: KnownAnchor, isStop: boolean): void {
  // The first one counts where one place has two anchors.
  if (place.closest('a') !== null) return;
  const link = document.createElementNS(graphics, 'a');
  const words = textOf(place);
  for (const [name, value] of Object.entries({
    href: anchor.text,
    class: pictureLinkClass(anchor.state),
    role: 'link',
    'data-anchor': String(index),
    ...(isStop ? { 'data-words': words } : { tabindex: '-1', 'aria-hidden': 'true' }),
  }))
    link.setAttribute(name, value);
  place.replaceWith(link);
  const isLine = place instanceof SVGPathElement || place instanceof SVGLineElement;
  link.append(document.createElementNS(graphics, 'title'), ...(isLine ? [target(place)] : []), place);
  nameLink(link, anchor.title);
}

/** Makes a wide invisible copy of a line, which is easier to hit. */
function target(line: Element): Element {
  const twin = line.cloneNode();
  if (!(twin instanceof SVGElement)) return line;
  for (const name of ['id', 'class', 'marker-end', 'marker-start', 'style', 'data-id', 'data-et']) twin.removeAttribute(name);
  twin.classList.add('target');
  return twin;
}

function textOf(element: Element): string {
  const title = element.querySelector('title');
  const words = element.textContent.replace(title?.textContent ?? '', '');
  return words.replaceAll(/\s+/g, ' ').trim();
}
