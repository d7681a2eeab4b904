import type { PanelState } from '../../src/protocol/panel';
import { element } from '../dom/element';

/** One of the shown note's headings. */
export interface Heading {
  readonly slug: string;
  readonly title: string;
  /** The level, from 1 to 6. */
  readonly level: number;
}

/** Shows above the note the section that stands at its upper edge and, on demand, the list of all sections. */
export class SectionList {
  readonly root = element('nav', { class: 'sections' });
  private readonly current = element('span', { class: 'current' });
  private readonly button = element('button', {
    class: 'toggle',
    attributes: { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'section-list' },
    children: [element('span', { class: 'twistie', attributes: { 'aria-hidden': 'true' } }), this.current],
  });
  private readonly list = element('ul', { attributes: { id: 'section-list' } });

  /** `beside` shares the line with the section's title. */
  constructor(
    private readonly open: (slug: string) => void,
    beside: HTMLElement,
  ) {
    this.button.hidden = true;
    this.list.hidden = true;
    this.root.append(this.button, beside, this.list);
    this.button.addEventListener('click', () => this.expand(this.list.hidden !== false));
    this.root.addEventListener('keydown', (event) => this.press(event));
  }

  /** Takes over the headings of another text. A note without parts needs no list. */
  show(headings: readonly Heading[], { words }: PanelState): void {
    this.button.hidden = headings.length < 2;
    this.root.setAttribute('aria-label', words.sections);
    this.button.title = words.sections;
    const top = Math.min(...headings.map(({ level }) => level));
    this.list.replaceChildren(...headings.map((heading) => this.item(heading, heading.level - top)));
  }

  /** Marks the section that the reader is in. */
  mark(slug: string | undefined): void {
    const links = this.links();
    const here = links.find(({ dataset }) => dataset.slug === slug) ?? links[0];
    const title = here?.textContent ?? '';
    if (this.current.textContent !== title) this.current.textContent = title;
    for (const link of links) {
      if (link === here) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  }

  get isExpanded(): boolean {
    return !this.list.hidden;
  }

  /** Closes the list, and goes on with the line. */
  close(): void {
    this.expand(false);
    this.button.focus();
  }

  private item({ slug, title, level }: Heading, depth: number): HTMLElement {
    const attributes = { type: 'button', 'data-slug': slug, 'data-depth': String(Math.min(depth, 3)) };
    const button = element('button', { text: title, attributes });
    button.addEventListener('click', () => {
      this.expand(false);
      this.button.focus();
      this.open(slug);
    });
    return element('li', { class: level === 1 ? 'title' : 'part', children: [button] });
  }

  private expand(expanded: boolean): void {
    this.list.hidden = !expanded;
    this.button.setAttribute('aria-expanded', String(expanded));
    if (expanded)
      this.links()
        .find((link) => link.hasAttribute('aria-current'))
        ?.scrollIntoView({ block: 'nearest' });
  }

  private press(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape' && this.isExpanded) this.close();
    else if (step !== 0) {
      if (this.list.hidden) this.expand(true);
      const links = this.links();
      const at = links.findIndex((link) => link === document.activeElement);
      const next = at < 0 ? links.findIndex((link) => link.hasAttribute('aria-current')) : at + step;
      links[Math.min(links.length - 1, Math.max(0, next))]?.focus();
    } else return;
    event.preventDefault();
  }

  private links(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('button')];
  }
}
