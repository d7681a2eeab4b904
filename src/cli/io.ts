import type { Assets } from '../core/syntax/assets';

/** What a run of the CLI may touch besides the files that it is told of. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Paths given are relative to this folder. */
  readonly cwd: string;
  /** Grammars and queries. */
  readonly assets: Assets;
}

/** What a run ends with. */
export const exitCode = { clean: 0, problems: 1, wrongUse: 2 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The user asked for something that cannot be done. The message is for the user. */
export class WrongUse extends Error {}
