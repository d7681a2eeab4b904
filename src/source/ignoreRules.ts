import ignore, { type Ignore } from 'ignore';

/** A pattern with more than these `**` is left out: the time of a match grows with their number as an exponent. */
const mostDoubleStars = 3;

/**
 * The rules of what git ignores in a work tree, as its `.gitignore` files and `.git/info/exclude` say; see gitignore(5). The list
 * that a person has for all repositories does not count, because the editor in a browser has none. Values are immutable. All
 * paths lead from the work tree's root and have `/` between their names and none at their end.
 */
export class IgnoreRules {
  private constructor(
    private readonly ignoresCase: boolean,
    private readonly matcher: Ignore | undefined,
  ) {}

  /** Makes rules that ignore nothing. `ignoresCase` is git's own setting: repositories on Windows and macOS have it. */
  static none(ignoresCase = false): IgnoreRules {
    return new IgnoreRules(ignoresCase, undefined);
  }

  /** Returns these rules and, after them, those of one more file, which belong to a folder. */
  with(folder: string, file: Uint8Array | undefined): IgnoreRules {
    if (file === undefined) return this;
    return this.withPatterns(folder, new TextDecoder().decode(file).split(/\r?\n/));
  }

  /** Returns these rules and, after them, more lines as a `.gitignore` of a folder has them. */
  withPatterns(folder: string, lines: readonly string[]): IgnoreRules {
    if (lines.length === 0) return this;
    const quick = lines.filter((line) => line.split('**').length - 1 <= mostDoubleStars);
    const matcher = ignore({ ignorecase: this.ignoresCase }).add(this.matcher ?? []);
    return new IgnoreRules(this.ignoresCase, matcher.add(quick.map((line) => patternBelow(folder, line))));
  }

  /** Returns whether git ignores a file or folder. It ignores all that lies in an ignored folder. */
  ignores(path: string, kind: 'file' | 'folder'): boolean {
    return this.matcher?.ignores(kind === 'folder' ? `${path}/` : path) ?? false;
  }
}

/** Rewrites a line of a folder's `.gitignore` so that it means the same in the one at the work tree's root. */
function patternBelow(folder: string, line: string): string {
  if (folder === '' || line.startsWith('#')) return line;
  const negation = line.startsWith('!') ? '!' : '';
  const pattern = line.slice(negation.length).replace(/(?<!\\) +$/, '');
  if (pattern === '' || pattern === '/') return '';
  // A slash that is not the last character binds a pattern to its folder.
  const isBound = pattern.slice(0, -1).includes('/');
  const place = `/${folder.replaceAll(/[\\*?[\]]/g, '\\$&')}/`;
  return negation + place + (isBound ? pattern.replace(/^\//, '') : `**/${pattern}`);
}
