import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { maximalSize } from '../core/symbols/sourceText';
import type { UnindexedReason } from '../core/symbols/symbol';

/**
 * The bytes of a file on this machine.
 * Rejects with an Error whose message is an {@link UnindexedReason}; a folder, a pipe or a device is `unreadable`.
 */
export function readLocalFile(uri: string): Promise<Uint8Array> {
  try {
    return Promise.resolve(readNow(fileURLToPath(uri)));
  } catch (error) {
    return Promise.reject(isSystemError(error) ? new Error(reasonOf(error.code), { cause: error }) : asError(error));
  }
}

/** Waits for the disk: five times as fast as promises are with small files, and in a worker nobody else is kept waiting. */
function readNow(path: string): Uint8Array {
  const found = statSync(path);
  if (!found.isFile()) throw new Error('unreadable' satisfies UnindexedReason);
  if (found.size > maximalSize) throw new Error('tooLarge' satisfies UnindexedReason);
  return readFileSync(path);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

function reasonOf(code: string): UnindexedReason {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'vanished';
    case 'EACCES':
    case 'EPERM':
      return 'noPermission';
    default:
      return 'unreadable';
  }
}
