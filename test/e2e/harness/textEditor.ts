import type { Locator, Page } from 'playwright-core';
import type { Keyboard } from './keyboard';
import { happensWithin, waitFor } from './waiting';

/** An icon in the gutter: its line (1-based), its classes, and the picture that it shows as a CSS `background-image`. */
export interface GutterIcon {
  readonly line: number;
  readonly className: string;
  readonly image: string;
}

/** What is on the screen of the text editor in front. */
export class TextEditor {
  constructor(
    private readonly page: Page,
    private readonly keys: Keyboard,
  ) {}

  /** Monaco's element of the active group. */
  get element(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor[role="code"]').first();
  }

  /** Gives the first group of editors the keyboard. */
  async focus(): Promise<void> {
    await this.keys.press('Control+1');
    await this.element.and(this.page.locator('.focused')).waitFor();
  }

  /** The icons in the gutter of the lines in view. */
  gutterIcons(): Promise<GutterIcon[]> {
    return this.element.evaluate((editor) => {
      const lines = [...editor.querySelectorAll('.margin-view-overlays .line-numbers')].map((number) => ({
        line: Number(number.textContent),
        top: number.getBoundingClientRect().top,
      }));
      return [...editor.querySelectorAll('.glyph-margin-widgets .cgmr')].flatMap((glyph) => {
        const box = glyph.getBoundingClientRect();
        const line = lines.find(({ top }) => Math.abs(top - box.top) < 2)?.line;
        const image = getComputedStyle(glyph).backgroundImage;
        return line === undefined || box.height === 0 ? [] : [{ line, className: glyph.className, image }];
      });
    });
  }

  /** The first place in view where a text stands, in page pixels; with `line` in that line. */
  async placeOf(text: string, line?: number): Promise<{ x: number; y: number }> {
    return waitFor(`"${text}" in the editor`, async () => {
      const found = await this.element.evaluate(
        (editor, wanted) => {
          const tops = [...editor.querySelectorAll('.margin-view-overlays .line-numbers')].map((number) => ({
            line: Number(number.textContent),
            top: number.getBoundingClientRect().top,
          }));
          for (const row of editor.querySelectorAll('.view-lines .view-line')) {
            const top = row.getBoundingClientRect().top;
            if (wanted.line !== undefined && tops.find((one) => Math.abs(one.top - top) < 2)?.line !== wanted.line) continue;
            const start = row.textContent.replaceAll('\u00a0', ' ').indexOf(wanted.text);
            if (start < 0) continue;
            const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
            let before = 0;
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              const length = node.textContent?.length ?? 0;
              if (start < before + length) {
                const range = document.createRange();
                range.setStart(node, start - before);
                range.setEnd(node, Math.min(length, start - before + wanted.text.length));
                const box = range.getBoundingClientRect();
                return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
              }
              before += length;
            }
          }
          return null;
        },
        { text, line },
      );
      return found ?? undefined;
    });
  }

  /** Points at a text and reads the hover that opens; asks again until it says something that `expected` fits. */
  async hover(text: string, line?: number, expected = /\S/): Promise<string> {
    return waitFor(`a hover over "${text}"`, async () => {
      // Looked up each time: the editor may still be scrolling when it is asked first.
      const { x, y } = await this.placeOf(text, line);
      await this.page.mouse.move(x - 2, y);
      await this.page.mouse.move(x, y, { steps: 4 });
      let said = '';
      const fits = await happensWithin(2, async () => {
        said = (await this.page.locator('.monaco-hover:not(.hidden) .hover-contents').allInnerTexts()).join('\n');
        return expected.test(said);
      });
      if (fits) return said;
      // While the pointer rests on one name the editor asks for it once, also where nothing was known yet: it has to leave.
      await this.page.mouse.move(1, 1, { steps: 4 });
      return undefined;
    });
  }

  /** Follows a link in the text as a person does, who sees it light up while Control is held. */
  async followLink(text: string): Promise<void> {
    const { x, y } = await this.placeOf(text);
    await this.page.keyboard.down('Control');
    await waitFor(`the link "${text}" to light up`, async () => {
      await this.page.mouse.move(x - 1, y);
      await this.page.mouse.move(x, y);
      return happensWithin(2, async () => (await this.element.locator('.detected-link-active').count()) > 0);
    });
    await this.page.mouse.click(x, y);
    await this.page.keyboard.up('Control');
  }

  /** How many pixels of the overview ruler have a colour, `rrggbb`; without one, how many are not blank. */
  overviewRulerPixels(color?: string): Promise<number> {
    return this.element.locator('canvas.decorationsOverviewRuler').evaluate((element, wanted) => {
      if (!(element instanceof HTMLCanvasElement)) return 0;
      const picture = element.getContext('2d')?.getImageData(0, 0, element.width, element.height);
      const data = picture?.data ?? new Uint8ClampedArray();
      let count = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] === 0) continue;
        const hex = [0, 1, 2].map((part) => (data[at + part] ?? 0).toString(16).padStart(2, '0')).join('');
        if (wanted === '' || hex === wanted) count++;
      }
      return count;
    }, color ?? '');
  }
}
