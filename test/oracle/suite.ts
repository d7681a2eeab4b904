import { expect } from 'chai';
import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { compare, type Comparison, type Difference } from './difference';
import { judge, type Languages, type Verdict } from './judge';
import { judgeErrors } from './judgeErrors';
import { symbolsIn } from './product';

export interface JudgedTree {
  readonly title: string;
  readonly root: string;
  /**
   * The part of the tree that is judged: the folders called `src/main`, or the folders beside them in `src`, which are tests and
   * generated source. Without it the whole tree is judged.
   */
  readonly part?: 'main' | 'beside main';
  readonly languages: Languages;
  /** The least number of declarations that must be found: a comparison of nothing with nothing proves nothing. */
  readonly atLeast: number;
}

/** Defines a suite: in these files we find every declaration that the judge sees, and no other. */
export function judged({ title, root, part, languages, atLeast }: JudgedTree): void {
  describe(`all declarations of ${title}`, function () {
    this.timeout(600_000);
    const known = judgeErrors.filter(({ tree }) => tree === title);
    let verdict: Verdict;
    let comparison: Comparison;

    before(async () => {
      const folders = part === undefined ? [] : partsOf(root, part === 'main');
      if (folders.length === 0 && part !== undefined) throw new Error(`${root} has no such folder: ${part}.`);
      const isJudged = (file: string): boolean =>
        !verdict.unparsed.has(file) && (part === undefined || folders.some((folder) => file.startsWith(`${folder}/`)));
      verdict = await judge(root, folders, languages);
      const found = await symbolsIn(root);
      comparison = compare(
        verdict.declarations,
        found.filter(({ file }) => isJudged(file)),
      );
    });

    after(() => {
      const { judged, found, agreed, differences } = comparison;
      console.log(`      ${verdict.files.size} files, ${verdict.unparsed.size} of them beyond the judge; ${judged} declarations`);
      console.log(
        `      recall ${percent(agreed, judged)}, precision ${percent(agreed, found)}, ${differences.length} differences`,
      );
    });

    it('are found just as the judge sees them, and nothing else', () => {
      const unexplained = comparison.differences.filter((one) => !known.some((error) => covers(error, one)));
      expect(unexplained.map(({ text }) => text)).to.deep.equal([]);
      expect(comparison.agreed).to.be.at.least(atLeast);
    });

    it('can be judged, except those in known files', () => {
      const unknown = [...verdict.unparsed].filter(([file]) => !known.some((error) => error.file === file && !error.lines));
      expect(unknown.map(([file, reason]) => `${file}: ${reason}`)).to.deep.equal([]);
    });

    it('prove the judge wrong where we say so', () => {
      const obsolete = known.flatMap((error) => {
        if (!verdict.files.has(error.file)) return [];
        if (error.lines === undefined) return verdict.unparsed.has(error.file) ? [] : [`${error.file} can be parsed`];
        return error.lines
          .filter((line) => !comparison.differences.some((one) => one.file === error.file && one.line === line))
          .map((line) => `${error.file}:${line}: no difference`);
      });
      expect(obsolete).to.deep.equal([]);
    });
  });
}

function covers({ file, lines }: { file: string; lines?: readonly number[] }, difference: Difference): boolean {
  return file === difference.file && lines?.includes(difference.line) === true;
}

/**
 * Returns folders like `core/src/main` or `core/src/test`, but none inside another: an archetype has source among its resources.
 */
function partsOf(root: string, main: boolean): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /^(.+?\/)?src\/[^/]+$/.test(path) && path.endsWith('/main') === main)
    .filter((path, _, all) => !all.some((other) => path.startsWith(`${other}/`)))
    .sort();
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(3)} %`;
}
