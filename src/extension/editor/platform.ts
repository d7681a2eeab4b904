import type { CancellationToken, Uri } from 'vscode';
import type { Folders } from '../../source/folders';
import type { SourceOrigin } from '../../source/getSource';
import type { WorkerHandle } from '../../workspace/indexing/workerClient';
import type { SourceErrorCode } from '../../source/sourceError';

/** The scripts in dist/ (and dist/web/) that run as workers. */
export type WorkerName = 'worker' | 'noteWorker';

/** A wish for the source of the release that the notes are written for. */
export interface SourceWish {
  readonly from: SourceOrigin;
  /** The folder that will hold it. */
  readonly into: Uri;
  readonly token: CancellationToken;
  /** `total` is undefined where it is not known. Bytes while it downloads, else files. */
  readonly report: (step: 'download' | 'unpack' | 'check', done: number, total: number | undefined) => void;
}

/** Why the source could not be had: see {@link SourceErrorCode} for the arguments. */
export interface SourceFailure {
  readonly code: SourceErrorCode;
  readonly args: readonly string[];
}

/** What only a host that can write files and start programs can do. */
export interface SourceGetter {
  readonly version: string;
  /** The origins that can work here, the best first. */
  origins(): Promise<readonly SourceOrigin[]>;
  /** What went wrong, undefined for nothing. Then nothing is left of the folder. */
  get(wish: SourceWish): Promise<SourceFailure | undefined>;
}

/** What differs between the Node and the web extension host. */
export interface Platform {
  createWorker(name: WorkerName): Promise<WorkerHandle>;
  /** How many threads this machine runs at the same time. */
  readonly parallelism: number;
  /** Read access to any folder that the editor can name. */
  readonly folders: Folders;
  readonly source: SourceGetter | undefined;
  /** The reader's home folder, for `~` in settings. */
  readonly home: Uri | undefined;
}
