import type { PanelExcerpt } from '../../protocol/panel';
import { Debounced, Lifetime } from '../../workspace/lifetime';
import { candidatesOf } from '../excerpts/excerptCandidates';
import { placeKey } from '../excerpts/excerptPlace';
import type { Model } from '../model/model';
import { panelExcerpt } from './panelExcerpt';

/** The milliseconds within which changes go to the page together. */
const together = 30;

/** The excerpts of the note that a page shows. It sends those that have changed, and no others. */
export class PanelExcerpts extends Lifetime {
  private note: string | undefined;
  private whole: ReadonlySet<string> = new Set();
  /** The excerpts that the page has, printed, by their anchors. */
  private sent = new Map<string, string>();
  private readonly refreshing = this.register(new Debounced(together, () => void this.refresh()));

  /** `send` takes the excerpts that are others now; it returns false where the page cannot be reached. */
  constructor(
    private readonly model: Model,
    private readonly send: (note: string, changed: readonly PanelExcerpt[]) => boolean,
  ) {
    super();
    this.register(
      model.excerpts.onDidChange((notes) => {
        if (this.note !== undefined && notes.has(this.note)) this.refreshing.request();
      }),
    );
  }

  /** Returns the excerpts of a note, those of the anchors in `whole` with all of their code. From now on the page has them. */
  async ask(note: string, whole: readonly string[]): Promise<readonly PanelExcerpt[]> {
    // Of a note whose file is gone the page keeps what it had.
    if (this.model.notes.note(note) === undefined) return this.note === note ? this.had() : [];
    const wanted = new Set(whole);
    [this.note, this.whole] = [note, wanted];
    const excerpts = await this.read(note);
    if (this.whole === wanted) this.sent = new Map(excerpts.map((one) => [one.anchor, JSON.stringify(one)]));
    return excerpts;
  }

  /** Sends what has changed since the page was told. */
  async refresh(): Promise<void> {
    const { note, whole } = this;
    if (note === undefined || this.model.notes.note(note) === undefined) return;
    const excerpts = await this.read(note);
    // Meanwhile the page may have asked for another note, or for other lengths.
    if (this.isDisposed || whole !== this.whole) return;
    const changed = excerpts.filter((one) => this.sent.get(one.anchor) !== JSON.stringify(one));
    if (changed.length === 0 || !this.send(note, changed)) return;
    for (const one of changed) this.sent.set(one.anchor, JSON.stringify(one));
  }

  /** Opens one of the places that an anchor could mean. A place that is none of them any more is not opened. */
  async open(note: string, anchor: string, place: string): Promise<void> {
    const binding = this.model.bindings.ofNote(note).find((one) => one.anchor.text === anchor);
    const found = binding && candidatesOf(binding.result).find(({ target }) => placeKey(target) === place);
    if (found !== undefined) await this.model.navigation.openTarget(found.target);
  }

  private had(): readonly PanelExcerpt[] {
    return Array.from(this.sent.values(), (one) => JSON.parse(one) as PanelExcerpt);
  }

  private async read(note: string): Promise<readonly PanelExcerpt[]> {
    const excerpts = await this.model.excerpts.read(note, this.whole);
    return Array.from(excerpts, ([anchor, excerpt]) => panelExcerpt(anchor, excerpt));
  }
}
