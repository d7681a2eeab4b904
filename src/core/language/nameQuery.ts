/** How well a name fits what was typed: the less the better. */
type Rank = 0 | 1 | 2 | 3 | 4;

/**
 * What was typed to find symbols by their names, in any case: a name's start, a part of it, or the starts of its humps (`appRec`, `ar`
 * for `appendRecords`). Words before the last `.` or `#`, or behind a space, are to be in the path of what contains it.
 */
export class NameQuery {
  private readonly name: string;
  private readonly lower: string;
  private readonly around: readonly string[];

  constructor(typed: string) {
    const [first = '', ...behind] = typed.trim().split(/\s+/);
    const parts = first.split(/[.#$]+/).filter((part) => part !== '');
    this.name = parts.pop() ?? '';
    this.lower = this.name.toLowerCase();
    this.around = [...parts, ...behind].map((part) => part.toLowerCase());
  }

  get isEmpty(): boolean {
    return this.name === '';
  }

  /** Undefined where the name does not fit. */
  rank(name: string): Rank | undefined {
    if (name.length < this.name.length) return undefined;
    if (name === this.name) return 0;
    const lower = name.toLowerCase();
    if (lower.startsWith(this.lower)) return lower.length === this.lower.length ? 1 : 2;
    if (this.fitsHumps(name, lower)) return 3;
    return lower.includes(this.lower) ? 4 : undefined;
  }

  /** `path`: of what contains the symbol. */
  fitsAround(path: string): boolean {
    const lower = path.toLowerCase();
    return this.around.every((part) => lower.includes(part));
  }

  private fitsHumps(name: string, lower: string): boolean {
    const typed = this.lower;
    if (!hasInOrder(lower, typed)) return false;
    const humps = Array.from(name, (_, at) => at).filter((at) => isHump(name, at));
    const failed = new Set<number>();
    const fits = (done: number, at: number): boolean => {
      if (done === typed.length) return true;
      const key = done * (name.length + 1) + at;
      if (failed.has(key)) return false;
      if (done > 0 && lower[at] === typed[done] && fits(done + 1, at + 1)) return true;
      if (humps.some((next) => next >= at && lower[next] === typed[done] && fits(done + 1, next + 1))) return true;
      failed.add(key);
      return false;
    };
    return fits(0, 0);
  }
}

/** Whether all letters are there, in their order. */
function hasInOrder(text: string, letters: string): boolean {
  let at = -1;
  for (const letter of letters) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** Whether a word begins there: `append|Records`, `HTTP|Server`, `MAX_|SIZE`, `V|2`. */
function isHump(name: string, at: number): boolean {
  if (at === 0) return true;
  const [before = '', here = '', behind = ''] = [name[at - 1], name[at], name[at + 1]];
  if (isDigit(before) || isDigit(here)) return isDigit(here) !== isDigit(before) && !/[_$]/.test(here);
  if (/[_$]/.test(before)) return true;
  return isCapital(here) && (!isCapital(before) || (behind !== '' && !isCapital(behind) && !/[_$\d]/.test(behind)));
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

function isCapital(character: string): boolean {
  return character !== character.toLowerCase();
}
