import type { MapWords } from '../../src/protocol/map';
import { element } from '../dom/element';
import type { Area } from './layout';
import { neighbour, type Direction } from './neighbour';
import { describe } from './words';

export interface TargetEvents {
  /** Called when the reader moved to an area. */
  focused(area: Area): void;
  /** Called to go into an area or to open it; `beside` with Ctrl or Cmd. */
  entered(area: Area, beside: boolean): void;
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/**
 * The areas that a reader goes to by keyboard, one of which has the focus. Screen readers see them as a tree, eyes as frames
 * above the picture.
 */
export class Targets {
  readonly root = element('div', { class: 'targets', attributes: { role: 'tree' } });
  private areas: readonly Area[] = [];
  private items: readonly HTMLElement[] = [];
  private current = 0;

  constructor(private readonly events: TargetEvents) {
    this.root.addEventListener('keydown', (event) => this.press(event));
    this.root.addEventListener('focusin', (event) => this.enterFocus(event));
  }

  get area(): Area | undefined {
    return this.areas[this.current];
  }

  get hasFocus(): boolean {
    return this.root.contains(document.activeElement);
  }

  /** Shows these areas. The focus goes to `focus` if it was on one before. */
  show(areas: readonly Area[], label: string, words: MapWords, focus: string | undefined): void {
    const hadFocus = this.hasFocus;
    this.root.setAttribute('aria-label', label);
    this.areas = areas;
    this.items = areas.map(({ x, y, width, height }) => {
      const item = element('div', {
        class: 'target',
        attributes: { role: 'treeitem', tabindex: '-1', 'aria-selected': 'false' },
      });
      Object.assign(item.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
      return item;
    });
    this.root.replaceChildren(...this.items);
    this.describe(areas, words);
    this.mark(Math.max(0, this.indexOf(focus)));
    if (hadFocus) this.focus();
  }

  /** Updates the same areas, of which something else is known now. */
  describe(areas: readonly Area[], words: MapWords): void {
    this.areas = areas;
    areas.forEach(({ node, isLeaf }, index) => {
      const item = this.items[index];
      item?.setAttribute('aria-label', describe(node, words));
      if (!isLeaf) item?.setAttribute('aria-expanded', 'false');
    });
  }

  /** Makes this area the current one, wherever the focus is. */
  select(id: string): void {
    const index = this.indexOf(id);
    if (index >= 0) this.mark(index);
  }

  focus(): void {
    this.items[this.current]?.focus({ preventScroll: true });
  }

  private indexOf(id: string | undefined): number {
    return this.areas.findIndex(({ node }) => node.id === id);
  }

  private mark(index: number): void {
    for (const at of [this.current, index]) {
      this.items[at]?.setAttribute('tabindex', at === index ? '0' : '-1');
      this.items[at]?.setAttribute('aria-selected', String(at === index));
    }
    this.current = index;
  }

  private enterFocus({ target }: FocusEvent): void {
    const index = this.items.findIndex((item) => item === target);
    const area = this.areas[index];
    // An area that gets the focus back says nothing new.
    if (area === undefined || index === this.current) return;
    this.mark(index);
    this.events.focused(area);
  }

  private press(event: KeyboardEvent): void {
    const area = this.area;
    if (area === undefined || event.altKey || event.shiftKey) return;
    const isEnter = event.key === 'Enter' || event.key === ' ';
    const beside = event.ctrlKey || event.metaKey;
    const next = beside ? undefined : this.next(event.key, area);
    if (!isEnter && next === undefined && arrows[event.key] === undefined) return;
    event.preventDefault();
    if (isEnter) this.events.entered(area, beside);
    else if (next === undefined) this.events.focused(area);
    else this.items[next]?.focus({ preventScroll: true });
  }

  private next(key: string, area: Area): number | undefined {
    const direction = arrows[key];
    if (direction !== undefined) return neighbour(this.areas, area, direction);
    if (key === 'Home') return 0;
    return key === 'End' ? this.areas.length - 1 : undefined;
  }
}
