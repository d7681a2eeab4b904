import { Edit, type Point } from 'web-tree-sitter';

/**
 * Returns the one change that turns a text into another one, from the first character that differs to the last. Lines end with
 * \n.
 */
export function editBetween(before: string, after: string): Edit {
  const startIndex = equalAtStart(before, after);
  const atEnd = equalAtEnd(before, after, Math.min(before.length, after.length) - startIndex);
  const [oldEndIndex, newEndIndex] = [before.length - atEnd, after.length - atEnd];
  return new Edit({
    startIndex,
    oldEndIndex,
    newEndIndex,
    startPosition: pointAt(before, startIndex),
    oldEndPosition: pointAt(before, oldEndIndex),
    newEndPosition: pointAt(after, newEndIndex),
  });
}

/** Returns the numbers of characters at the start and at the end that are the same in both texts. */
export function sharedLength(before: string, after: string): number {
  const start = equalAtStart(before, after);
  return start + equalAtEnd(before, after, Math.min(before.length, after.length) - start);
}

/** Returns the number of characters that both texts begin with. A surrogate pair is not divided. */
function equalAtStart(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before.charCodeAt(at) === after.charCodeAt(at)) at++;
  return at > 0 && isHighSurrogate(before.charCodeAt(at - 1)) ? at - 1 : at;
}

function equalAtEnd(before: string, after: string, most: number): number {
  let count = 0;
  while (count < most && before.charCodeAt(before.length - 1 - count) === after.charCodeAt(after.length - 1 - count)) count++;
  return count > 0 && isLowSurrogate(before.charCodeAt(before.length - count)) ? count - 1 : count;
}

function pointAt(text: string, index: number): Point {
  let row = 0;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < index; end = text.indexOf('\n', lineStart)) {
    row++;
    lineStart = end + 1;
  }
  return { row, column: index - lineStart };
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
