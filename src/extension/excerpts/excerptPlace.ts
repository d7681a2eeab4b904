import type { ExcerptCode } from '../../core/excerpts/excerptCode';
import type { Target } from '../../core/bindings/binding';

/** Returns a place that an excerpt leads to as an address of its own among those of the anchor: `FILE:LINE:COLUMN`. */
export function placeKey({ file, range: { start } }: Target): string {
  return `${file}:${start.line + 1}:${start.character + 1}`;
}

/** Returns a file's name with the lines of it that are shown: `Sender.java:602–610`. */
export function nameLines(file: string, { first, last }: ExcerptCode): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return `${name}:${first + 1}${last > first ? `–${last + 1}` : ''}`;
}

/** Returns the language of a file as fences name it: the end of its name. */
export function languageIn(file: string): string {
  return /\.(\w+)$/.exec(file)?.[1] ?? '';
}
