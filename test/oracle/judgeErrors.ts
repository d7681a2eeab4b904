/** A file of which the judge says something wrong, or nothing. */
export interface JudgeError {
  /** The tree's title, as the suite names it. */
  readonly tree: string;
  /** The path of the file. Not every form of a tree has it, because source jars lack some files of a checkout. */
  readonly file: string;
  /** The reason why we are right, from the file or the language's specification. */
  readonly reason: string;
  /** The lines where the judge is wrong; without them it cannot parse the file at all. */
  readonly lines?: readonly number[];
}

const archetype = 'streams/quickstart/java/src/main/resources/archetype-resources/src/main/java';

/** All known errors of the judge. An error that no longer applies fails, so that a better judge counts at once. */
export const judgeErrors: readonly JudgeError[] = ['LineSplit', 'Pipe', 'WordCount'].map((name) => ({
  tree: 'Kafka 2.2.0',
  file: `${archetype}/${name}.java`,
  reason:
    'A template: `package ${package};` is no Java, and JavaParser gives up; what follows is Java, and declares what we find.',
}));
