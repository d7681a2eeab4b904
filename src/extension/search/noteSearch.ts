import { Debounced, Lifetime, Slot } from '../../workspace/lifetime';
import { NoteCorpus } from '../../workspace/search/noteCorpus';
import type { SearchParts } from './openHit';
import { SearchPicker } from './searchPicker';

/**
 * The milliseconds without a search after which the index of the notes is dropped. It takes some megabytes, and a moment to
 * build.
 */
const patience = 300_000;

/** Shows one list of hits at a time, and keeps the index between two of them. */
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
    const corpus = (this.corpus.value ??= corpusOf(this.parts));
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

type CorpusParts = Pick<SearchParts, 'model' | 'vocabulary' | 'slices' | 'log'>;

/** Returns the texts of the notes that are searched. */
export function corpusOf({ model, vocabulary, slices, log }: CorpusParts): NoteCorpus {
  const { notes, bindings } = model;
  const searched = {
    ready: () => notes.ready(),
    get all() {
      return notes.folders.map(({ outlineUri }) => ({ outlineUri: outlineUri.toString() }));
    },
    get notes() {
      return notes.folders.flatMap((folder) => folder.notes);
    },
    note: (uri: string) => notes.note(uri),
    onDidChange: notes.onDidChange,
  };
  return new NoteCorpus({ notes: searched, bindings, parsing: notes, vocabulary, slices, log });
}
