import type { LogOutputChannel } from 'vscode';
import type { Note } from '../../core/notes/note';
import type { Mention } from '../../core/references/mention';
import type { NoteHostCalls, NoteWorkerCalls } from '../../protocol/noteWorker';
import type { NoteRequest, ParsedNote } from '../../core/notes/noteRequest';
import { Lifetime } from '../lifetime';
import type { Platform } from '../../extension/editor/platform';
import type { PreparedNotes } from './preparedNotes';
import { WorkerClient } from '../indexing/workerClient';

type Worker = WorkerClient<NoteWorkerCalls, NoteHostCalls>;

/** Reads notes in a worker of their own: the first source files are parsed at the same time. */
export class NoteWorker extends Lifetime {
  private readonly worker: Worker;

  constructor(
    platform: Platform,
    private readonly prepared: PreparedNotes,
    private readonly log: LogOutputChannel,
  ) {
    super();
    this.worker = this.register(new WorkerClient('note worker', () => platform.createWorker('noteWorker'), {}, log));
  }

  /** A note is always an answer, however broken; undefined only where the worker died of it. */
  async read(request: NoteRequest): Promise<ParsedNote | undefined> {
    const { uri, content } = request;
    try {
      const prepared = typeof content === 'string' ? undefined : await this.prepared.find(uri, content);
      return prepared ?? (await this.worker.call('parse', request));
    } catch (error) {
      if (!this.isDisposed) this.log.error(`${uri} is not read: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  /** A note as an editor has it. */
  async readText(uri: string, text: string): Promise<Note | undefined> {
    return (await this.read({ uri, content: text, isOutline: false }))?.note;
  }

  /** What a note says around each of its anchors, in their order; undefined where the worker died of it. */
  mentions(note: Note): Promise<readonly Mention[] | undefined> {
    return this.about(note, (worker) => worker.call('mentions', note.text));
  }

  /** The words of each section of a note; undefined where the worker died of it. */
  sectionTexts(note: Note): Promise<readonly string[] | undefined> {
    return this.about(note, (worker) => worker.call('sectionTexts', note.text));
  }

  private async about<T>({ uri }: Note, ask: (worker: Worker) => Promise<T>): Promise<T | undefined> {
    try {
      return await ask(this.worker);
    } catch (error) {
      if (!this.isDisposed) this.log.error(`${uri} is not read again: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }
}
