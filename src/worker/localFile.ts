import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { maximalSize } from '../core/symbols/sourceText';
import type { UnreadReason } from '../core/symbols/symbol';

/**
 * The bytes of a file on this machine.
 * Rejects with an Error whose message is an {@link UnreadReason}; a folder, a pipe or a device is `unreadable`.
 */
export async function readLocalFile(uri: string): Promise<Uint8Array> {
  try {
    const path = fileURLToPath(uri);
    const { size, isFile } = await information(path);
    if (!isFile) throw new Error('unreadable' satisfies UnreadReason);
    if (size > maximalSize) throw new Error('tooLarge' satisfies UnreadReason);
    return await readFile(path);
  } catch (error) {
    throw isSystemError(error) ? new Error(reasonOf(error.code), { cause: error }) : error;
  }
}

async function information(path: string): Promise<{ size: number; isFile: boolean }> {
  const found = await stat(path);
  return { size: found.size, isFile: found.isFile() };
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

function reasonOf(code: string): UnreadReason {
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
