import { Debounced, Lifetime, Slot } from '../../workspace/lifetime';
import type { Follower } from '../panel/follower';
import type { Model } from '../model';
import type { PanelHistory } from '../panel/panelHistory';
import type { TreesModel } from '../indexing/treesModel';
import type { Navigator } from '../navigation/navigator';
import type { Revealer } from '../navigation/reveal';
import type { NotePages } from '../panel/registerPanel';
import { NoteCorpus } from './noteCorpus';
import { SearchPicker } from './searchPicker';

/** What searching needs of the extension. */
export interface SearchParts {
  readonly model: Model;
  readonly trees: TreesModel;
  readonly panel: PanelHistory;
  readonly navigator: Navigator;
  readonly follower: Follower;
  readonly revealer: Revealer;
  readonly pages: NotePages;
}

/** Milliseconds without a search after which the index of the notes is let go: it takes some megabytes and a moment to build. */
const patience = 300_000;

/** One list of hits at a time, and what is kept between two. */
export class NoteSearch extends Lifetime {
  private readonly corpus = this.register(new Slot<NoteCorpus>());
  private readonly picker = this.register(new Slot<SearchPicker>());
  private readonly forgetting = this.register(new Debounced(patience, () => this.forget()));

  constructor(private readonly parts: SearchParts) {
    super();
  }

  open(): void {
    if (this.picker.value?.isOpen === true) return;
    this.forgetting.dispose();
    const corpus = (this.corpus.value ??= new NoteCorpus(this.parts.model));
    const picker = new SearchPicker(this.parts, corpus, () => {
      if (this.picker.value !== picker) return;
      this.picker.value = undefined;
      this.forgetting.request();
    });
    this.picker.value = picker;
    picker.open();
  }

  openBeside(): void {
    this.picker.value?.openBeside();
  }

  private forget(): void {
    if (this.picker.value === undefined) this.corpus.value = undefined;
  }
}
