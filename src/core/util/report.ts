/** Reports an error that stops nothing, with what was tried: `report('show the note', error)`. */
export type Report = (tried: string, error: unknown) => void;

/** Makes a function that reports errors to a log. The same error of the same attempt is told once. */
export function reportOnce(log: { warn(message: string): void }): Report {
  const told = new Set<string>();
  return (tried, error) => {
    const message = `Could not ${tried}: ${detailOf(error)}`;
    if (told.has(message)) return;
    told.add(message);
    log.warn(message);
  };
}

/** Returns what an error says, with its stack where it has one. */
export function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
