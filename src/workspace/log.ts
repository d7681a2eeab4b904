/** The place where the workspace tells of its work, in English sentences; the editor's output channel and the console are logs. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Keeps nothing of what it is told. */
export const noLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Returns what an error says, with its stack where it has one. */
export function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Reports an error that stops nothing, with what was tried: `report('show the note', error)`. */
export type Report = (tried: string, error: unknown) => void;

/** Makes what logs errors that stop nothing. The same error of the same attempt is logged once. */
export function reportOnce(log: Pick<Log, 'warn'>): Report {
  const told = new Set<string>();
  return (tried, error) => {
    const message = `Could not ${tried}: ${detailOf(error)}`;
    if (told.has(message)) return;
    told.add(message);
    log.warn(message);
  };
}
