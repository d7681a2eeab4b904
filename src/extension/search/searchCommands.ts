import { Lifetime } from '../../workspace/lifetime';
import type { NoteSearch } from './noteSearch';
import type { SearchParts } from './openHit';

/** The search's commands. Its code is loaded with the first search. */
export class SearchCommands extends Lifetime {
  private search: Promise<NoteSearch> | undefined;

  constructor(private readonly parts: SearchParts) {
    super();
  }

  async open(): Promise<void> {
    this.search ??= import('./noteSearch').then(({ NoteSearch }) => this.register(new NoteSearch(this.parts)));
    (await this.search).open();
  }

  /** Opens the hit that is chosen in the list to the side. */
  async openBeside(): Promise<void> {
    (await this.search)?.openBeside();
  }
}
