import type { MarkdownIt } from 'markdown-it';
import { TermFinder } from '../../src/core/notes/glossary/termFinder';
import { useTerms } from '../../src/core/notes/glossary/useTerms';
import type { PanelNote } from '../../src/protocol/panel';
import { escapeHtml } from './escapeHtml';

/** Renders the terms of the glossary as links to it. Each has the index of its entry, for the page's tip. */
export function useGlossary(markdown: MarkdownIt, { terms = [] }: PanelNote): void {
  if (terms.length === 0) return;
  const finder = new TermFinder(terms.map((entry) => entry.terms));
  useTerms(markdown, {
    finder: () => finder,
    write: (entry, words) => {
      const href = escapeHtml(terms[entry]?.href ?? '');
      return `<a class="term" href="${href}" data-file="${href}" data-term="${entry}">${escapeHtml(words)}</a>`;
    },
  });
}
