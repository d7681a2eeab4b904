/** The place where the workspace tells of its work, in English sentences; the editor's output channel and the console are logs. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Keeps nothing of what it is told. */
export const noLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
