import { decodeSource } from '../../core/symbols/sourceText';
import { LineIndex } from '../../core/util/lineIndex';
import type { Folders } from '../../source/folders';
import { unsavedDocuments } from '../editor/openTexts';
import type { SourceTree } from '../model/model';

export interface SourceText {
  readonly text: string;
  readonly lines: LineIndex;
}

interface Known {
  /** The indexed reading of the file when the text was read; another one makes the text outdated. */
  readonly reading: unknown;
  readonly source: Promise<SourceText | undefined>;
}

/** The number of texts that are kept, each of up to some 170 kB. */
const mostTexts = 8;

/** The texts of source files: with what is typed and not saved yet, or else from the disk. */
export class SourceTexts {
  /** The known texts by URI, the least recently used first. */
  private readonly known = new Map<string, Known>();

  constructor(private readonly folders: Folders) {}

  /**
   * Returns the text of a file; undefined where it cannot be read. It never rejects. `reading` stands for the state of the file: with
   * another one it is read again.
   */
  of(tree: SourceTree, file: string, reading: unknown = tree.table.indexed(file)): Promise<SourceText | undefined> {
    const uri = tree.uriOf(file).toString();
    const before = this.known.get(uri);
    const known = before?.reading === reading && before !== undefined ? before : { reading, source: this.read(uri) };
    this.known.delete(uri);
    this.known.set(uri, known);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= mostTexts) break;
      this.known.delete(oldest);
    }
    return known.source;
  }

  private async read(uri: string): Promise<SourceText | undefined> {
    const text = unsavedDocuments().get(uri)?.getText() ?? (await this.decoded(uri));
    return text === undefined ? undefined : { text, lines: new LineIndex(text) };
  }

  private async decoded(uri: string): Promise<string | undefined> {
    const bytes = await this.folders.read(uri).catch(() => undefined);
    const source = bytes && decodeSource(bytes);
    return source !== undefined && 'text' in source ? source.text : undefined;
  }
}
