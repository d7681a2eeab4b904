import { assert } from 'chai';
import { LineIndex } from '../../src/core/util/lineIndex';
import { comparePositions, type Position, type Range } from '../../src/core/util/range';

/** Throws unless a range lies in a text and does not end before it starts. */
export function assertInside(lines: LineIndex, { start, end }: Range): void {
  const isInside = isPlace(lines, start) && isPlace(lines, end) && comparePositions(start, end) <= 0;
  if (!isInside) assert.fail(`${JSON.stringify({ start, end })} is no range in the text`);
}

function isPlace(lines: LineIndex, { line, character }: Position): boolean {
  const isLine = Number.isInteger(line) && line >= 0 && line < lines.lineCount;
  return isLine && Number.isInteger(character) && character >= 0 && lines.startOf(line) + character <= lines.startOf(line + 1);
}
