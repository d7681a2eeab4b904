import type { PanelWords } from '../../src/protocol/panel';
import { escapeHtml } from '../render/escapeHtml';
import { element } from '../dom/element';
import { anchorClass } from '../render/links';
import { isCostly } from './costly';
import { linkAnchors, type KnownAnchor } from './anchorLinks';
import { Drawer, type Drawing } from './drawDiagram';
import type { PreparedAnchor } from './prepareDiagram';
import { readTheme } from './theme';
import { Zoom } from './zoom';

/** The means that the panel's page gives to this script, which it loads when a note has a diagram. */
export interface DiagramParts {
  readonly nonce: string;
  readonly stage: HTMLElement;
  readonly words: PanelWords;
  /** An anchor of the shown note by its text. */
  known(text: string): KnownAnchor | undefined;
}

/** A diagram's place in the page and its text. */
export interface DiagramPlace {
  readonly figure: HTMLElement;
  readonly text: string;
  readonly id: string;
}

/** Draws the diagrams of the panel's notes. */
export class Diagrams {
  private readonly drawer: Drawer;
  /** The style sheets in use, by the pictures' ids. */
  private readonly sheets = new Map<string, CSSStyleSheet>();
  /** The texts of the costly diagrams that the reader wants drawn. */
  private readonly wanted = new Set<string>();

  constructor(private readonly parts: DiagramParts) {
    this.drawer = new Drawer(parts.nonce, parts.stage);
  }

  /**
   * Draws one diagram. Returns a function that puts the picture, or the error, into its place, which the page calls when its
   * layout may change.
   */
  async draw(place: DiagramPlace): Promise<() => void> {
    const { figure, text, id } = place;
    if (isCostly(text) && !this.wanted.has(text)) return () => this.offer(place);
    const drawing = await this.drawer.draw(text, id, readTheme(figure));
    return () => this.put(drawing, figure, id);
  }

  /** Leaves it to the reader whether a diagram that may hold the page for long is drawn. Its text stands below. */
  private offer(place: DiagramPlace): void {
    const { words } = this.parts;
    const drawn = this.begin(place.figure, 'waiting');
    const draw = element('button', { class: 'draw', text: words.drawAnyway, attributes: { type: 'button' } });
    draw.addEventListener('click', () => {
      this.wanted.add(place.text);
      void this.draw(place).then((put) => put());
    });
    drawn.append(element('p', { class: 'large', text: words.diagramLarge }), draw);
  }

  /** Removes what a diagram's place shows. Returns the element for what it shows next. */
  private begin(figure: HTMLElement, state?: 'waiting' | 'broken'): HTMLElement {
    figure.removeAttribute('aria-busy');
    for (const one of ['waiting', 'broken']) figure.classList.toggle(one, one === state);
    figure.querySelector('.drawn')?.remove();
    const drawn = element('div', { class: 'drawn' });
    figure.prepend(drawn);
    return drawn;
  }

  private put(drawing: Drawing, figure: HTMLElement, id: string): void {
    const drawn = this.begin(figure, drawing.ok ? undefined : 'broken');
    const left = drawing.ok ? this.show(drawing, drawn, id) : this.explain(drawing, drawn);
    drawn.append(...this.list(left));
  }

  private show({ picture, anchors }: Drawing & { ok: true }, drawn: HTMLElement, id: string): PreparedAnchor[] {
    const { words } = this.parts;
    const { svg, styles } = picture;
    this.sheets.set(id, styles);
    document.adoptedStyleSheets = [...this.sheets.values()];
    const left = linkAnchors(svg, anchors, (text) => this.parts.known(text));
    const { width, height } = svg.viewBox.baseVal;
    svg.style.maxWidth = '';
    svg.removeAttribute('width');
    if (!svg.hasAttribute('aria-labelledby')) svg.setAttribute('aria-label', words.diagram);
    const frame = element('div', { class: 'frame', attributes: { tabindex: '0', role: 'group', 'aria-label': words.diagram } });
    frame.append(svg);
    const percent = element('span', { class: 'percent', attributes: { 'aria-live': 'polite' } });
    const zoom = new Zoom(frame, svg, { width, height }, (value) => (percent.textContent = `${value} %`));
    const tools = element('div', { class: 'tools', attributes: { role: 'toolbar', 'aria-label': words.diagram } });
    tools.append(
      button('\u2212', words.zoomOut, () => zoom.out()),
      percent,
      button('+', words.zoomIn, () => zoom.in()),
      button('\u2921', words.zoomFit, () => zoom.fit()),
    );
    drawn.append(frame, tools);
    zoom.fit();
    return left;
  }

  /** The diagram's text stands below, where the page has put it. */
  private explain({ error, anchors }: Drawing & { ok: false }, drawn: HTMLElement): PreparedAnchor[] {
    drawn.append(element('p', { class: 'error', text: this.parts.words.diagramBroken }));
    if (error !== '') drawn.append(element('pre', { class: 'error', text: error, attributes: { tabindex: '0' } }));
    return [...anchors];
  }

  private list(anchors: readonly PreparedAnchor[]): Node[] {
    const links = anchors.flatMap(({ text, label }) => {
      const known = this.parts.known(text);
      if (known === undefined) return [];
      const { anchor, index } = known;
      const attributes = { href: text, title: anchor.title, 'data-anchor': String(index) };
      const link = element('a', { class: anchorClass(anchor.state), attributes });
      link.innerHTML = `<code>${escapeHtml(label === '' ? text : label)}</code>`;
      return [element('li', { children: [link] })];
    });
    if (links.length === 0) return [];
    const list = element('ul', {
      class: 'places',
      attributes: { 'aria-label': this.parts.words.diagramAnchors },
      children: links,
    });
    return [element('p', { class: 'places', text: this.parts.words.diagramAnchors }), list];
  }
}

function button(sign: string, words: string, act: () => void): HTMLButtonElement {
  const made = element('button', { text: sign, attributes: { type: 'button', title: words, 'aria-label': words } });
  made.addEventListener('click', act);
  return made;
}
