import { l10n } from 'vscode';
import { isOneSymbol, type BindingState, type Candidate, type Target, type Unavailable } from '../../core/bindings/binding';
import type { AnchorError } from '../../core/notes/anchor';
import type { UnindexedReason } from '../../core/symbols/symbol';

/** Returns one sentence that says where an anchor leads, or why it leads nowhere. */
export function describeState(result: BindingState): string {
  switch (result.state) {
    case 'exact':
      return describeTarget(result.target);
    case 'edited':
      return l10n.t(
        '{0}. Its code has changed since the note was written ({1} % alike).',
        describeTarget(result.target),
        Math.round(result.similarity * 100),
      );
    case 'moved':
      return l10n.t('{0}. It has moved here from {1}.', describeTarget(result.target), result.from);
    case 'ambiguous':
      return describeAmbiguous(result.targets);
    case 'missing':
      return describeMissing(result.what, result.candidates.length);
    case 'unavailable':
      return describeUnavailable(result.why);
    default:
      return result satisfies never;
  }
}

/** Returns a word for a state, as a label. */
export function nameState(state: BindingState['state'] | 'malformed'): string {
  switch (state) {
    case 'exact':
      return l10n.t('exact');
    case 'edited':
      return l10n.t('edited');
    case 'moved':
      return l10n.t('moved');
    case 'ambiguous':
      return l10n.t('ambiguous');
    case 'missing':
      return l10n.t('missing');
    case 'unavailable':
      return l10n.t('unavailable');
    case 'malformed':
      return l10n.t('malformed');
    default:
      return state satisfies never;
  }
}

/** Returns a target as `kind path — file:line`. */
export function describeTarget({ file, symbol, range }: Target): string {
  const place = `${file}:${range.start.line + 1}`;
  return symbol === undefined ? place : l10n.t('{0} in {1}', nameTarget({ file, symbol, range }), place);
}

/** Returns the names of several targets, so that they can be told apart. */
export function nameTargets(targets: readonly Target[]): readonly string[] {
  if (!isOneSymbol(targets)) return targets.map(nameTarget);
  return targets.map(({ file, range }) => `${file}:${range.start.line + 1}`);
}

/** Returns the name of the symbol with its parameters, or the name of the file. */
export function nameTarget({ file, symbol }: Target): string {
  if (symbol === undefined) return file;
  return symbol.parameters === undefined ? symbol.path : `${symbol.path}(${symbol.parameters.join(', ')})`;
}

export function describeReason(reason: Candidate['reason']): string {
  switch (reason) {
    case 'sameName':
      return l10n.t('has the same name');
    case 'otherKind':
      return l10n.t('is of another kind');
    case 'otherParameters':
      return l10n.t('has other parameters');
    case 'otherContainer':
      return l10n.t('is in another type or package');
    case 'similarName':
      return l10n.t('has a similar name');
    case 'caseDiffers':
      return l10n.t('differs in upper and lower case');
    default:
      return reason satisfies never;
  }
}

export function describeMalformed(code: AnchorError['code']): string {
  switch (code) {
    case 'anchor/empty':
      return l10n.t('Malformed anchor: a symbol or a file is expected behind "kafka:", for example kafka:kafka.log.Log#append.');
    case 'anchor/type':
      return l10n.t('Malformed anchor: a full type or package name is expected here, for example kafka.server.ReplicaManager.');
    case 'anchor/member':
      return l10n.t('Malformed anchor: the name of one member is expected behind "#".');
    case 'anchor/parameters':
      return l10n.t('Malformed anchor: simple type names between "(" and ")" are expected here, separated by commas.');
    case 'anchor/file':
      return l10n.t('Malformed anchor: a path from the source\'s root is expected behind "kafka:/", without "..".');
    case 'anchor/fragment':
      return l10n.t('Malformed anchor: a text fragment has the form :~:text=prefix-,start,end,-suffix.');
    case 'anchor/encoding':
      return l10n.t('Malformed anchor: "%" must be followed by two hexadecimal digits, and together they must be UTF-8.');
    case 'anchor/lineNumber':
      return l10n.t('Malformed anchor: line numbers are not allowed, for they change. Name a symbol or quote the text.');
    default:
      return code satisfies never;
  }
}

/** Returns what is wrong with a fence that should hold the anchor of an excerpt. */
export function describeExcerptFence(code: 'note/emptyExcerpt' | 'note/excerptLines'): string {
  switch (code) {
    case 'note/emptyExcerpt':
      return l10n.t('This excerpt has no anchor: one line is expected here, for example kafka.log.Log#append.');
    case 'note/excerptLines':
      return l10n.t('This excerpt has more than one line: one anchor is expected, and a block of its own for each other one.');
    default:
      return code satisfies never;
  }
}

export function describeUnindexed(reason: UnindexedReason): string {
  switch (reason) {
    case 'binary':
      return l10n.t('The file is not text.');
    case 'notUtf8':
      return l10n.t('The file is not UTF-8.');
    case 'tooLarge':
      return l10n.t('The file is too large to be read.');
    case 'vanished':
      return l10n.t('The file went away while it was read.');
    case 'noPermission':
      return l10n.t('There is no permission to read the file.');
    case 'unreadable':
      return l10n.t('The file cannot be read.');
    case 'timeout':
      return l10n.t('Indexing the file took too long.');
    case 'crashed':
      return l10n.t('The parser crashed on the file.');
    default:
      return reason satisfies never;
  }
}

function describeAmbiguous(targets: readonly Target[]): string {
  if (isOneSymbol(targets)) return l10n.t('Ambiguous: the quoted text stands in {0} places. Quote more of it.', targets.length);
  const isOverloaded = new Set(targets.map(({ symbol }) => symbol?.path)).size === 1;
  return isOverloaded
    ? l10n.t('Ambiguous: {0} symbols fit. Add the parameter list.', targets.length)
    : l10n.t('Ambiguous: {0} symbols fit.', targets.length);
}

function describeUnavailable(why: Unavailable): string {
  if (why === 'noSourceTree') return l10n.t("Kafka's source is not open.");
  return why === 'notIndexedYet' ? l10n.t('This part of the source is not indexed yet.') : describeUnindexed(why);
}

function describeMissing(what: 'symbol' | 'fragment' | 'file', candidates: number): string {
  const fact = {
    symbol: l10n.t('Missing: this source has no such symbol.'),
    fragment: l10n.t('Missing: the symbol is there, but the quoted text is not in it.'),
    file: l10n.t('Missing: this source has no such file.'),
  }[what];
  return candidates === 0 ? fact : l10n.t('{0} Candidates: {1}.', fact, candidates);
}
