/** What the keyboard can reach. Anything else in a note gets a `tabindex` where it can be reached. */
const reachable = 'a[href], button:not([disabled]), input:not([disabled]), summary, [tabindex="0"]';

/** The CSS pixels of something that must be in view for it to count as seen. */
const leastSeen = 4;

/** The keyboard's way into the text of a note, and from there to what is seen and not to the first link of the document. */
export class TextFocus {
  /** The element that the way from the text led to. */
  private entered: HTMLElement | undefined;

  /** `text` scrolls, and `above` are the lines over it, from top to bottom. */
  constructor(
    private readonly text: HTMLElement,
    private readonly above: readonly HTMLElement[],
  ) {
    text.addEventListener('keydown', (event) => this.press(event));
  }

  /** Gives the text the focus; where there is none, the first button of what stands in its place. */
  take(): void {
    const target = this.text.hidden ? this.above.flatMap((one) => reachableIn(one))[0] : this.text;
    target?.focus({ preventScroll: true });
  }

  private press(event: KeyboardEvent): void {
    if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.shiftKey ? this.before(event.target) : this.after(event.target);
    if (target === undefined) return;
    event.preventDefault();
    target.focus();
    this.entered = event.shiftKey ? undefined : target;
  }

  /** Returns what Tab leads to from the text itself: the first thing that is seen, else the first one below. */
  private after(from: EventTarget | null): HTMLElement | undefined {
    if (from !== this.text) return undefined;
    const edge = this.text.getBoundingClientRect().top + leastSeen;
    return reachableIn(this.text).find((one) => one.getBoundingClientRect().bottom > edge);
  }

  /** Returns what Shift+Tab leads to from there: the line above the text. */
  private before(from: EventTarget | null): HTMLElement | undefined {
    if (this.entered === undefined || from !== this.entered) return undefined;
    return this.above.flatMap((one) => reachableIn(one)).at(-1) ?? this.text;
  }
}

function reachableIn(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(reachable)].filter((one) => one.tabIndex >= 0 && one.checkVisibility());
}
