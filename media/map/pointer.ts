import { element } from '../dom/element';
import type { Area } from './layout';

interface PointerEvents {
  areaAt(hit: EventTarget | null): Area | undefined;
  /** Acts when the pointer stays on an area. A reader who only crosses it on the way to something else does not mean it. */
  rested(area: Area): void;
  clicked(area: Area, beside: boolean): void;
  titleOf(area: Area): string;
}

/** The milliseconds that the pointer must stay on one area. */
const rest = 200;

/** The actions of a mouse on the picture. */
export class Pointer {
  /** The frame around the area that a click would act on. */
  readonly frame = element('div', { class: 'hover', attributes: { 'aria-hidden': 'true', hidden: '' } });
  private id: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    canvas: HTMLElement,
    private readonly events: PointerEvents,
  ) {
    canvas.addEventListener('pointermove', ({ target }) => this.move(target, canvas));
    canvas.addEventListener('pointerleave', () => this.leave());
    canvas.addEventListener('click', ({ target, ctrlKey, metaKey }) => {
      const area = events.areaAt(target);
      this.leave();
      if (area !== undefined) events.clicked(area, ctrlKey || metaKey);
    });
  }

  private move(target: EventTarget | null, canvas: HTMLElement): void {
    const area = this.events.areaAt(target);
    if (area?.node.id === this.id) return;
    this.leave();
    if (area === undefined) return;
    const { node, x, y, width, height } = area;
    this.id = node.id;
    Object.assign(this.frame.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
    this.frame.hidden = false;
    canvas.title = this.events.titleOf(area);
    this.timer = setTimeout(() => this.events.rested(area), rest);
  }

  private leave(): void {
    clearTimeout(this.timer);
    this.id = undefined;
    this.frame.hidden = true;
  }
}
