/** Returns a JSON array with one element on each line, so that two outputs can be compared line by line. */
export function jsonLines(elements: readonly unknown[]): string {
  return `${jsonArray(elements, '')}\n`;
}

export function jsonArray(elements: readonly unknown[], indent: string): string {
  if (elements.length === 0) return '[]';
  return `[\n${elements.map((element) => `${indent}  ${JSON.stringify(element)}`).join(',\n')}\n${indent}]`;
}
