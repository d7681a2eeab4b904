/** The sizes of a picture. At 1 its text is as large as the note's. */
const smallest = 0.2;
const largest = 4;
const step = 1.25;
/** The space around the picture in CSS pixels, as in diagram.css. */
const margin = 10;

/** Pans and zooms a picture. The picture has a size, and its frame scrolls as everything else does. */
export class Zoom {
  private scale = 1;
  private isFitted = true;
  private drag: { readonly x: number; readonly y: number; readonly left: number; readonly top: number } | undefined;

  constructor(
    private readonly frame: HTMLElement,
    private readonly svg: SVGSVGElement,
    /** The picture's own width and height in CSS pixels. */
    private readonly size: { readonly width: number; readonly height: number },
    private readonly changed: (percent: number) => void,
  ) {
    frame.addEventListener('keydown', (event) => this.press(event));
    frame.addEventListener('wheel', (event) => this.turn(event), { passive: false });
    frame.addEventListener('pointerdown', (event) => this.grab(event));
    frame.addEventListener('pointermove', (event) => this.pull(event));
    for (const end of ['pointerup', 'pointercancel'] as const) frame.addEventListener(end, () => this.release());
    new ResizeObserver(() => {
      if (this.isFitted) this.fit();
    }).observe(frame);
  }

  in(): void {
    this.zoom(this.scale * step);
  }

  out(): void {
    this.zoom(this.scale / step);
  }

  /** Fits the picture into the width of its frame, unless it is small enough already: the whole of it comes first. */
  fit(): void {
    this.isFitted = true;
    this.frame.style.maxHeight = '';
    this.set(Math.min(1, this.fitting));
  }

  /** The size at which the picture is as wide as its frame. */
  private get fitting(): number {
    return Math.max(0, this.frame.clientWidth - 2 * margin) / this.size.width;
  }

  /** Sets the size. `x` and `y` are the point of the frame that stays where it is; its middle without them. */
  private zoom(scale: number, x = this.frame.clientWidth / 2, y = this.frame.clientHeight / 2): void {
    // The frame's height is bounded, so that the note below stays near. A larger picture scrolls inside.
    if (this.isFitted) this.frame.style.maxHeight = `${Math.max(this.frame.offsetHeight, 160)}px`;
    this.isFitted = false;
    const { frame } = this;
    const before = this.scale;
    const [left, top] = [frame.scrollLeft + x, frame.scrollTop + y];
    this.set(Math.min(largest, Math.max(Math.min(smallest, this.fitting), scale)));
    frame.scrollLeft = (left * this.scale) / before - x;
    frame.scrollTop = (top * this.scale) / before - y;
  }

  private set(scale: number): void {
    this.scale = scale;
    this.svg.style.width = `${this.size.width * scale}px`;
    this.svg.style.height = `${this.size.height * scale}px`;
    const { clientWidth, scrollWidth, clientHeight, scrollHeight } = this.frame;
    this.frame.classList.toggle('scrolls', scrollWidth > clientWidth || scrollHeight > clientHeight);
    this.changed(Math.round(scale * 100));
  }

  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') this.in();
    else if (event.key === '-') this.out();
    else if (event.key === '0') this.fit();
    else return;
    event.preventDefault();
  }

  private turn(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { left, top } = this.frame.getBoundingClientRect();
    this.zoom(this.scale * Math.exp(-event.deltaY / 400), event.clientX - left, event.clientY - top);
  }

  private grab(event: PointerEvent): void {
    const isLink = event.target instanceof Element && event.target.closest('a') !== null;
    if (event.button !== 0 || event.pointerType !== 'mouse' || isLink || !this.frame.classList.contains('scrolls')) return;
    const { scrollLeft: left, scrollTop: top } = this.frame;
    this.drag = { x: event.clientX, y: event.clientY, left, top };
    this.frame.setPointerCapture(event.pointerId);
    this.frame.classList.add('dragged');
  }

  private pull(event: PointerEvent): void {
    if (this.drag === undefined) return;
    this.frame.scrollLeft = this.drag.left + this.drag.x - event.clientX;
    this.frame.scrollTop = this.drag.top + this.drag.y - event.clientY;
  }

  private release(): void {
    this.drag = undefined;
    this.frame.classList.remove('dragged');
  }
}
