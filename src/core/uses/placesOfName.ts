import { LineIndex } from '../util/lineIndex';
import type { Position } from '../util/range';

/** A place of a name in a text, and its line without white space around it. */
export interface PlaceOfName {
  readonly position: Position;
  readonly line: string;
}

const partOfName = /[\p{L}\p{N}_$]/u;
/** The longest line that is kept, in UTF-16 units. */
const longestLine = 200;

/** Returns where a name stands as a whole word, be it code, a string or a comment. */
export function placesOfName(text: string, name: string): PlaceOfName[] {
  const places: PlaceOfName[] = [];
  if (name === '') return places;
  let lines: LineIndex | undefined;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (partOfName.test(text[at - 1] ?? '') || partOfName.test(text[at + name.length] ?? '')) continue;
    lines ??= new LineIndex(text);
    const position = lines.positionAt(at);
    places.push({ position, line: lines.line(position.line).trim().slice(0, longestLine) });
  }
  return places;
}
