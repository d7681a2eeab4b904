/** What the workspace tells of its work, in English sentences; the editor's output channel and the console are logs. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Keeps nothing of what it is told. */
export const noLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What an error says, with its stack where it has one. */
export function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
