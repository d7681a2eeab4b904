import type { Note } from '../../core/notes/note';
import type { NoteRequest, ParsedNote } from '../../core/notes/noteRequest';
import type { Quotation, QuotationRequest } from '../../core/notes/quote/quotation';
import type { Mention } from '../../core/references/mention';
import type { NoteHostCalls, NoteWorkerCalls } from '../../protocol/noteWorker';
import { WorkerClient } from '../indexing/workerClient';
import { Lifetime } from '../lifetime';
import type { Log } from '../log';
import type { NoteParsing } from './noteParsing';
import type { PreparedNotes } from './preparedNotes';

type Worker = WorkerClient<NoteWorkerCalls, NoteHostCalls>;

/** Parses notes in a worker of their own: the first source files are parsed at the same time. */
export class NoteWorker extends Lifetime implements NoteParsing {
  private readonly worker: Worker;

  constructor(
    createWorker: ConstructorParameters<typeof WorkerClient>[1],
    private readonly prepared: PreparedNotes,
    private readonly log: Log,
  ) {
    super();
    this.worker = this.register(new WorkerClient('note worker', createWorker, {}, log));
  }

  async read(request: NoteRequest): Promise<ParsedNote | undefined> {
    const { uri, content } = request;
    try {
      const prepared = content instanceof Uint8Array ? await this.prepared.find(uri, content) : undefined;
      return prepared ?? (await this.worker.call('parse', request));
    } catch (error) {
      return this.failed(uri, error);
    }
  }

  /** Parses a note as an editor has it. */
  async readText(uri: string, text: string): Promise<Note | undefined> {
    return (await this.read({ uri, content: text, isOutline: false }))?.note;
  }

  mentions(note: Note): Promise<readonly Mention[] | undefined> {
    return this.worker.call('mentions', note.text).catch((error: unknown) => this.failed(note.uri, error));
  }

  sectionTexts(note: Note): Promise<readonly string[] | undefined> {
    return this.worker.call('sectionTexts', note.text).catch((error: unknown) => this.failed(note.uri, error));
  }

  quote(note: Note, request: QuotationRequest): Promise<Quotation | undefined> {
    return this.worker.call('quote', request).catch((error: unknown) => this.failed(note.uri, error));
  }

  private failed(uri: string, error: unknown): undefined {
    if (!this.isDisposed) this.log.error(`${uri} is not parsed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
