import type { Look } from './inlineRuns';

/** Elements deeper in others change no look any more. */
const deepest = 32;

/** The elements and marks that began and did not end yet, and how text looks in all of them. */
export class OpenLooks {
  private open: { readonly name: string; readonly look: Look }[] = [];

  constructor(private readonly outer: Look) {}

  get look(): Look {
    return this.open.at(-1)?.look ?? this.outer;
  }

  /** In code, bold and italics change nothing: Markdown has none there. */
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

  /** For a mark that is written the same where its part begins and where it ends. */
  toggle(name: string, look: Look): void {
    if (this.open.some((one) => one.name === name)) this.end(name);
    else this.begin(name, look);
  }

  /** Where a paragraph ends: what is code ends with it. */
  endParagraph(): void {
    this.open = this.open.filter(({ look }) => look.isCode !== true);
  }

  /** Where a block ends, as an item of a list. */
  endAll(): void {
    this.open = [];
  }
}
