import type { Host } from './clicks';
import type { LateScript } from './lateScript';

/** Opens the code of anchors. Where it is not certain which code is meant, a list opens at the link, whose script is loaded then. */
export class Anchors {
  private clicks = 0;

  constructor(
    private readonly host: Host,
    private readonly script: LateScript<typeof import('../choices/main')>,
    /** The text of the note, which gets the keyboard where the link is gone. */
    private readonly text: HTMLElement,
  ) {}

  async open(link: HTMLElement | SVGElement, note: string, anchor: string): Promise<void> {
    const click = ++this.clicks;
    const choices = await this.host.call('openAnchor', note, anchor);
    if (choices === undefined) return;
    const script = await this.script.load();
    // The reader may have clicked something else, or have another note before him.
    if (script === undefined || click !== this.clicks || !link.isConnected) return;
    script.openChoices(link, this.text, choices, (act, place) => void this.host.call('choose', note, anchor, act, place));
  }
}
