import type { Assets } from '../core/syntax/assets';

/** The surroundings that a run of the CLI may touch, besides the files that it is told of. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** The folder that the paths in the arguments are relative to. */
  readonly cwd: string;
  /** The source of the grammars and queries. */
  readonly assets: Assets;
}

/** The codes that a run ends with. */
export const exitCode = { clean: 0, problems: 1, wrongUse: 2 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The error of a user who asks for something that cannot be done. Its message is for the user. */
export class WrongUse extends Error {}
