/** A file of which the judge says something wrong, or nothing. */
export interface JudgeError {
  /** The tree's title, as the suite names it. */
  readonly tree: string;
  readonly file: string;
  /** Why we are right: what the file or the language's specification says. */
  readonly reason: string;
  /** The lines where the judge is wrong; without them it cannot parse the file at all. */
  readonly lines?: readonly number[];
}

/** All that are known. One that no longer applies fails, so that a better judge counts at once. */
export const judgeErrors: readonly JudgeError[] = [];
