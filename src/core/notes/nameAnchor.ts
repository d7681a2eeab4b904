import type { NoteAnchor } from './note';

/** Returns a short name for an anchor: the symbol without its package, and what is quoted of it; its text where it is malformed. */
export function nameAnchor({ text, parsed }: Pick<NoteAnchor, 'text' | 'parsed'>): string {
  if (!parsed.ok) return text;
  const { target, fragment } = parsed.anchor;
  const name = target.kind === 'file' ? lastOf(target.file, '/') : lastOf(target.type, '.');
  const member = target.kind === 'symbol' && target.member !== undefined ? `#${target.member}` : '';
  const quote = fragment === undefined ? '' : `: ${fragment.start}${fragment.end === undefined ? '' : ` … ${fragment.end}`}`;
  return name + member + quote;
}

function lastOf(text: string, separator: string): string {
  return text.slice(text.lastIndexOf(separator) + 1);
}
