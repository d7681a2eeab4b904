import { Uri } from 'vscode';
import { takePrepared } from '../../core/notes/preparedNote';
import type { ParsedNote } from '../../core/notes/noteRequest';
import type { Folders } from '../../source/folders';
import { digestOf } from '../../extension/editor/digest';
import { pathBelow } from '../../extension/editor/uris';

/** The shipped notes as they were parsed when the package was built: a reader's first icons need not wait for a parser. */
export class PreparedNotes {
  constructor(
    private readonly extension: Uri,
    private readonly folders: Folders,
  ) {}

  /** The note of a file with these bytes; undefined for all others than those that were built in. */
  async find(uri: string, content: Uint8Array): Promise<ParsedNote | undefined> {
    const path = pathBelow(Uri.joinPath(this.extension, 'notes'), Uri.parse(uri));
    if (path === undefined) return undefined;
    const file = Uri.joinPath(this.extension, 'dist', 'notes', `${path}.json`);
    const [printed, digest] = await Promise.all([this.folders.read(file.toString()), digestOf(content)]);
    return printed === undefined || digest === undefined ? undefined : takePrepared(printed, digest, uri, content);
  }
}
