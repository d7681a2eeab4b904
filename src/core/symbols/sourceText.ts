import type { UnreadReason } from './symbol';

/** The largest source file that is read, in bytes; the largest of Kafka has 170 kB. */
export const maximalSize = 20 * 1024 * 1024;

export type SourceText = { readonly text: string } | { readonly unread: UnreadReason };

/** Bytes of a file as text without a byte order mark. */
export function decodeSource(bytes: Uint8Array): SourceText {
  if (bytes.byteLength > maximalSize) return { unread: 'tooLarge' };
  if (bytes.includes(0)) return { unread: 'binary' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { unread: 'notUtf8' };
  }
}

/** The same for text that an editor holds. */
export function plainSource(text: string): SourceText {
  if (text.length > maximalSize) return { unread: 'tooLarge' };
  if (text.includes('\0')) return { unread: 'binary' };
  return { text: text.startsWith('\uFEFF') ? text.slice(1) : text };
}
