import type { Host } from './clicks';

/** Opens the code of anchors. Where it is not certain which code is meant, a list opens at the link, whose script is loaded then. */
export class Anchors {
  private loading: Promise<typeof import('../choices/main')> | undefined;
  private clicks = 0;

  constructor(
    private readonly host: Host,
    /** The address of the script. */
    private readonly script: string,
    /** The text of the note, which gets the keyboard where the link is gone. */
    private readonly text: HTMLElement,
  ) {}

  async open(link: HTMLElement | SVGElement, note: string, anchor: string): Promise<void> {
    const click = ++this.clicks;
    const choices = await this.host.call('openAnchor', note, anchor);
    if (choices === undefined) return;
    this.loading ??= import(this.script) as Promise<typeof import('../choices/main')>;
    const { openChoices } = await this.loading;
    // The reader may have clicked something else, or have another note before him.
    if (click !== this.clicks || !link.isConnected) return;
    openChoices(link, this.text, choices, (act, place) => void this.host.call('choose', note, anchor, act, place));
  }
}
