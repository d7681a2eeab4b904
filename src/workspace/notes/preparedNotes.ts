import type { ParsedNote } from '../../core/notes/noteRequest';
import { takePrepared } from '../../core/notes/preparedNote';
import type { Folders } from '../../source/folders';
import type { Slices } from '../indexing/slices';

/** The shipped notes as they were parsed when the package was built: a reader's first icons need not wait for a parser. */
export class PreparedNotes {
  /** `extension`: the URI of the folder that the package lies in. */
  constructor(
    private readonly extension: string,
    private readonly folders: Folders,
    private readonly slices: Slices,
  ) {}

  /** Returns the note of a file with these bytes; undefined for all others than those that were built in. */
  async find(uri: string, content: Uint8Array): Promise<ParsedNote | undefined> {
    const notes = `${this.extension}/notes/`;
    if (!uri.startsWith(notes)) return undefined;
    const prepared = `${this.extension}/dist/notes/${uri.slice(notes.length)}.json`;
    const [printed, digest] = await Promise.all([this.folders.read(prepared), digestOf(content)]);
    if (printed === undefined || digest === undefined) return undefined;
    // The files of many notes are there at the same time.
    await this.slices.pause();
    return takePrepared(printed, digest, uri, content);
  }
}

/** Returns SHA-256 in hexadecimal; undefined where the platform has none, as in a browser on a page without TLS. */
async function digestOf(bytes: Uint8Array): Promise<string | undefined> {
  const { subtle } = crypto as Partial<Crypto>;
  if (subtle === undefined) return undefined;
  const hash = await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
