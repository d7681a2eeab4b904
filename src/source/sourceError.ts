/** Tells why the source could not be had. The edges put the code into words. */
export type SourceErrorCode =
  /** args: URL, HTTP status */
  | 'http'
  /** args: URL, what the network said; of a {@link Fault} its code and value */
  | 'network'
  /** args: URL that is neither https nor this machine's own */
  | 'unsafe'
  /** args: URL, seconds without a byte */
  | 'silent'
  /** args: folder that holds something else */
  | 'occupied'
  /** args: URL, bytes received, bytes promised */
  | 'truncated'
  /** args: what was checked, the hash expected, the hash found */
  | 'wrongHash'
  /** args: URL */
  | 'noHash'
  /** args: file, what the reader of archives said; of a {@link Fault} its code and value */
  | 'broken'
  /** args: what the file system said */
  | 'disk'
  /** args: none */
  | 'noMaven'
  /** args: Maven's last lines */
  | 'maven'
  /** args: none */
  | 'cancelled';

/** The faults that are found here and not by a library or the system, so that the edges have words for them. */
export type FaultCode = 'bytes' | 'files' | 'path' | 'still' | 'redirects' | 'redirect';

/** A fault of what came from a server. The message is for logs and the command line. */
export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    /** The bound, in the unit of the code, or what is wrong. */
    readonly value: string,
    message: string,
  ) {
    super(message);
  }
}

/** Returns an error's message and, of a {@link Fault}, its code and value: the end of a {@link SourceError}'s arguments. */
export function faultOf(error: unknown): readonly string[] {
  if (error instanceof Fault) return [error.message, error.code, error.value];
  return [error instanceof Error ? error.message : String(error)];
}

export class SourceError extends Error {
  constructor(
    readonly code: SourceErrorCode,
    readonly args: readonly string[] = [],
  ) {
    super([code, ...args].join(': '));
  }
}

/** Returns the error itself where it is one of ours, else one that says that the disk refused or somebody cancelled. */
export function toSourceError(error: unknown, signal: AbortSignal): SourceError {
  if (signal.aborted) return new SourceError('cancelled');
  if (error instanceof SourceError) return error;
  return new SourceError('disk', [error instanceof Error ? error.message : String(error)]);
}

/** Returns whether the disk refused, by what Node calls it; an archive has no part in it. */
export function isDiskError(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['ENOSPC', 'EACCES', 'EPERM', 'EROFS', 'EDQUOT', 'EMFILE'].includes(String(error.code))
  );
}
