import { codeHtml } from '../render/code';
import type { Highlighter } from '../render/highlighter';
import type { PanelNote } from '../../src/protocol/panel';
import type { LateScript } from './lateScript';
import { replaceHtml } from './replaceHtml';

/** What gives code its colours. */
export type Colours = typeof import('../colours/main');

/** Gives the code of notes its colours. The first note with code is there before them: the words do not wait, and do not move. */
export class CodeColours {
  constructor(
    private readonly script: LateScript<Colours>,
    /** The colours are there for a text that was shown without them. */
    private readonly come: () => void,
  ) {}

  get highlight(): Highlighter | undefined {
    return this.script.there?.highlight;
  }

  /** Takes over a text that was rendered anew. */
  async show(article: HTMLElement): Promise<void> {
    if (this.script.isKnown || article.querySelector('[data-info], .excerpt') === null) return;
    if ((await this.script.load()) !== undefined) this.come();
  }

  /** Colours the code of a text that was rendered before the colours were there. */
  paint(article: HTMLElement, note: PanelNote): void {
    for (const code of article.querySelectorAll<HTMLElement>('code[data-info]')) {
      replaceHtml(code, codeHtml(code.textContent, code.dataset.info ?? '', note, this.highlight));
    }
  }
}
