/** A file of which the judge says something wrong, or nothing. */
export interface JudgeError {
  /** The tree's title, as the suite names it. */
  readonly tree: string;
  /** Not every form of a tree has it: source jars lack what a checkout has. */
  readonly file: string;
  /** Why we are right: what the file or the language's specification says. */
  readonly reason: string;
  /** The lines where the judge is wrong; without them it cannot parse the file at all. */
  readonly lines?: readonly number[];
}

const archetype = 'streams/quickstart/java/src/main/resources/archetype-resources/src/main/java';

/** All that are known. One that no longer applies fails, so that a better judge counts at once. */
export const judgeErrors: readonly JudgeError[] = ['LineSplit', 'Pipe', 'WordCount'].map((name) => ({
  tree: 'Kafka 2.2.0',
  file: `${archetype}/${name}.java`,
  reason:
    'A template: `package ${package};` is no Java, and JavaParser gives up; what follows is Java, and declares what we find.',
}));
