import type { Frame, Page } from 'playwright-core';
import { happensWithin, waitFor } from './waiting';

/** A key as a page has seen it. */
interface SeenKey {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What had the focus. */
  readonly focus: string;
  /** Whether somebody did something with it: VS Code stops a key that runs a command or is the first part of a chord. */
  taken?: boolean;
}

declare global {
  var seenKeys: SeenKey[];
}

/** Seconds until a key that the window has not even seen counts as lost: one that is pressed in a webview is sent on to the window. */
const slowest = 15;

/** A person's keys that run commands: a key that is lost is found out, and its circumstances are told. */
export class Keyboard {
  private readonly lost: string[] = [];

  private constructor(private readonly page: Page) {}

  /** Has to be called before the page is loaded. */
  static async of(page: Page): Promise<Keyboard> {
    await page.addInitScript(watchKeys);
    return new Keyboard(page);
  }

  /**
   * Presses the keys of a command, one chord after the other: `Control+Alt+K`, `t`. Each is pressed once; it is pressed again
   * only where the editor did not take it, and then the circumstances are printed and kept among the evidence.
   */
  async press(...keys: readonly string[]): Promise<void> {
    await waitFor(`the editor to take ${keys.join(' ')}`, async () => {
      const before = await this.refusal();
      for (const key of keys) {
        if (await this.isTaken(key)) continue;
        this.tell(`${key} of ${keys.join(' ')} was not taken: ${await this.circumstances()}`);
        return false;
      }
      if (keys.length === 1) return true;
      // The first part of a chord is always taken; whether the second one fits a command the status bar says.
      const after = await this.refusal();
      if (after === undefined || after === before) return true;
      this.tell(`${keys.join(' ')} was refused ("${after}"): ${await this.circumstances()}`);
      return false;
    });
  }

  /** Presses a key so many times, as fast as it goes; what the editor did not take is pressed again at the end. */
  async pressInAHurry(key: string, times: number): Promise<void> {
    const taken = () => this.page.evaluate(() => globalThis.seenKeys.filter((one) => one.taken === true).length);
    const from = await taken();
    for (let time = 0; time < times; time++) await this.page.keyboard.press(key);
    await happensWithin(slowest, async () => (await taken()) - from >= times);
    for (let missing = times - ((await taken()) - from); missing > 0; missing--) {
      this.tell(`one ${key} of ${times} was not taken: ${await this.circumstances()}`);
      await this.press(key);
    }
  }

  /** What was lost so far, and the last keys as each frame has seen them. */
  async report(): Promise<string> {
    const frames = await Promise.all(this.page.frames().map(async (frame) => [frame.url().slice(0, 120), await seenIn(frame)]));
    return JSON.stringify({ lost: this.lost, seen: frames }, undefined, 2);
  }

  private async isTaken(key: string): Promise<boolean> {
    const from = await this.page.evaluate(() => globalThis.seenKeys.length);
    await this.page.keyboard.press(key);
    let taken: boolean | undefined;
    await happensWithin(slowest, async () => {
      taken = await this.page.evaluate((first) => {
        const keys = globalThis.seenKeys.slice(first).filter((one) => !/^(Control|Alt|Shift|Meta)$/.test(one.key));
        if (keys.some((one) => one.taken === true)) return true;
        return keys.length > 0 && keys.every((one) => one.taken === false) ? false : undefined;
      }, from);
      return taken !== undefined;
    });
    return taken === true;
  }

  private tell(what: string): void {
    this.lost.push(what);
    console.log(`      lost key: ${what}`);
  }

  /** What the status bar says of a chord that fits no command. */
  private async refusal(): Promise<string | undefined> {
    const items = await this.page.locator('.part.statusbar .statusbar-item').allTextContents();
    return items.find((text) => text.includes('is not a command'));
  }

  private circumstances(): Promise<string> {
    return this.page.evaluate(() => {
      const [last] = globalThis.seenKeys.slice(-1);
      const quickInput = document.querySelector<HTMLElement>('.quick-input-widget');
      return JSON.stringify({
        last,
        focus: document.activeElement?.outerHTML.slice(0, 200),
        pageHasFocus: document.hasFocus(),
        quickInput: quickInput === null || quickInput.style.display === 'none' ? 'closed' : 'open',
      });
    });
  }
}

async function seenIn(frame: Frame): Promise<readonly SeenKey[]> {
  return frame.evaluate(() => globalThis.seenKeys.slice(-40)).catch(() => []);
}

/** In each page: keeps what keys it sees. The workbench's own listeners run after this one, on the same window. */
function watchKeys(): void {
  const seen: SeenKey[] = [];
  globalThis.seenKeys = seen;
  const describe = (element: Element | null): string =>
    element === null ? 'nothing' : `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`;
  window.addEventListener(
    'keydown',
    (event) => {
      const one: SeenKey = { key: event.key, at: Date.now(), focus: describe(document.activeElement) };
      seen.push(one);
      // What comes from a webview is an event that nobody can stop.
      setTimeout(() => (one.taken = event.defaultPrevented || !event.isTrusted));
    },
    true,
  );
}
