import { l10n } from 'vscode';
import type { NoteProblem } from '../../core/notes/note';
import { describeMalformed } from '../bindings/stateWords';

/** What is wrong with a note, and what is expected. */
export function describeProblem({ code, args }: NoteProblem): string {
  const [first = ''] = args;
  switch (code) {
    case 'note/frontMatter':
      return l10n.t('The front matter is broken: {0}', first);
    case 'note/unclosedFence':
      return l10n.t('This code block is not closed: a line with {0} is expected behind its last line.', first);
    case 'note/notUtf8':
      return l10n.t('The note is not UTF-8: byte 0x{0} does not belong here.', first);
    case 'note/tooLarge':
      return l10n.t('The note is too large: at most {0} characters are read.', first);
    case 'note/unreadable':
      return l10n.t('The note cannot be read: {0}', first);
    case 'note/link':
      return l10n.t('There is nothing at {0}.', first);
    case 'note/notALink':
      return l10n.t('Markdown takes this for plain text: put the destination into <…>, or encode its spaces and brackets.');
    case 'outline/noNote':
      return l10n.t('This entry is marked as written, but links to no note.');
    case 'outline/written':
      return l10n.t('The note of this entry is there: mark it with [x].');
    case 'anchor/empty':
    case 'anchor/type':
    case 'anchor/member':
    case 'anchor/parameters':
    case 'anchor/file':
    case 'anchor/fragment':
    case 'anchor/encoding':
    case 'anchor/lineNumber':
      return describeMalformed(code);
    default:
      return code satisfies never;
  }
}
