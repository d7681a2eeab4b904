import { inWords, placeOf, type Declaration } from './declaration';

/** A place where the two sides do not say the same of a declaration. */
export interface Difference {
  readonly file: string;
  readonly line: number;
  /** The difference in words for a person. */
  readonly text: string;
}

export interface Comparison {
  readonly judged: number;
  readonly found: number;
  /** The number of declarations of which both sides say just the same. */
  readonly agreed: number;
  readonly differences: readonly Difference[];
}

/** Compares everything of each declaration; both sides may be in any order. */
export function compare(judged: readonly Declaration[], found: readonly Declaration[]): Comparison {
  const [missing, extra] = [without(judged, found), without(found, judged)];
  return {
    judged: judged.length,
    found: found.length,
    agreed: judged.length - missing.length,
    differences: inPairs(missing, extra).sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)),
  };
}

/**
 * Returns the declarations that are in the one list and not in the other; a declaration that is twice in the one has to be twice
 * in the other.
 */
function without(all: readonly Declaration[], taken: readonly Declaration[]): Declaration[] {
  const counts = new Map<string, number>();
  for (const one of taken) counts.set(wholeOf(one), (counts.get(wholeOf(one)) ?? 0) + 1);
  return all.filter((one) => {
    const count = counts.get(wholeOf(one)) ?? 0;
    counts.set(wholeOf(one), count - 1);
    return count <= 0;
  });
}

function wholeOf(one: Declaration): string {
  return `${placeOf(one)} ${inWords(one)}`;
}

/**
 * Returns the differences. A declaration of which the sides say different things is told once: the two have the place in common,
 * or the path.
 */
function inPairs(missing: readonly Declaration[], extra: readonly Declaration[]): Difference[] {
  const lost = [...missing];
  const differences: Difference[] = [];
  for (const one of extra) {
    const twin = lost.findIndex(
      (other) => placeOf(other) === placeOf(one) || (other.file === one.file && other.path === one.path),
    );
    const [other] = twin < 0 ? [] : lost.splice(twin, 1);
    differences.push(other === undefined ? difference(one, `extra ${inWords(one)}`) : different(other, one));
  }
  return [...differences, ...lost.map((one) => difference(one, `missing ${inWords(one)}`))];
}

function different(judged: Declaration, found: Declaration): Difference {
  const elsewhere = placeOf(judged) === placeOf(found) ? '' : `${found.line}:${found.column}: `;
  return difference(judged, `${inWords(judged)}, but we say ${elsewhere}${inWords(found)}`);
}

function difference(declaration: Declaration, what: string): Difference {
  return { file: declaration.file, line: declaration.line, text: `${placeOf(declaration)}: ${what}` };
}
