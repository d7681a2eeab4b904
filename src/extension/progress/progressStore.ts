import type { ExtensionContext } from 'vscode';
import { readMarks } from '../../core/progress/progressFile';
import { isSameMarks, ReadMarks, type NoteAddress, type NoteMarks } from '../../core/progress/readMarks';

/** The prefix of the entries' names, before the address. */
const prefix = 'read:';

/**
 * The progress in the extension's own storage, with an entry for each note. Settings Sync takes it to other machines entry by
 * entry, so that two machines only ever meet in the same note.
 */
export class ProgressStore {
  /** The number of entries that the editor knew by name when they were last looked up. */
  private named = 0;

  constructor(private readonly state: ExtensionContext['globalState']) {}

  read(): ReadMarks {
    this.nameForSync();
    return new ReadMarks(
      this.keys().flatMap((key): NoteMarks[] => {
        const address = parseAddress(key.slice(prefix.length));
        return address === undefined ? [] : [{ address, marks: readMarks(this.state.get(key)) }];
      }),
    );
  }

  /** Writes what differs from what is stored. */
  async write(marks: ReadMarks): Promise<void> {
    const stored = this.read();
    const changed = [...marks.notes].filter(({ address, marks }) => !isSameMarks(marks, stored.of(address)));
    for (const { address, marks } of changed) {
      await this.state.update(`${prefix}${JSON.stringify([address.folder, address.path])}`, marks);
    }
    this.nameForSync();
  }

  /** Tells the editor which entries Settings Sync takes along. The editor forgets it with each version of the extension. */
  private nameForSync(): void {
    const keys = this.keys();
    if (keys.length === this.named) return;
    this.named = keys.length;
    this.state.setKeysForSync(keys);
  }

  private keys(): readonly string[] {
    return this.state.keys().filter((key) => key.startsWith(prefix));
  }
}

function parseAddress(text: string): NoteAddress | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const parts: readonly unknown[] = Array.isArray(value) ? value : [];
    const [folder, path] = parts;
    return typeof folder === 'string' && typeof path === 'string' ? { folder, path } : undefined;
  } catch {
    return undefined;
  }
}
