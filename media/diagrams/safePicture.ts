import { hideStyles, styleAttribute } from './inlineStyles';
import { leadsOutside, safeRules } from './safeRules';

const graphics = 'http://www.w3.org/2000/svg';
const html = 'http://www.w3.org/1999/xhtml';
const maths = 'http://www.w3.org/1998/Math/MathML';

/** The elements that a picture may be made of, by namespace: nothing that runs, loads, or changes other elements. */
const allowed: Readonly<Record<string, ReadonlySet<string>>> = {
  [graphics]: new Set(
    (
      'svg g path rect circle ellipse line polyline polygon text tspan textPath title desc defs marker linearGradient radialGradient stop ' +
      'clipPath mask pattern symbol use switch foreignObject filter feDropShadow feGaussianBlur feOffset feMerge feMergeNode feFlood ' +
      'feComposite feColorMatrix feComponentTransfer feFuncA feBlend'
    ).split(' '),
  ),
  [html]: new Set('div span p br b strong i em u s small sub sup code ul ol li'.split(' ')),
  [maths]: new Set(
    'math mrow mi mn mo ms mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover mtable mtr mtd mstyle mpadded semantics'.split(
      ' ',
    ),
  ),
};

/** A picture that is safe to show, and its styles. */
export interface SafePicture {
  readonly svg: SVGSVGElement;
  readonly styles: CSSStyleSheet;
}

/** Copies what Mermaid drew, element by element, leaving out all that is not known to be harmless. */
export function safePicture(drawn: string, id: string): SafePicture | undefined {
  const source = new DOMParser().parseFromString(hideStyles(drawn), 'text/html').querySelector('svg');
  if (source === null) return undefined;
  const rules = [...source.querySelectorAll('style')].map(({ textContent }) => textContent).join('\n');
  const svg = copy(source);
  return svg instanceof SVGSVGElement ? { svg, styles: safeRules(rules, id) } : undefined;
}

function copy(source: Element): Element | undefined {
  const { namespaceURI, localName } = source;
  // The picture of a diagram's own link stays, but not the link.
  const name = localName === 'a' && namespaceURI === graphics ? 'g' : localName;
  if (namespaceURI === null || allowed[namespaceURI]?.has(name) !== true) return undefined;
  const made = document.createElementNS(namespaceURI, name);
  for (const attribute of source.attributes) copyAttribute(attribute, made);
  for (const child of source.childNodes) {
    if (child instanceof Text) made.append(child.data);
    else if (child instanceof Element) made.append(copy(child) ?? '');
  }
  return made;
}

function copyAttribute({ name, value }: Attr, to: Element): void {
  if (name === styleAttribute) copyStyle(value, to);
  else if (/^(?:xlink:)?href$/.test(name)) {
    if (to.localName === 'use' && value.startsWith('#')) to.setAttribute('href', value);
  } else if (!/^(?:on|xmlns|xml:|xlink:|style$|tabindex$|autofocus$|target$|aria-haspopup$)/i.test(name) && !leadsOutside(value))
    to.setAttribute(name, value);
}

/** The style is set through the style object, since the page's policy allows no style attributes. */
function copyStyle(text: string, to: Element): void {
  if (!(to instanceof SVGElement || to instanceof HTMLElement)) return;
  to.style.cssText = text;
  for (const property of [...to.style]) if (leadsOutside(to.style.getPropertyValue(property))) to.style.removeProperty(property);
}
