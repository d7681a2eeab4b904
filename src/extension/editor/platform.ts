import type { CancellationToken, Uri } from 'vscode';
import type { Channel } from '../../core/util/rpc';
import type { Folders } from '../../source/folders';
import type { Project } from '../../source/project';
import type { SourceOrigin } from '../../source/getSource';
import type { SourceErrorCode } from '../../source/sourceError';

/** The scripts in dist/ (and dist/web/) that run as workers. */
export type WorkerName = 'worker' | 'noteWorker';

/** A running worker. */
export interface WorkerHandle extends Channel {
  /** Registers what is called once if the worker ends without having been asked to. */
  onDeath(died: (why: string) => void): void;
  terminate(): void;
}

/** A request for the source of the release that the notes are written for. */
export interface SourceWish {
  readonly from: SourceOrigin;
  /** The folder that will hold it. */
  readonly into: Uri;
  readonly token: CancellationToken;
  /** Reports progress: in bytes during the download, else in files. `total` is undefined where it is not known. */
  readonly report: (step: 'download' | 'unpack' | 'check', done: number, total: number | undefined) => void;
}

/** The reason why the source could not be had; {@link SourceErrorCode} describes the arguments. */
export interface SourceFailure {
  readonly code: SourceErrorCode;
  readonly args: readonly string[];
}

/** The services that need a host which can write files and start programs. */
export interface SourceGetter {
  readonly version: string;
  /** The origins that can work here, the best first. */
  origins(): Promise<readonly SourceOrigin[]>;
  /** Returns what went wrong, or undefined where all went well. After a failure nothing is left of the folder. */
  get(wish: SourceWish): Promise<SourceFailure | undefined>;
}

/** The differences between the Node and the web extension host. */
export interface Platform {
  /** The project whose source is read. */
  readonly project: Project;
  createWorker(name: WorkerName): Promise<WorkerHandle>;
  /** How many threads this machine runs at the same time. */
  readonly parallelism: number;
  /** Read access to any folder that the editor can name. */
  readonly folders: Folders;
  readonly source: SourceGetter | undefined;
  /** The reader's home folder, for `~` in settings. */
  readonly home: Uri | undefined;
}
