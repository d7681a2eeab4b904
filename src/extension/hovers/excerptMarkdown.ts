import { l10n } from 'vscode';
import type { Excerpt } from '../../core/excerpts/excerpt';
import { fence } from '../../core/notes/quote/fence';
import { describeState } from '../bindings/stateWords';
import { anchorLink, escapeMarkdown } from '../navigation/commandLinks';
import { candidatesOf } from '../excerpts/excerptCandidates';
import { languageIn, nameLines } from '../excerpts/excerptPlace';

/** Writes an excerpt as lines of Markdown for a hover: its place as a link, and its code, of which nothing has a meaning there. */
export function excerptMarkdown(note: string, anchor: string, excerpt: Excerpt): string[] {
  const link = (words: string): string => `[${escapeMarkdown(words)}](${anchorLink(note, anchor)})`;
  const { result } = excerpt;
  if (excerpt.kind === 'none') {
    const names = candidatesOf(result).map(({ name }) => `- ${escapeMarkdown(name)}`);
    return [link(anchor), '', escapeMarkdown(describeState(result)), ...(names.length === 0 ? [] : ['', ...names])];
  }
  const { target, code } = excerpt;
  const left = code.last - code.first + 1 - code.shown;
  return [
    link(nameLines(target.file, code)),
    ...(result.state === 'exact' ? [] : ['', escapeMarkdown(describeState(result))]),
    '',
    ...fence(code.text, languageIn(target.file)),
    ...(left === 0
      ? []
      : ['', link(l10n.t('{0} of {1} lines are shown here. The file has the rest.', code.shown, code.shown + left))]),
  ];
}
