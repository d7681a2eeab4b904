/** Tells why the source could not be had. The edges put the code into words. */
export type SourceErrorCode =
  /** args: URL, HTTP status */
  | 'http'
  /** args: URL, what the network said */
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
  /** args: file, what the reader of archives said */
  | 'broken'
  /** args: what the file system said */
  | 'disk'
  /** args: none */
  | 'noMaven'
  /** args: Maven's last lines */
  | 'maven'
  /** args: none */
  | 'cancelled';

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
