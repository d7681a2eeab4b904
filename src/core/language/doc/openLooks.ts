import type { Look } from './inlineRuns';

/** The depth of nested elements beyond which they do not change the look any more. */
const deepest = 32;

/** The elements and marks that began and have not ended yet, and the look of text inside of all of them. */
export class OpenLooks {
  private open: { readonly name: string; readonly look: Look }[] = [];

  constructor(private readonly outer: Look) {}

  get look(): Look {
    return this.open.at(-1)?.look ?? this.outer;
  }

  /** Begins an element or mark. In code, bold and italics change nothing, because Markdown has none there. */
  begin(name: string, look: Look): void {
    if (this.open.length >= deepest) return;
    const changed = { ...this.look, ...look };
    const { isBold = false, isItalic = false } = this.look.isCode === true ? this.look : changed;
    this.open.push({ name, look: { ...changed, isBold, isItalic } });
  }

  end(name: string): void {
    const index = this.open.findLastIndex((one) => one.name === name);
    if (index >= 0) this.open.splice(index, 1);
  }

  /** Begins or ends a mark that is written the same at the start and at the end of its part. */
  toggle(name: string, look: Look): void {
    if (this.open.some((one) => one.name === name)) this.end(name);
    else this.begin(name, look);
  }

  /** Ends whatever is code, which a paragraph's end does. */
  endParagraph(): void {
    this.open = this.open.filter(({ look }) => look.isCode !== true);
  }

  /** Ends everything, which the end of a block does, such as that of an item of a list. */
  endAll(): void {
    this.open = [];
  }
}
