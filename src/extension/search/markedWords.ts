import type { Snippet } from '../../core/search/snippet';

/**
 * Returns an excerpt in which the words that were looked for stand out. An item of a list has no way to say which of its words
 * are lit: the editor lights only what contains the whole text that was typed. So what the editor cannot light, words apart from
 * each other and words that mean the same, stands between marks.
 */
export function markedWords({ text, marks }: Snippet, typed: string): string {
  if (marks.length === 0 || text.toLowerCase().includes(typed.trim().toLowerCase())) return text;
  let marked = '';
  let end = 0;
  for (const mark of marks) {
    marked += `${text.slice(end, mark.start)}‹${text.slice(mark.start, mark.end)}›`;
    end = mark.end;
  }
  return marked + text.slice(end);
}
