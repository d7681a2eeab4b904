import { Lifetime } from '../../workspace/lifetime';
import type { NoteLibrary } from '../model/model';

/** Tells of folders of notes that the reader adds while the window is open. */
export class AddedFolders extends Lifetime {
  /** The URIs of the folders that were there before; undefined until the notes are read for the first time. */
  private known: ReadonlySet<string> | undefined;

  constructor(
    private readonly notes: Pick<NoteLibrary, 'folders' | 'onDidChange'>,
    private readonly added: (folder: string) => void,
  ) {
    super();
    if (notes.folders.length > 0) this.known = new Set(this.own());
    this.register(notes.onDidChange(() => this.look()));
  }

  private look(): void {
    const [before, now] = [this.known, this.own()];
    this.known = new Set(now);
    if (before === undefined) return;
    const added = now.find((uri) => !before.has(uri));
    if (added !== undefined) this.added(added);
  }

  private own(): readonly string[] {
    return this.notes.folders.flatMap(({ uri, own }) => (own ? [uri.toString()] : []));
  }
}
