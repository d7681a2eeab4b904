import * as vscode from 'vscode';
import type { Range } from '../../core/util/range';
import { Lifetime } from '../../workspace/lifetime';
import { EditorPeek } from './editorPeek';
import type { SearchParts } from './openHit';
import type { Hit } from './hit';

/**
 * Shows hits while the reader moves through them: sections in the panel where that is visible, else as text, and code in an
 * editor. It shows one thing after the other, since the editor opens texts in its own time.
 */
export class HitPeek extends Lifetime {
  private readonly editors: EditorPeek;
  private done = Promise.resolve();
  private last = 0;

  constructor(private readonly parts: SearchParts) {
    super();
    this.editors = this.register(new EditorPeek(parts.follower));
  }

  show(hit: Hit): void {
    void this.next((isWanted) => this.peek(hit, isWanted));
  }

  /** Keeps what is shown, which is about to be opened. */
  keep(): Promise<void> {
    return this.next(() => {
      this.parts.panel.peek(undefined);
      this.editors.keep();
    });
  }

  /** Restores everything as it was. */
  restore(): Promise<void> {
    return this.next(async () => {
      this.parts.panel.peek(undefined);
      await this.editors.restore();
    });
  }

  private next(act: (isWanted: () => boolean) => void | Promise<void>): Promise<void> {
    const turn = ++this.last;
    const isWanted = (): boolean => turn === this.last;
    this.done = this.done
      .then(() => (isWanted() ? act(isWanted) : undefined))
      .catch((error: unknown) => this.parts.report('show a hit', error));
    return this.done;
  }

  private async peek(hit: Hit, isWanted: () => boolean): Promise<void> {
    const { model, pages, panel } = this.parts;
    if (hit.kind === 'code') {
      panel.peek(undefined);
      const { file, range } = hit.target;
      await this.editors.show(hit.tree.uriOf(file), range, isWanted);
    } else if (pages.isVisible) {
      await this.editors.restore();
      if (isWanted()) panel.peek(hit.place);
    } else {
      const { note, slug } = hit.place;
      const section = model.notes.note(note)?.sections.find((one) => one.slug === slug);
      await this.editors.show(vscode.Uri.parse(note), headingOf(section?.range), isWanted);
    }
  }
}

/** Returns the line of a section's heading, or the first line of a note. */
function headingOf(section: Range | undefined): Range {
  const start = { line: section?.start.line ?? 0, character: 0 };
  return { start, end: start };
}
