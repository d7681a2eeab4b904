import { l10n } from 'vscode';
import type { Candidate, Target, Unavailable } from '../../core/bindings/binding';
import type { CheckProblem } from '../../core/check/check';
import { nameAnchor } from '../../core/notes/nameAnchor';
import { parseAnchor } from '../../core/notes/parseAnchor';
import { explained } from '../editor/words';
import {
  describeExcerptFence,
  describeMalformed,
  describeReason,
  describeState,
  describeUnindexed,
  nameTarget,
  nameTargets,
} from '../bindings/stateWords';
import type { UnindexedReason } from '../../core/symbols/symbol';

/** Returns a sentence that says what is wrong and what is expected, with the candidates in lines below it. */
export function describeProblem(problem: CheckProblem): string {
  const { code, args, candidates } = problem;
  const [first = '', second = ''] = args;
  switch (code) {
    case 'note/frontMatter':
      return l10n.t('The front matter is broken: {0}', first);
    case 'note/unclosedFence':
      return l10n.t('This code block is not closed: a line with {0} is expected behind its last line.', first);
    case 'note/emptyExcerpt':
    case 'note/excerptLines':
      return describeExcerptFence(code);
    case 'note/notUtf8':
      return l10n.t('The note is not UTF-8: byte 0x{0} does not belong here.', first);
    case 'note/tooLarge':
      return l10n.t('The note is too large: at most {0} characters are read.', first);
    case 'note/unreadable':
      return l10n.t('The note cannot be read: {0}', describeUnindexed(first as UnindexedReason));
    case 'note/link':
      return second === 'section' ? l10n.t('There is no such section: {0}', first) : l10n.t('There is nothing at {0}.', first);
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
    case 'binding/ambiguous': {
      const targets = candidates.map((one) => ('reason' in one ? one.target : one));
      return listed(about(first, describeState({ state: 'ambiguous', targets })), nameTargets(targets));
    }
    case 'binding/missingSymbol':
      return describeMissing(first, 'symbol', candidates);
    case 'binding/missingFragment':
      return describeMissing(first, 'fragment', candidates);
    case 'binding/missingFile':
      return describeMissing(first, 'file', candidates);
    case 'binding/unavailable':
      return about(first, describeState({ state: 'unavailable', why: second as Unavailable }));
    default:
      return code satisfies never;
  }
}

/** Names the symbol that a problem's anchor means, since a list of problems shows the words alone. */
function about(anchor: string, words: string): string {
  return explained(nameAnchor({ text: anchor, parsed: parseAnchor(anchor) }), words);
}

function describeMissing(anchor: string, what: 'symbol' | 'fragment' | 'file', found: readonly (Candidate | Target)[]): string {
  const candidates = found.filter((one) => 'reason' in one);
  const names = candidates.map(({ target, reason }) => `${nameTarget(target)} (${describeReason(reason)})`);
  return listed(about(anchor, describeState({ state: 'missing', what, candidates })), names);
}

/** Adds the first few names, because the text of a problem has room for a few only. */
function listed(sentence: string, names: readonly string[]): string {
  const most = 5;
  const shown = names.slice(0, most).map((name) => `\n• ${name}`);
  return sentence + shown.join('') + (names.length > most ? '\n…' : '');
}
