import type { PanelWords } from '../../src/protocol/panel';
import { openAround } from '../dom/openAround';
import { element } from '../dom/element';
import { findMatches } from './textMatches';

/** Finds text in the note. The editor gives its own find widget to webviews in tabs, but not to those in views. */
export class FindBar {
  readonly root = element('div', { class: 'find', attributes: { role: 'search' } });
  private readonly input = element('input', { attributes: { type: 'text', spellcheck: 'false' } });
  private readonly count = element('span', { class: 'count', attributes: { role: 'status' } });
  private readonly buttons: Readonly<Record<'previous' | 'next' | 'close', HTMLButtonElement>>;
  private words: PanelWords | undefined;
  private matches: readonly Range[] = [];
  private at = 0;

  constructor(
    private readonly text: HTMLElement,
    private readonly scroller: HTMLElement,
  ) {
    const button = (sign: string, act: () => void): HTMLButtonElement => {
      const made = element('button', { text: sign, attributes: { type: 'button' } });
      made.addEventListener('click', act);
      return made;
    };
    this.buttons = {
      previous: button('\u2191', () => this.step(-1)),
      next: button('\u2193', () => this.step(1)),
      close: button('\u00d7', () => this.close()),
    };
    this.root.hidden = true;
    this.root.append(this.input, this.count, this.buttons.previous, this.buttons.next, this.buttons.close);
    this.input.addEventListener('input', () => this.search());
    this.root.addEventListener('keydown', (event) => this.press(event));
  }

  /** The text that is selected in the note is sought at once, as in the editor. */
  open(words: PanelWords): void {
    this.words = words;
    this.input.setAttribute('aria-label', words.find);
    this.input.placeholder = words.find;
    for (const [name, button] of Object.entries(this.buttons)) {
      const label = { previous: words.findPrevious, next: words.findNext, close: words.findClose }[name] ?? '';
      button.title = label;
      button.setAttribute('aria-label', label);
    }
    const selected = getSelection()?.toString().trim() ?? '';
    this.root.hidden = false;
    if (selected !== '' && !selected.includes('\n')) this.input.value = selected;
    this.input.focus();
    this.input.select();
    this.search();
  }

  /** Searches again, since the note has another text. */
  refresh(): void {
    if (!this.root.hidden) this.seek(false);
  }

  get isOpen(): boolean {
    return !this.root.hidden;
  }

  close(): void {
    this.root.hidden = true;
    this.matches = [];
    this.paint();
    this.scroller.focus();
  }

  private search(): void {
    this.seek(true);
  }

  /** The first match at or below the upper edge becomes the current one, so that the reader goes on from where they are. */
  private seek(reveal: boolean): void {
    this.matches = findMatches(this.text, this.input.value);
    const edge = this.scroller.getBoundingClientRect().top;
    this.at = Math.max(
      0,
      this.matches.findIndex((match) => match.getBoundingClientRect().top >= edge),
    );
    this.paint();
    if (reveal) this.reveal();
  }

  private step(by: number): void {
    const { length } = this.matches;
    if (length === 0) return;
    this.at = (this.at + by + length) % length;
    this.paint();
    this.reveal();
  }

  private paint(): void {
    const current = this.matches[this.at];
    CSS.highlights.set('found', new Highlight(...this.matches));
    CSS.highlights.set('found-current', new Highlight(...(current === undefined ? [] : [current])));
    const { words } = this;
    if (words === undefined) return;
    const isEmpty = this.input.value.trim() === '';
    this.root.classList.toggle('none', !isEmpty && current === undefined);
    const said = current === undefined ? words.findNone : words.findCount;
    this.count.textContent = isEmpty ? '' : said.replace('{0}', String(this.at + 1)).replace('{1}', String(this.matches.length));
  }

  private reveal(): void {
    const match = this.matches[this.at];
    if (match === undefined) return;
    openAround(match.startContainer);
    const [view, place] = [this.scroller.getBoundingClientRect(), match.getBoundingClientRect()];
    // Scrolls wide code, tables and diagrams, too, which scroll by themselves.
    match.startContainer.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (place.top < view.top + 8 || place.bottom > view.bottom - 8)
      this.scroller.scrollTop += match.getBoundingClientRect().top - view.top - view.height / 3;
  }

  private press(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && event.target === this.input) this.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'F3') this.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
